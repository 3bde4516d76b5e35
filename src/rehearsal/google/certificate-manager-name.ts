import type { AssetName } from '../cloud/asset';
import { failedPrecondition, invalid } from '../cloud/cloud-error';
import { resourcePath } from '../cloud/cloud';
import type { Operation } from '../provider/operation';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { COMPUTE_NAME } from './compute-resource';
import { projectOf } from './place-attributes';
import { parseResourceLink } from './resource-link';

export const CERTIFICATE_API = 'certificatemanager.googleapis.com';

/** Kinds of resources of Certificate Manager, as its API writes them. */
export type CertificateCollection = 'certificates' | 'certificateMaps' | 'dnsAuthorizations';

/** Full resource name in Certificate Manager of what `link` names: an id, a full name, or a name alone. */
export function certificateResource(
  link: string,
  collection: CertificateCollection,
  project: string,
  location: string,
): AssetName {
  const found = parseResourceLink(link, collection, { project, place: location });
  return `//${CERTIFICATE_API}/projects/${found.project}/locations/${found.place}/${collection}/${found.name}`;
}

/** Full resource name by the attributes `project`, `location` and `name`. */
export const certificateName =
  (collection: CertificateCollection) =>
  (attributes: Attributes, provider: Attributes): AssetName =>
    certificateResource(
      textAt(attributes, 'name') ?? '',
      collection,
      projectOf(attributes, provider),
      textAt(attributes, 'location') ?? 'global',
    );

/** Refuses a name that Certificate Manager refuses. @see https://cloud.google.com/certificate-manager/docs/reference (2026-11) */
export function checkCertificateName(attributes: Attributes): void {
  const name = textAt(attributes, 'name') ?? '';
  if (COMPUTE_NAME.test(name)) return;
  throw invalid(
    `Invalid resource id "${name}": at most 63 lower-case letters, digits and hyphens, first a letter, last no hyphen`,
  );
}

/** Refuses to delete what another resource of the project names in the list `attribute`. */
export function refuseWhileNamed(
  name: AssetName,
  state: Attributes,
  userType: string,
  listed: (data: Attributes) => readonly string[],
  collection: CertificateCollection,
  { cloud, provider }: Operation,
): void {
  const project = projectOf(state, provider);
  const user = cloud
    .inProject(project)
    .find(
      ({ type, data }) =>
        type === userType &&
        listed(data).some((link) => certificateResource(link, collection, project, 'global') === name),
    );
  if (user === undefined) return;
  throw failedPrecondition(
    `can't delete "${resourcePath(name)}": it is still used by "${resourcePath(user.name)}"`,
  );
}
