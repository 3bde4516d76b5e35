import { invalid } from '../cloud/cloud-error';

/** What a reference to a resource names: its project, where it is, and its name there. */
export interface ResourceLink {
  readonly project: string;
  /** `global`, a region or a zone. */
  readonly place: string;
  readonly name: string;
}

/** Where a reference is read that leaves its project or place out. */
export interface LinkContext {
  readonly project: string;
  readonly place: string;
}

const SERVER = /^(?:https?:\/\/[^/]+\/(?:compute\/)?(?:v1|beta)\/|\/\/[^/]+\/)/;
const PATH =
  /^(?:projects\/(?<project>[^/]+)\/)?(?<place>global|(?:regions|zones|locations)\/[^/]+)\/(?<rest>.+)$/;

/**
 * Reads a reference in any form that Google's APIs take: self link, full resource name, path from the project,
 * path from the place, or the name alone. `collection` is what stands before the name, such as `networks`.
 */
export function parseResourceLink(link: string, collection: string, context: LinkContext): ResourceLink {
  const path = link.replace(SERVER, '');
  if (/^[^/]+$/.test(path)) return { ...context, name: path };
  const { project, place, rest } = PATH.exec(path)?.groups ?? {};
  const [found, name, ...more] = rest?.split('/') ?? [];
  if (place === undefined || found !== collection || !name || more.length > 0) {
    throw invalid(`The reference '${link}' is malformed: it does not name one of ${collection}`);
  }
  return {
    project: project ?? context.project,
    place: place.replace(/^[^/]+\//, ''),
    name,
  };
}
