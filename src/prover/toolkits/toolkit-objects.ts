import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import { labelsAt } from '../json-value';
import { kindOf } from '../kubernetes/cluster-objects';

/** Kinds that start pods, with where the template of a pod stands in each. */
export const POD_MAKERS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Kinds of which a toolkit puts objects into a place. */
const KINDS_OF_TOOLKITS: ReadonlySet<string> = new Set([
  ...Object.keys(POD_MAKERS),
  'ConfigMap',
  'HTTPRoute',
  'HorizontalPodAutoscaler',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'Service',
]);

/** Toolkit that an object says it is of. */
export const toolkitOf = ({ object }: KubernetesDocument): string | undefined =>
  labelsAt(object, 'metadata', 'labels')[NAMES.toolkitLabel];

/** Whether an object is of a toolkit that stands in the place; a Grafana is known by its name, object by object. */
export function isOfToolkit({ toolkits }: PlaceRecord, document: KubernetesDocument): boolean {
  const toolkit = toolkitOf(document);
  return (
    toolkit !== undefined &&
    toolkit !== NAMES.grafana &&
    toolkits.includes(toolkit) &&
    KINDS_OF_TOOLKITS.has(kindOf(document))
  );
}
