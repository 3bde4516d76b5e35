import type { AssetName } from '../../rehearsal/cloud/asset';
import type { Cloud } from '../../rehearsal/cloud/cloud';
import { InMemoryCluster } from '../../rehearsal/kubernetes/in-memory-cluster';
import type { KubernetesApi } from '../../rehearsal/kubernetes/kubernetes-api';
import { recordedSideEffects } from '../../rehearsal/kubernetes/recorded-side-effects';
import { blockAt, textAt } from '../../rehearsal/values/read-value';
import { KubernetesFields } from './kube-api/kubernetes-fields';
import { RealClusters } from './kube-api/real-clusters';

/** The Kubernetes APIs of the clusters of a simulated cloud: real ones where their programs are at hand. */
export class ClusterApis {
  private readonly apis = new Map<AssetName, KubernetesApi>();
  private readonly hosts = new Map<string, AssetName>();
  private readonly schemas = new KubernetesFields();
  private readonly real: RealClusters | undefined;

  constructor(
    private readonly cloud: Cloud,
    /** Folder of etcd, kube-apiserver and kube-controller-manager: KUBEBUILDER_ASSETS. */
    programs: string | undefined,
  ) {
    this.real = programs === undefined || programs === '' ? undefined : new RealClusters(cloud, programs);
  }

  /** Whether real API servers stand behind the clusters. */
  get isReal(): boolean {
    return this.real !== undefined;
  }

  /** The API of the cluster that answers at `https://<its DNS endpoint>`. */
  tryFind(host: string): KubernetesApi | undefined {
    const known = this.hosts.get(host);
    if (known !== undefined && this.cloud.tryFind(known) !== undefined) return this.of(known);
    const cluster = this.cloud
      .list()
      .find(
        ({ type, data }) =>
          type === 'container.googleapis.com/Cluster' && host === `https://${endpointOf(data)}`,
      );
    if (cluster === undefined) return undefined;
    this.hosts.set(host, cluster.name);
    return this.of(cluster.name);
  }

  of(cluster: AssetName): KubernetesApi {
    if (this.real !== undefined) return this.real.apiOf(this.cloud.find(cluster));
    const known = this.apis.get(cluster);
    if (known !== undefined) return known;
    const api = new InMemoryCluster({
      cloud: this.cloud,
      cluster,
      schemas: this.schemas,
      effects: recordedSideEffects(this.cloud, cluster),
    });
    this.apis.set(cluster, api);
    return api;
  }

  async close(): Promise<void> {
    await this.real?.stop();
    this.apis.clear();
  }
}

function endpointOf(cluster: Parameters<typeof textAt>[0]): string | undefined {
  const endpoints = blockAt(cluster, 'control_plane_endpoints_config');
  const dns = endpoints === undefined ? undefined : blockAt(endpoints, 'dns_endpoint_config');
  return dns === undefined ? undefined : textAt(dns, 'endpoint');
}
