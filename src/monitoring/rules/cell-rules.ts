import { byText } from '../../core/domain/sorting';
import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { heldRequests, once } from './pods';
import { TENANT_NAMESPACES, indented, quoted, recorded } from './promql';
import type { Recorded } from './recorded';
import type { RecordingRule, RuleGroup } from './rule';
import { group } from './rule';

const NODE_POOL = 'label_cloud_google_com_gke_nodepool';

const allocatable = (resource: string): string =>
  `sum(${once('node', 'kube_node_status_allocatable', `resource="${resource}"`)})`;
const requested = (resource: 'cpu' | 'memory', whole: Recorded): string =>
  `sum(\n${indented(heldRequests(resource))}\n) / (max(${recorded(whole)}) > 0)`;

/** How full the cell is, and how far it can still grow. */
export const cellRules = ({ pools }: MonitoringPlan): RuleGroup =>
  group('cell', [
    { record: 'cell:tenants:count', expr: `count(${TENANT_NAMESPACES}) or vector(0)` },
    { record: 'cell:cpu_allocatable_cores:sum', expr: allocatable('cpu') },
    { record: 'cell:memory_allocatable_bytes:sum', expr: allocatable('memory') },
    { record: 'cell:cpu_requested:ratio', expr: requested('cpu', 'cell:cpu_allocatable_cores:sum') },
    { record: 'cell:memory_requested:ratio', expr: requested('memory', 'cell:memory_allocatable_bytes:sum') },
    ...[...pools].sort(byText(({ name }) => name)).map(({ name, maxNodes }): RecordingRule => ({
      record: 'pool:nodes:max',
      expr: `vector(${maxNodes})`,
      labels: { pool: name },
    })),
    {
      record: 'pool:nodes:count',
      expr: [
        'count by (pool) (',
        `  label_replace(`,
        `    ${once(`node, ${NODE_POOL}`, 'kube_node_labels', `${NODE_POOL}!=""`)},`,
        `    "pool", "$1", ${quoted(NODE_POOL)}, "(.+)"`,
        '  )',
        ')',
        // A pool without nodes has nothing to be counted.
        `or 0 * max by (pool) (${recorded('pool:nodes:max')})`,
      ].join('\n'),
    },
    {
      record: 'cell:prometheus_head_series:sum',
      expr: 'sum(prometheus_tsdb_head_series{job="prometheus"})',
    },
  ]);
