import type { ClusterRecord } from '../cohort-record';
import { blockAt, isList, isMap, textAt } from '../json-value';
import { AddressSet } from '../network/address-set';
import type { CloudResource, CloudResources } from './cloud-resources';

/** Addresses of a cluster's own network, and the subnetwork that says so. */
export interface ClusterRanges {
  readonly subnetwork: CloudResource;
  readonly nodes: AddressSet;
  readonly pods: AddressSet;
  readonly services: AddressSet;
}

/** The resource of a cluster, of a shared or of a tenant's own. */
export function tryFindCluster(
  cloud: CloudResources,
  { name, project }: Pick<ClusterRecord, 'name' | 'project'>,
): CloudResource | undefined {
  return cloud
    .ofType('google_container_cluster')
    .find((each) => cloud.text(each, 'name') === name && cloud.text(each, 'project') === project);
}

/** What the cluster's subnetwork gives to nodes, pods and Services; undefined where that cannot be read. */
export function tryFindRanges(cloud: CloudResources, cluster: CloudResource): ClusterRanges | undefined {
  const subnetwork = cloud.tryFollow(cluster.stack, textAt(cluster.body, 'subnetwork') ?? '');
  if (subnetwork === undefined) return undefined;
  const secondary = subnetwork.body['secondary_ip_range'];
  const rangeOf = (key: string): AddressSet | undefined => {
    const name = blockAt(cluster.body, 'ip_allocation_policy', key);
    const range = (isList(secondary) ? secondary : [secondary]).find(
      (each) => isMap(each) && each['range_name'] === name,
    );
    return AddressSet.tryParse(textAt(range, 'ip_cidr_range') ?? '');
  };
  const nodes = AddressSet.tryParse(textAt(subnetwork.body, 'ip_cidr_range') ?? '');
  const pods = rangeOf('cluster_secondary_range_name');
  const services = rangeOf('services_secondary_range_name');
  if (nodes === undefined || pods === undefined || services === undefined) return undefined;
  return { subnetwork, nodes, pods, services };
}
