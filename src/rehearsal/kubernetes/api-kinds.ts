/** A kind of object that a Kubernetes API serves. */
export interface ObjectKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Name in paths: `networkpolicies`. */
  readonly plural: string;
  readonly namespaced: boolean;
  readonly nameRule: NameRule;
}

/** What names of a kind may be. */
export type NameRule = 'subdomain' | 'label' | 'service' | 'path segment';

/** `+` after a kind: it is of the whole cluster. A word after a colon: its names follow that rule. */
const KINDS: Readonly<Record<string, string>> = {
  v1:
    'Namespace+:label Pod Service:service ServiceAccount Secret ConfigMap ResourceQuota LimitRange Endpoints ' +
    'PersistentVolumeClaim PersistentVolume+ ReplicationController Event',
  'apps/v1': 'Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision',
  'batch/v1': 'Job CronJob',
  'networking.k8s.io/v1': 'NetworkPolicy Ingress IngressClass+',
  'rbac.authorization.k8s.io/v1':
    'Role:path-segment RoleBinding:path-segment ClusterRole+:path-segment ClusterRoleBinding+:path-segment',
  'policy/v1': 'PodDisruptionBudget',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'autoscaling/v1': 'HorizontalPodAutoscaler',
  'scheduling.k8s.io/v1': 'PriorityClass+',
  'coordination.k8s.io/v1': 'Lease',
  'discovery.k8s.io/v1': 'EndpointSlice',
  'node.k8s.io/v1': 'RuntimeClass+',
  'admissionregistration.k8s.io/v1':
    'ValidatingAdmissionPolicy+ ValidatingAdmissionPolicyBinding+ ValidatingWebhookConfiguration+ ' +
    'MutatingWebhookConfiguration+',
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition+',
  'apiregistration.k8s.io/v1': 'APIService+',
  'storage.k8s.io/v1': 'StorageClass+ CSIDriver+ VolumeAttachment+',
};

/**
 * Kinds that Kubernetes 1.33 serves by itself, as far as charts of labs may hold them.
 * @see https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.33/ (2026-11)
 */
export const BUILT_IN_KINDS: readonly ObjectKind[] = Object.entries(KINDS).flatMap(([apiVersion, kinds]) =>
  kinds.split(' ').map((entry) => builtIn(apiVersion, entry)),
);

function builtIn(apiVersion: string, entry: string): ObjectKind {
  const [marked = '', rule = 'subdomain'] = entry.split(':');
  const kind = marked.replace('+', '');
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return {
    group,
    version,
    kind,
    plural: kind === 'Endpoints' ? 'endpoints' : pluralOf(kind),
    namespaced: !marked.endsWith('+'),
    nameRule: rule.replace('-', ' ') as NameRule,
  };
}

/** The plural that the API gives a kind. */
export function pluralOf(kind: string): string {
  const word = kind.toLowerCase();
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Namespaces that every cluster begins with. */
export const BUILT_IN_NAMESPACES: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
]);
