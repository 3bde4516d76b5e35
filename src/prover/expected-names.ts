/**
 * Names that the fence is known by, written down a second time: a proof that took them from what emits the
 * artifacts would follow a mistake there instead of finding it.
 */
export const NAMES = {
  tenantLabel: 'practicum.dev/tenant',
  cohortLabel: 'practicum.dev/cohort',
  kindLabel: 'practicum.dev/kind',
  gatewayLabel: 'practicum.dev/gateway',
  hostAnnotation: 'practicum.dev/host',
  registryAnnotation: 'practicum.dev/registry',
  loadBalancersAnnotation: 'practicum.dev/load-balancers',
  poolLabel: 'practicum.dev/pool',
  namespaceNameLabel: 'kubernetes.io/metadata.name',
  systemNamespace: 'practicum-system',
  monitoringNamespace: 'practicum-monitoring',
  programLabel: 'app.kubernetes.io/name',
  toolkitLabel: 'practicum.dev/toolkit',
  grafana: 'grafana',
  metricsReaderRole: 'practicum-metrics-reader',
  metricsAudience: 'practicum-metrics',
  collectedLabel: 'practicum.dev/collected',
  collectedPolicy: 'practicum-collected-labels',
  metricsHeader: 'X-Namespace',
  gateway: 'labs',
  workloadAccount: 'lab',
  nodeAccount: 'lab-nodes',
  studentRole: 'practicum-student',
  instructorRole: 'practicum-instructor',
  taRole: 'practicum-ta',
  imagePolicy: 'practicum-images',
} as const;
