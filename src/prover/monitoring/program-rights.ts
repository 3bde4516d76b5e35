import type { ClusterRecord } from '../cohort-record';
import { NAMES } from '../expected-names';

/** What a program of a cluster holds, and by which binding. */
export interface ProgramRight {
  /** Name of the binding. */
  readonly binding: string;
  readonly account: string;
  readonly role: string;
  /**
   * Where it is held: by a RoleBinding in the monitoring namespace, in each place that sleeps, or in each with Secrets
   * that are drawn. @default - everywhere
   */
  readonly only?: 'at home' | 'in sleeping places' | 'where secrets are drawn';
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
  { binding: 'practicum-toolkit-windows', account: 'toolkit-windows', role: 'practicum-toolkit-windows' },
  // Makes Secrets that it cannot read: what a toolkit logs in with is drawn in the cluster.
  {
    binding: 'toolkit-secrets',
    account: 'toolkit-windows',
    role: 'practicum-toolkit-secrets',
    only: 'where secrets are drawn',
  },
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

/** What each of these roles allows, all of it: no secret to be read, no settings, and no writing but what scales. */
const PROGRAM_ROLES: Readonly<Record<string, readonly RoleRow[]>> = {
  [NAMES.metricsReaderRole]: [row('monitoring.practicum.dev', 'metrics', 'get create')],
  'practicum-kube-state-metrics': [
    row('', 'endpoints namespaces nodes persistentvolumeclaims pods resourcequotas services', 'list watch'),
    row('apps', 'deployments', 'list watch'),
    row('autoscaling', 'horizontalpodautoscalers', 'list watch'),
    row('batch', 'jobs', 'list watch'),
  ],
  'practicum-prometheus': [row('', 'pods nodes', 'get list watch'), row('', 'nodes/metrics', 'get')],
  'practicum-toolkit-secrets': [row('', 'secrets', 'create')],
  'practicum-class-hours': [
    row('apps', 'deployments', 'get', 'placeholders'),
    row('apps', 'deployments/scale', 'get update patch', 'placeholders'),
  ],
  'practicum-place-sleep': [row('apps', 'deployments statefulsets', 'get list patch')],
};

/** What the roles of a cluster's programs allow: what wakes toolkits may scale these by their names alone. */
export const programRoles = ({ toolkits }: ClusterRecord): typeof PROGRAM_ROLES => ({
  ...PROGRAM_ROLES,
  'practicum-toolkit-windows': [
    row('apps', 'deployments statefulsets', 'list'),
    ...[
      ...new Set(
        toolkits.flatMap(({ workloads }) =>
          workloads.map(({ kind, name }) => `${kind.toLowerCase()}s/scale ${name}`),
        ),
      ),
    ].map((each) => {
      const [resource, name] = each.split(' ') as [string, string];
      return row('apps', resource, 'patch', name);
    }),
  ],
});
