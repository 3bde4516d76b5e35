/** A full resource name taken apart: what it is, where, and what it is called. */
export interface ResourceName {
  /** `//compute.googleapis.com/projects/p/zones/z/disks/d`. */
  readonly full: string;
  /** `compute`. */
  readonly service: string;
  /** `disks`. */
  readonly collection: string;
  readonly name: string;
  /** Id or number of the project, as the name has it. */
  readonly project?: string;
  /** Zone, region, location, or `global`. */
  readonly location?: string;
  /** What the last part stands in: cluster of a node pool, map of an entry, zone of a record. */
  readonly parent?: string;
}

/** Services whose resources hang below no collection: `//storage.googleapis.com/BUCKET`. */
const BARE: Readonly<Record<string, string>> = { storage: 'buckets' };

const PLACES = new Set(['zones', 'regions', 'locations']);

/**
 * Takes a full resource name apart; undefined for text that is none.
 * @see https://docs.cloud.google.com/asset-inventory/docs/asset-names (2026-11)
 */
export function tryParseResourceName(full: string): ResourceName | undefined {
  const match = /^\/\/([a-z][a-z0-9-]*)\.googleapis\.com\/([^\s].*)$/s.exec(full);
  if (!match) return undefined;
  const service = match[1]!;
  const segments = match[2]!.split('/');
  if (segments.some((segment) => segment === '')) return undefined;
  const bare = BARE[service];
  if (bare !== undefined && segments.length === 1)
    return { full, service, collection: bare, name: segments[0]! };
  if (segments.length < 2) return undefined;
  const records = segments.indexOf('rrsets');
  const own = records > 0 ? records : segments.length - 2;
  const project = segments[0] === 'projects' ? segments[1] : undefined;
  const placeAt = segments.findIndex((segment, index) => PLACES.has(segment) && index < own);
  const location = placeAt > 0 ? segments[placeAt + 1] : segments.includes('global') ? 'global' : undefined;
  return {
    full,
    service,
    collection: segments[own]!,
    name: segments.slice(own + 1).join('/'),
    ...(project === undefined ? {} : { project }),
    ...(location === undefined ? {} : { location }),
    ...(own > 2 ? { parent: segments[own - 1]! } : {}),
  };
}

/** Name with another project: inventories name one by number that others name by id. */
export function inProject({ full, service, project }: ResourceName, id: string): string {
  const start = `//${service}.googleapis.com/projects/`;
  return `${start}${id}${full.slice(start.length + (project ?? '').length)}`;
}

/** What Compute Engine and GKE write as a link to themselves, as a full resource name. */
export function fullNameOfLink(link: string): string | undefined {
  const match =
    /^https:\/\/(?:www\.googleapis\.com\/(compute)\/(?:v1|beta|alpha)|(compute|container)\.googleapis\.com\/(?:compute\/)?(?:v1|beta|v1beta1))\/(projects\/.+)$/s.exec(
      link,
    );
  return match ? `//${match[1] ?? match[2]!}.googleapis.com/${match[3]!}` : undefined;
}
