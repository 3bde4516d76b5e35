import type { NamedExpression, PolicyResources } from './admission-policy';

/** Pods, and everything in Kubernetes that makes pods: a rule for both tells a student at `kubectl apply`. */
export const POD_MAKERS: readonly PolicyResources[] = [
  { apiGroups: [''], resources: ['pods', 'pods/ephemeralcontainers'] },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'replicasets', 'daemonsets'] },
  { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'] },
];

/** CEL for the spec of the pods that `from` is or makes. */
const podSpecIn = (from: string): string =>
  `has(${from}.spec.jobTemplate) ? ${from}.spec.jobTemplate.spec.template.spec : ` +
  `has(${from}.spec.template) ? ${from}.spec.template.spec : ${from}.spec`;

/** Spec of the pods that the object is or makes. */
export const POD_SPEC: NamedExpression = { name: 'spec', expression: podSpecIn('object') };

/** Spec of the pods that the object was or made before; the new one if there was none. */
export const OLD_POD_SPEC: NamedExpression = {
  name: 'oldSpec',
  expression: `oldObject == null ? variables.spec : (${podSpecIn('oldObject')})`,
};

/** All containers of the pods, those that run first and those that are added to look around among them. */
export const CONTAINERS: NamedExpression = {
  name: 'containers',
  expression: ['containers', 'initContainers', 'ephemeralContainers']
    .map((field) => `variables.spec.?${field}.orValue([])`)
    .join(' + '),
};

/** All volumes of the pods. */
export const VOLUMES: NamedExpression = {
  name: 'volumes',
  expression: 'variables.spec.?volumes.orValue([])',
};
