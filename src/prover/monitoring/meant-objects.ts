import type { ClusterRecord, PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';

/** `<kind> <namespace>/<name>`, or `<kind> <name>` of what stands in no namespace. */
export type ObjectId = string;

const { monitoringNamespace: home, grafana, metricsReaderRole } = NAMES;

const inHome = (kinds: string, name: string): readonly ObjectId[] =>
  kinds.split(' ').map((kind) => `${kind} ${home}/${name}`);
const ofCluster = (kinds: string, name: string): readonly ObjectId[] =>
  kinds.split(' ').map((kind) => `${kind} ${name}`);

const ALWAYS: readonly ObjectId[] = [
  `Namespace ${home}`,
  ...inHome('NetworkPolicy', 'deny-all'),
  ...inHome('NetworkPolicy', 'allow-dns'),
  ...ofCluster('ClusterRole', metricsReaderRole),
  ...inHome('ServiceAccount Deployment Service NetworkPolicy', 'kube-state-metrics'),
  ...ofCluster('ClusterRole ClusterRoleBinding', 'practicum-kube-state-metrics'),
  ...inHome('ServiceAccount Deployment Service NetworkPolicy', 'load-balancer-metrics'),
  ...inHome('ConfigMap', 'prometheus-config'),
  ...inHome('ConfigMap', 'prometheus-rules'),
  ...inHome('ConfigMap', 'metrics-proxies'),
  ...inHome('ConfigMap', 'query-guard'),
  ...inHome('ServiceAccount NetworkPolicy', 'prometheus'),
  ...inHome('Service', 'metrics'),
  ...ofCluster('ClusterRole ClusterRoleBinding', 'practicum-prometheus'),
  ...ofCluster('ClusterRoleBinding', 'practicum-metrics-proxies'),
];

const BY_COLLECTOR: Readonly<Record<ClusterRecord['monitoring']['collector'], readonly ObjectId[]>> = {
  'in-cluster': [
    ...inHome('PersistentVolumeClaim Deployment', 'prometheus'),
    ...inHome('ConfigMap ServiceAccount StatefulSet Service NetworkPolicy', 'alertmanager'),
  ],
  'google-managed': [
    ...inHome('Deployment', 'prometheus'),
    ...ofCluster('ClusterPodMonitoring', 'tenants'),
    ...ofCluster('ClusterPodMonitoring', 'kube-state-metrics'),
    ...ofCluster('ClusterPodMonitoring', 'load-balancer'),
    ...ofCluster('ClusterNodeMonitoring', 'cadvisor'),
    ...ofCluster('ClusterNodeMonitoring', 'kubelet'),
  ],
};

const OF_TOOLKITS: readonly ObjectId[] = [
  ...inHome('ServiceAccount ConfigMap CronJob NetworkPolicy', 'toolkit-windows'),
  ...ofCluster('ClusterRole ClusterRoleBinding', 'practicum-toolkit-windows'),
];

const OF_PLACEHOLDERS: readonly ObjectId[] = [
  ...inHome('ServiceAccount Deployment', 'placeholders'),
  ...inHome('ServiceAccount ConfigMap CronJob NetworkPolicy RoleBinding', 'class-hours'),
  ...ofCluster('ClusterRole', 'practicum-class-hours'),
];

const OF_SLEEP: readonly ObjectId[] = [
  ...inHome('ServiceAccount ConfigMap CronJob NetworkPolicy', 'place-sleep'),
  ...ofCluster('ClusterRole', 'practicum-place-sleep'),
];

const OF_DASHBOARDS: readonly ObjectId[] = [
  ...inHome('ConfigMap ServiceAccount Deployment Service NetworkPolicy', 'dashboards'),
  ...inHome('ConfigMap', 'dashboards-server'),
];

const OF_STAFF: readonly ObjectId[] = [
  ...inHome('ConfigMap', 'grafana-files'),
  ...inHome(
    'ServiceAccount StatefulSet Service NetworkPolicy HTTPRoute HealthCheckPolicy GCPBackendPolicy',
    grafana,
  ),
  ...ofCluster('ClusterRoleBinding', 'practicum-staff-metrics'),
];

/** Everything that collects and shows the metrics of a cluster, and what scales by the clock, each by its name, and nothing else of its kinds. */
export function meantOfMonitoring(
  cluster: ClusterRecord,
  places: readonly PlaceRecord[],
): ReadonlySet<ObjectId> {
  const tenants = places.some(({ hasGrafana }) => hasGrafana);
  const staff = cluster.owner === undefined;
  return new Set([
    ...ALWAYS,
    ...BY_COLLECTOR[cluster.monitoring.collector],
    ...(cluster.toolkits.length > 0 ? OF_TOOLKITS : []),
    ...(places.some(({ drawsSecrets }) => drawsSecrets)
      ? ofCluster('ClusterRole', 'practicum-toolkit-secrets')
      : []),
    ...(cluster.hasPlaceholders ? OF_PLACEHOLDERS : []),
    ...(cluster.hasSleep ? OF_SLEEP : []),
    ...(cluster.mesh ? inHome('AuthorizationPolicy', 'prometheus') : []),
    ...(tenants || staff ? OF_DASHBOARDS : []),
    ...(staff ? OF_STAFF : []),
  ]);
}

/** Kinds of a tenant's Grafana, all of the same name. */
export const KINDS_OF_GRAFANA = [
  'ConfigMap',
  'HTTPRoute',
  'HealthCheckPolicy',
  'RoleBinding',
  'Service',
  'ServiceAccount',
  'StatefulSet',
] as const;
