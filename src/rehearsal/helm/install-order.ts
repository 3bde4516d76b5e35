interface OfKind {
  readonly kind: string;
}

/**
 * Kinds in the order in which Helm 3 installs them.
 * @see https://helm.sh/docs/intro/using_helm/#helm-install-installing-a-package (2026-11)
 */
const ORDER = [
  'PriorityClass', 'Namespace', 'NetworkPolicy', 'ResourceQuota', 'LimitRange', 'PodSecurityPolicy',
  'PodDisruptionBudget', 'ServiceAccount', 'Secret', 'SecretList', 'ConfigMap', 'StorageClass',
  'PersistentVolume', 'PersistentVolumeClaim', 'CustomResourceDefinition', 'ClusterRole', 'ClusterRoleList',
  'ClusterRoleBinding', 'ClusterRoleBindingList', 'Role', 'RoleList', 'RoleBinding', 'RoleBindingList', 'Service',
  'DaemonSet', 'Pod', 'ReplicationController', 'ReplicaSet', 'Deployment', 'HorizontalPodAutoscaler',
  'StatefulSet', 'Job', 'CronJob', 'IngressClass', 'Ingress', 'APIService',
]; // prettier-ignore

/** Objects in the order in which Helm installs them; kinds that it does not know come last, by name. */
export const inInstallOrder = <T extends OfKind>(objects: readonly T[]): readonly T[] =>
  byKind(objects, ORDER);

/** Objects in the order in which Helm removes them: the other way round, and what it does not know is last again. */
export const inUninstallOrder = <T extends OfKind>(objects: readonly T[]): readonly T[] =>
  byKind(objects, [...ORDER].reverse());

function byKind<T extends OfKind>(objects: readonly T[], order: readonly string[]): readonly T[] {
  const place = ({ kind }: OfKind): number => {
    const index = order.indexOf(kind);
    return index === -1 ? order.length : index;
  };
  return [...objects].sort((one, other) => {
    const difference = place(one) - place(other);
    if (difference !== 0 || place(one) < order.length) return difference;
    return one.kind < other.kind ? -1 : Number(one.kind > other.kind);
  });
}
