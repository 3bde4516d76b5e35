import type { AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { invalid } from '../cloud/cloud-error';
import { isoInstant } from '../cloud/iso-instant';
import type { Operation } from '../provider/operation';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { isZone, projectOf, regionOf } from './place-attributes';
import { parseResourceLink } from './resource-link';

/** API of everything in this group. */
export const COMPUTE_API = 'compute.googleapis.com';

/** Full resource name in Compute Engine; `place` is `global`, a region or a zone. */
export function computeName(project: string, place: string, collection: string, name: string): AssetName {
  const where = place === 'global' ? place : `${isZone(place) ? 'zones' : 'regions'}/${place}`;
  return `//compute.googleapis.com/projects/${project}/${where}/${collection}/${name}`;
}

export const computeSelfLink = (name: AssetName): string =>
  `https://www.googleapis.com/compute/v1/${resourcePath(name)}`;

/** What every resource of Compute Engine computes. */
export function computeIdentity(name: AssetName, attributes: Attributes, { cloud }: Operation): Attributes {
  return {
    id: resourcePath(name),
    self_link: computeSelfLink(name),
    creation_timestamp: textAt(attributes, 'creation_timestamp') ?? isoInstant(cloud.now),
  };
}

/** Full resource name of the network that the attribute `network` refers to. */
export function networkOf(attributes: Attributes, provider: Attributes): AssetName {
  const context = { project: projectOf(attributes, provider), place: 'global' };
  const { project, name } = parseResourceLink(
    textAt(attributes, 'network') ?? 'default',
    'networks',
    context,
  );
  return computeName(project, 'global', 'networks', name);
}

/** Full resource name of the subnetwork that `link` refers to, from a resource in `region`. */
export function subnetworkName(link: string, project: string, region: string): AssetName {
  const found = parseResourceLink(link, 'subnetworks', { project, place: region });
  return computeName(found.project, found.place, 'subnetworks', found.name);
}

/** Full resource name of a regional resource, by its attributes `project`, `region` and `name`. */
export const regionalName =
  (collection: string) =>
  (attributes: Attributes, provider: Attributes): AssetName =>
    computeName(
      projectOf(attributes, provider),
      regionOf(attributes, provider),
      collection,
      textAt(attributes, 'name') ?? '',
    );

/** Full resource name of a global resource, by its attributes `project` and `name`. */
export const globalName =
  (collection: string) =>
  (attributes: Attributes, provider: Attributes): AssetName =>
    computeName(projectOf(attributes, provider), 'global', collection, textAt(attributes, 'name') ?? '');

/** @see https://cloud.google.com/compute/docs/naming-resources (2026-11) */
export const COMPUTE_NAME = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** What a name in Compute Engine must be, as the end of a sentence. */
export const COMPUTE_NAME_FORM = `doesn't match regexp "${COMPUTE_NAME.source}"`;

/** Refuses a name that Compute Engine refuses. */
export function checkComputeName(attributes: Attributes): void {
  const name = textAt(attributes, 'name') ?? '';
  if (COMPUTE_NAME.test(name)) return;
  throw invalid(
    `Invalid value for field 'resource.name': '${name}'. Must be a match of regex '${COMPUTE_NAME.source}'`,
  );
}
