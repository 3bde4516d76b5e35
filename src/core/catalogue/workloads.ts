import type { PlacedObject } from '../kubernetes/placed-object';
import { specOf } from '../kubernetes/placed-object';
import type { Toolkit, ToolkitPlace, Workload } from './toolkit';

/** True for what has replicas, and so can sleep. */
const isWorkload = ({ kind }: PlacedObject): boolean => kind === 'Deployment' || kind === 'StatefulSet';

/** What of a toolkit scales by the clock, by name. */
export function workloadsOf(toolkit: Toolkit, place: ToolkitPlace): readonly Workload[] {
  const placed = (toolkit.place?.(place) ?? []).filter(isWorkload).map((object): Workload => ({
    kind: object.kind as Workload['kind'],
    name: object.metadata.name,
    replicas: replicasOf(object),
  }));
  return [...(toolkit.workloads ?? []), ...placed].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a toolkit has anything in a place before a student starts something. */
export const stands = ({ place, workloads = [] }: Toolkit): boolean =>
  place !== undefined || workloads.length > 0;

/** A workload as it is placed: asleep, until the clock wakes it. */
export const asleep = (object: PlacedObject): PlacedObject =>
  isWorkload(object) ? { ...object, spec: { ...specOf(object), replicas: 0 } } : object;

const replicasOf = (object: PlacedObject): number => {
  const { replicas } = specOf(object);
  return typeof replicas === 'number' ? replicas : 1;
};
