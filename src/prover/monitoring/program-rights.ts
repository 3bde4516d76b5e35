import { NAMES } from '../expected-names';

/** What a program of a cluster holds, and by which binding. */
export interface ProgramRight {
  /** Name of the binding. */
  readonly binding: string;
  readonly account: string;
  readonly role: string;
  /** Where it is held: by a RoleBinding in the monitoring namespace, or in each place that sleeps. @default - everywhere */
  readonly only?: 'at home' | 'in sleeping places';
}

/** All that accounts of the monitoring namespace hold. */
export const PROGRAM_RIGHTS: readonly ProgramRight[] = [
  {
    binding: 'practicum-kube-state-metrics',
    account: 'kube-state-metrics',
    role: 'practicum-kube-state-metrics',
  },
  { binding: 'practicum-prometheus', account: 'prometheus', role: 'practicum-prometheus' },
  // Asks who holds a token and what they may; it gives nothing.
  { binding: 'practicum-metrics-proxies', account: 'prometheus', role: 'system:auth-delegator' },
  { binding: 'practicum-grafana-windows', account: 'grafana-windows', role: 'practicum-grafana-windows' },
  { binding: 'class-hours', account: 'class-hours', role: 'practicum-class-hours', only: 'at home' },
  // Changes workloads to scale them; a policy of admission keeps it to that.
  {
    binding: 'place-sleep',
    account: 'place-sleep',
    role: 'practicum-place-sleep',
    only: 'in sleeping places',
  },
  { binding: 'practicum-staff-metrics', account: NAMES.grafana, role: NAMES.metricsReaderRole },
];

interface RoleRow {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Objects that alone it is held on; none for all. */
  readonly only?: string;
}

const row = (group: string, resources: string, verbs: string, only?: string): RoleRow => ({
  group,
  resources: resources.split(' '),
  verbs: verbs.split(' '),
  ...(only === undefined ? {} : { only }),
});

/** What each of these roles allows, all of it: no secret, no settings, and no writing but what scales. */
export const PROGRAM_ROLES: Readonly<Record<string, readonly RoleRow[]>> = {
  [NAMES.metricsReaderRole]: [row('monitoring.practicum.dev', 'metrics', 'get create')],
  'practicum-kube-state-metrics': [
    row('', 'endpoints namespaces nodes persistentvolumeclaims pods resourcequotas services', 'list watch'),
    row('apps', 'deployments', 'list watch'),
    row('autoscaling', 'horizontalpodautoscalers', 'list watch'),
    row('batch', 'jobs', 'list watch'),
  ],
  'practicum-prometheus': [row('', 'pods nodes', 'get list watch'), row('', 'nodes/metrics', 'get')],
  'practicum-grafana-windows': [
    row('apps', 'statefulsets', 'get', NAMES.grafana),
    row('apps', 'statefulsets/scale', 'get update patch', NAMES.grafana),
  ],
  'practicum-class-hours': [
    row('apps', 'deployments', 'get', 'placeholders'),
    row('apps', 'deployments/scale', 'get update patch', 'placeholders'),
  ],
  'practicum-place-sleep': [row('apps', 'deployments statefulsets', 'get list patch')],
};
