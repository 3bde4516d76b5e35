import type { Asset, AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { blocksAt, textAt } from '../values/read-value';
import type { KubernetesApi } from './kubernetes-api';

const CLUSTER = 'container.googleapis.com/Cluster';

/** Finds the API of the cluster that answers at a host, such as `https://gke-….us-west1.gke.goog`. */
export function clusterAtHost(
  cloud: Cloud,
  apiOf: (cluster: Asset) => KubernetesApi,
): (host: string) => KubernetesApi | undefined {
  // All assets are looked through once for each host: there are tens of thousands, and a call for each release.
  const known = new Map<string, AssetName>();
  return (host) => {
    const name = host.replace(/^https?:\/\//, '').replace(/\/$/, '');
    const before = known.get(name);
    const remembered = before === undefined ? undefined : cloud.tryFind(before);
    const cluster =
      remembered !== undefined && hostsOf(remembered).includes(name)
        ? remembered
        : cloud.list().find((asset) => asset.type === CLUSTER && hostsOf(asset).includes(name));
    if (cluster === undefined) return undefined;
    known.set(name, cluster.name);
    return apiOf(cluster);
  };
}

/** The DNS endpoint and the IP endpoint of a cluster. */
function hostsOf({ data }: Asset): readonly string[] {
  const dns = blocksAt(data, 'control_plane_endpoints_config')
    .flatMap((block) => blocksAt(block, 'dns_endpoint_config'))
    .map((block) => textAt(block, 'endpoint'));
  return [...dns, textAt(data, 'endpoint')].filter((host) => host !== undefined && host !== '') as string[];
}
