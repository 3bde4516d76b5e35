import type { PlaceRecord } from './cohort-record';
import type { Step } from './finding';
import { stepThrough } from './kubernetes/cluster-objects';
import type { ClusterWorld } from './world';

/** A step of a way at the namespace of a place, which may be missing. */
export function placeStep({ objects, name }: ClusterWorld, { namespace }: PlaceRecord, says: string): Step {
  const document = objects.tryFind('Namespace', namespace);
  if (document !== undefined) return stepThrough(document, says);
  return { file: `manifests for the cluster ${name}`, object: `Namespace ${namespace}`, says };
}
