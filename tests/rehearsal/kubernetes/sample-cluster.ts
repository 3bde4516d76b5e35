import { KubernetesFields } from '../../../src/app/rehearse/kube-api/kubernetes-fields';
import type { Asset } from '../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { clusterName } from '../../../src/rehearsal/provider/cloud-names';
import { InMemoryCluster } from '../../../src/rehearsal/kubernetes/in-memory-cluster';
import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { ClusterSideEffect } from '../../../src/rehearsal/kubernetes/side-effects';
import type { Attributes } from '../../../src/rehearsal/values/value';

export const START = Date.UTC(2027, 0, 11, 8);
export const CLUSTER = clusterName('labs-c1', 'us-west1', 'labs-c1');
export const SCHEMAS = new KubernetesFields();

/** A cluster, its cloud, and the side effects that stand. */
export interface SampleCluster {
  readonly cloud: Cloud;
  readonly api: InMemoryCluster;
  readonly effects: ReadonlyMap<string, ClusterSideEffect>;
}

/** A cluster in memory with the Gateway API. */
export function sampleCluster(data: Attributes = { enable_autopilot: true }): SampleCluster {
  const cloud = new Cloud(START);
  insertCluster(cloud, data);
  return { cloud, ...apiIn(cloud) };
}

export function insertCluster(cloud: Cloud, data: Attributes = { enable_autopilot: true }): Asset {
  return cloud.insert({
    name: CLUSTER,
    type: 'container.googleapis.com/Cluster',
    project: 'labs-c1',
    data: { name: 'labs-c1', location: 'us-west1', ...data },
    madeBy: 'terraform',
  });
}

/** The API of the cluster in a cloud. */
export function apiIn(cloud: Cloud): Omit<SampleCluster, 'cloud'> {
  const effects = new Map<string, ClusterSideEffect>();
  const api = new InMemoryCluster({
    cloud,
    cluster: CLUSTER,
    schemas: SCHEMAS,
    effects: {
      appear: (effect) => void effects.set(effect.name, effect),
      disappear: ({ name }) => void effects.delete(name),
    },
  });
  return { api, effects };
}

export const namespace = (name: string, metadata: Attributes = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, ...metadata },
});

/** An object in the namespace `lab`. */
export const inLab = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: Attributes = {},
  metadata: Attributes = {},
): KubernetesObject => ({ apiVersion, kind, metadata: { name, namespace: 'lab', ...metadata }, ...rest });

export const configMap = (name: string, rest: Attributes = {}, metadata: Attributes = {}): KubernetesObject =>
  inLab('v1', 'ConfigMap', name, rest, metadata);

/** What a call is refused with: status, reason and the whole message. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'accepted',
    ({ status, reason, message }: { status: number; reason: string; message: string }) =>
      `${status} ${reason}: ${message}`,
  );
}
