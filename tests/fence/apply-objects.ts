import type { KubeAnswer, KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { RealCluster } from '../../src/app/rehearse/kube-api/real-cluster';
import { StandingEffects } from '../../src/app/rehearse/kube-api/standing-effects';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { describeRef, namespaceOf, refOf } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { NO_SIDE_EFFECTS } from '../../src/rehearsal/kubernetes/side-effects';
import { clusterName } from '../../src/rehearsal/provider/cloud-names';

const CLUSTER = clusterName('fence-s27-c1', 'us-west1', 'fence-s27-c1');
const APPLY_TYPE = { 'Content-Type': 'application/apply-patch+yaml' };

/** The cluster as the rehearsal knows it: waits until a definition that it applies is served. */
export const clusterBehind = (connection: KubeConnection): RealCluster =>
  new RealCluster(CLUSTER, connection, new StandingEffects(NO_SIDE_EFFECTS));

/**
 * Applies objects as they are, each as the one owner of its fields, in the order in which they stand.
 *
 * Nothing is forced: a field that somebody else owns is a conflict, and an error here.
 */
export async function applyObjects(
  connection: KubeConnection,
  objects: readonly KubernetesObject[],
  owner = 'practicum',
): Promise<void> {
  const cluster = clusterBehind(connection);
  for (const object of objects) {
    const { status, body } = await applied(connection, cluster, object, owner);
    if (status >= 400) throw new Error(`${describeRef(refOf(object))}: ${status} ${JSON.stringify(body)}`);
  }
}

async function applied(
  connection: KubeConnection,
  cluster: RealCluster,
  object: KubernetesObject,
  owner: string,
): Promise<KubeAnswer> {
  const path = await pathOf(cluster, object);
  const how = `fieldManager=${owner}&fieldValidation=Strict`;
  return connection.request('PATCH', `${path}?${how}`, object, APPLY_TYPE);
}

/** Path of an object that stands, or is to stand, in the API. */
export async function pathOf(cluster: RealCluster, object: KubernetesObject): Promise<string> {
  const { apiVersion, kind, metadata } = object;
  const served = await cluster.findKind(apiVersion, kind);
  if (served === undefined) throw new Error(`The cluster serves no ${apiVersion} ${kind}`);
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = served.namespaced ? `/namespaces/${namespaceOf(object) ?? 'default'}` : '';
  return `${root}${place}/${served.plural}/${encodeURIComponent(metadata.name)}`;
}
