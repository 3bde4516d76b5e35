import { fieldAt, fieldsAt, listAt, numberAt, textAt } from '../../kubernetes/field-at';
import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { Path } from '../../input/yaml-source';

/** An object that is a pod or makes pods, and how many at once. */
export interface PodMaker {
  /** Where the spec of its pods stands. */
  readonly path: Path;
  readonly spec: Fields;
  readonly metadata: Fields;
  /** Pods at once; a rollout's among them. */
  readonly pods: number;
}

const TEMPLATES = new Map<string, Path>(
  Object.entries({
    Pod: [],
    Deployment: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  }),
);

/** The pods of an object; undefined for what makes none. `objects` are those that stand beside it. */
export function podMakerOf(object: PlacedObject, objects: readonly PlacedObject[]): PodMaker | undefined {
  const path = TEMPLATES.get(object.kind);
  if (path === undefined) return undefined;
  return {
    path: [...path, 'spec'],
    spec: fieldsAt(object, ...path, 'spec'),
    metadata: fieldsAt(object, ...path, 'metadata'),
    pods: podsOf(object, objects),
  };
}

function podsOf(object: PlacedObject, objects: readonly PlacedObject[]): number {
  switch (object.kind) {
    case 'Pod':
      return 1;
    case 'Job':
      return countAt(object, 'spec', 'parallelism');
    case 'CronJob':
      return countAt(object, 'spec', 'jobTemplate', 'spec', 'parallelism');
    case 'Deployment': {
      const replicas = copiesOf(object, objects);
      return replicas + surgeOf(object, replicas);
    }
    default:
      return copiesOf(object, objects);
  }
}

/** More than any place has; a number beyond it is no number of pods. */
const MOST_PODS = 1000;

const bounded = (count: number): number => Math.min(Math.max(Math.ceil(count), 0) || 0, MOST_PODS);

const countAt = (object: unknown, ...path: readonly string[]): number =>
  bounded(numberAt(object, ...path) ?? 1);

/** Copies that are asked for, or the most that an autoscaler makes of them. */
function copiesOf({ kind, metadata, ...object }: PlacedObject, objects: readonly PlacedObject[]): number {
  const scaled = objects
    .filter((each) => each.kind === 'HorizontalPodAutoscaler')
    .filter((each) => textAt(each, 'spec', 'scaleTargetRef', 'kind') === kind)
    .filter((each) => textAt(each, 'spec', 'scaleTargetRef', 'name') === metadata.name)
    .map((each) => countAt(each, 'spec', 'maxReplicas'));
  return Math.max(countAt(object, 'spec', 'replicas'), ...scaled);
}

/** Pods that a rollout has beside the old ones: a quarter, rounded up, unless something else is written. */
function surgeOf(object: PlacedObject, replicas: number): number {
  if (textAt(object, 'spec', 'strategy', 'type') === 'Recreate') return 0;
  const surge = fieldAt(object, 'spec', 'strategy', 'rollingUpdate', 'maxSurge') ?? '25%';
  if (typeof surge === 'number') return bounded(surge);
  const percent = /^(\d{1,4})%$/.exec(typeof surge === 'string' ? surge : '');
  return bounded((replicas * Number(percent?.[1] ?? 25)) / 100);
}

/** A container of a pod, and where it stands in its spec. */
export interface PodContainer {
  readonly path: Path;
  readonly container: Fields;
  /** Runs before the others, and is gone when they start. */
  readonly passes: boolean;
}

/** All containers of pods, those that run first among them. */
export function containersOf({ spec, path }: Pick<PodMaker, 'spec' | 'path'>): readonly PodContainer[] {
  const init = listAt(spec, 'initContainers').map((container, index) => ({
    path: [...path, 'initContainers', index],
    container,
    passes: textAt(container, 'restartPolicy') !== 'Always',
  }));
  const own = listAt(spec, 'containers').map((container, index) => ({
    path: [...path, 'containers', index],
    container,
    passes: false,
  }));
  return [...init, ...own];
}
