import type { AssetName } from '../cloud/asset';
import { clusterName } from '../provider/cloud-names';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { subnetworkName } from './compute-resource';
import { locationOf, projectOf, regionOfPlace } from './place-attributes';
import { parseResourceLink } from './resource-link';

export const CONTAINER_API = 'container.googleapis.com';

/** Full resource name of a cluster, by its attributes `project`, `location` and `name`. */
export const clusterNameOf = (attributes: Attributes, provider: Attributes): AssetName =>
  clusterName(
    projectOf(attributes, provider),
    locationOf(attributes, provider),
    textAt(attributes, 'name') ?? '',
  );

/** Full resource name of the subnetwork that a cluster's nodes are in. */
export function clusterSubnetwork(attributes: Attributes, provider: Attributes): AssetName {
  const link = textAt(attributes, 'subnetwork') ?? textAt(attributes, 'network') ?? 'default';
  const region = regionOfPlace(locationOf(attributes, provider));
  return subnetworkName(
    link.replace('/global/networks/', `/regions/${region}/subnetworks/`),
    projectOf(attributes, provider),
    region,
  );
}

/** Full resource name of the cluster that a node pool is in; `cluster` is a name or an id. */
export function poolCluster(attributes: Attributes, provider: Attributes): AssetName {
  const link = textAt(attributes, 'cluster') ?? '';
  const context = link.includes('/')
    ? { project: '', place: '' }
    : { project: projectOf(attributes, provider), place: locationOf(attributes, provider) };
  const { project, place, name } = parseResourceLink(link, 'clusters', context);
  return clusterName(project, place, name);
}
