import type { Asset, AssetName } from '../../../rehearsal/cloud/asset';
import type { Cloud } from '../../../rehearsal/cloud/cloud';
import { resourcePath } from '../../../rehearsal/cloud/cloud';
import { gatewayApiIsOn } from '../../../rehearsal/kubernetes/gateway-api';
import { GKE_CRDS } from '../../../rehearsal/kubernetes/gke-crds';
import type { KubernetesApi } from '../../../rehearsal/kubernetes/kubernetes-api';
import { KubernetesError } from '../../../rehearsal/kubernetes/kubernetes-error';
import { recordedSideEffects } from '../../../rehearsal/kubernetes/recorded-side-effects';
import { NO_SIDE_EFFECTS } from '../../../rehearsal/kubernetes/side-effects';
import { ControlPlane } from './control-plane';
import type { KubeConnection } from './kube-connection';
import { RealCluster } from './real-cluster';
import { StandingEffects } from './standing-effects';

/** A control plane takes some 370 MB: more of them at once do not fit a laptop. */
export const MOST_CONTROL_PLANES = 4;

interface Running {
  /** Virtual instant at which the cluster was made: one of the same name later is another one. */
  readonly created: number;
  readonly plane: Promise<ControlPlane>;
  readonly api: Promise<KubernetesApi>;
}

/** Real control planes, one for each cluster of the simulated cloud, each started when it is first asked. */
export class RealClusters {
  private readonly running = new Map<AssetName, Running>();

  constructor(
    private readonly cloud: Cloud,
    /** Folder of the programs: KUBEBUILDER_ASSETS. */
    private readonly programs: string,
  ) {}

  /** The API of a cluster that stands. */
  apiOf(cluster: Asset): KubernetesApi {
    const { name } = cluster;
    const api = (): Promise<KubernetesApi> => this.started(cluster);
    return {
      cluster: name,
      findKind: async (apiVersion, kind) => (await api()).findKind(apiVersion, kind),
      apply: async (object) => (await api()).apply(object),
      get: async (ref) => (await api()).get(ref),
      delete: async (ref) => (await api()).delete(ref),
      list: async (namespace) => (await api()).list(namespace),
      namespaceGone: async (namespace) => (await api()).namespaceGone(namespace),
      waitUntilGone: async (refs, seconds) => (await api()).waitUntilGone(refs, seconds),
    };
  }

  /** Ends all control planes. */
  async stop(): Promise<void> {
    const all = [...this.running.values()];
    this.running.clear();
    await Promise.all(all.map(ended));
  }

  private async started(cluster: Asset): Promise<KubernetesApi> {
    await this.endThoseOfDeletedClusters();
    const known = this.running.get(cluster.name);
    if (known !== undefined) return known.api;
    if (this.running.size >= MOST_CONTROL_PLANES) throw this.tooMany(cluster.name);
    const plane = ControlPlane.start(this.programs, (connection) => installOwnKinds(cluster, connection));
    const api = plane.then(({ connection }) => {
      const effects = new StandingEffects(recordedSideEffects(this.cloud, cluster.name));
      return new RealCluster(cluster.name, connection, effects);
    });
    this.running.set(cluster.name, { created: cluster.created, plane, api });
    return api;
  }

  private async endThoseOfDeletedClusters(): Promise<void> {
    const gone = [...this.running].filter(
      ([name, { created }]) => this.cloud.tryFind(name)?.created !== created,
    );
    for (const [name] of gone) this.running.delete(name);
    await Promise.all(gone.map(([, running]) => ended(running)));
  }

  private tooMany(cluster: AssetName): KubernetesError {
    const others = [...this.running.keys()].map(resourcePath).sort().join(', ');
    return new KubernetesError({
      status: 503,
      reason: 'ServiceUnavailable',
      message:
        `the rehearsal runs at most ${MOST_CONTROL_PLANES} real control planes at once, and ${resourcePath(cluster)} ` +
        `would be one more beside ${others}: rehearse fewer clusters, or unset KUBEBUILDER_ASSETS to use the ` +
        'in-memory API for all',
    });
  }
}

/** GKE's own kinds are there before anything else is. */
async function installOwnKinds({ name, data }: Asset, connection: KubeConnection): Promise<void> {
  if (!gatewayApiIsOn(data)) return;
  const api = new RealCluster(name, connection, new StandingEffects(NO_SIDE_EFFECTS));
  await Promise.all(GKE_CRDS.map((definition) => api.apply(definition)));
}

async function ended({ plane, api }: Running): Promise<void> {
  await api.catch(() => undefined);
  await plane.then(
    (started) => started.stop(),
    () => undefined,
  );
}
