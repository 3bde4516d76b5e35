import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { MESH_CRDS } from '../kubernetes/mesh-crds';

/** Kinds that charts of others bring and objects of ours are of, by the id that the chart's archive is called after. */
const KINDS: Readonly<Record<string, readonly KubernetesObject[]>> = { 'istio-base': MESH_CRDS };

/** What of an archive is made here, as a manifest: the kinds without which objects of ours would be refused. */
export function kindsIn(archive: string): string {
  const id = /([^/]+)-[0-9][^/]*\.tgz$/.exec(archive)?.[1] ?? '';
  return (KINDS[id] ?? []).map((each) => JSON.stringify(each)).join('\n---\n');
}
