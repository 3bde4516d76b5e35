import type { KubernetesObject } from './terraform-output';

interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
}

interface Binding {
  readonly roleRef: { readonly apiGroup: string; readonly kind: string; readonly name: string };
  readonly subjects: readonly Subject[];
}

const RBAC = 'rbac.authorization.k8s.io';

const toProgram = (role: string, account: string, namespace: string): Binding => ({
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
  subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
});

const toMonitoring = (role: string, account: string): Binding =>
  toProgram(role, account, 'practicum-monitoring');

/** What may be bound in a whole cluster, by name: programs of the monitoring, each to its own role. */
export const CLUSTER_WIDE: Readonly<Record<string, Binding>> = {
  'practicum-kube-state-metrics': toMonitoring('practicum-kube-state-metrics', 'kube-state-metrics'),
  'practicum-metrics-proxies': toMonitoring('system:auth-delegator', 'prometheus'),
  'practicum-prometheus': toMonitoring('practicum-prometheus', 'prometheus'),
  'practicum-staff-metrics': toMonitoring('practicum-metrics-reader', 'grafana'),
  'practicum-toolkit-windows': toMonitoring('practicum-toolkit-windows', 'toolkit-windows'),
};

/** What scales placeholders, in the namespace that they stand in. */
export const CLASS_HOURS = toMonitoring('practicum-class-hours', 'class-hours');

export const bindingOf = ({ roleRef, subjects }: KubernetesObject): Binding =>
  ({ roleRef, subjects }) as unknown as Binding;

/** What draws Secrets in places whose toolkits need some. */
export const TOOLKIT_SECRETS = toMonitoring('practicum-toolkit-secrets', 'toolkit-windows');

/** What workflows deploy as, in the place of their repository. */
export const deployerBinding = (email: string): Binding => ({
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'practicum-deployer' },
  subjects: [{ apiGroup: RBAC, kind: 'User', name: email }],
});

/** What lets a place's Grafana read the metrics of that place. */
export const grafanaBinding = (namespace: string): Binding =>
  toProgram('practicum-metrics-reader', 'grafana', namespace);

/** True for a binding of users, none of a group or of a program, to a role for people. */
export function isForPeople(object: KubernetesObject): boolean {
  const { roleRef, subjects } = bindingOf(object);
  return (
    subjects.length > 0 &&
    subjects.every(({ kind, apiGroup }) => kind === 'User' && apiGroup === RBAC) &&
    /^practicum-(student|instructor|ta)$/.test(roleRef.name)
  );
}
