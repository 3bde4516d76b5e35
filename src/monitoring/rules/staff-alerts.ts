import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { once } from './pods';
import { indented, recorded } from './promql';
import type { AlertRule, RuleGroup, Severity } from './rule';
import { group } from './rule';

/** Jobs of the system that every cell has, and without which rules and dashboards tell nothing. */
const SYSTEM_JOBS = [
  'alertmanager',
  'cadvisor',
  'kube-state-metrics',
  'kubelet',
  'load-balancer',
  'prometheus',
] as const;
/** Jobs of the system; only a cell with a mesh has gateways to scrape. */
const ALL_JOBS = [...SYSTEM_JOBS, 'gateway'].sort();

/** Share of what a cell has with all its nodes. */
const NEAR_CAPACITY = 0.85;
const NEAR_MEMORY = 0.85;

/** Times a pod's limit of samples that a place may bring in as new series in ten minutes: more than any rollout does. */
const FLOOD_OF_LIMITS = 5;

const alert = (
  name: string,
  severity: Severity,
  lasting: string,
  expr: string,
  annotations: AlertRule['annotations'],
  labels: Readonly<Record<string, string>> = {},
): AlertRule => ({
  alert: name,
  expr,
  for: lasting,
  labels: { severity, audience: 'staff', ...labels },
  annotations,
});

/** What only those can mend who keep the cell. A Prometheus of Google's is watched by Google. */
export const staffAlerts = (plan: MonitoringPlan): RuleGroup =>
  group('alerts-to-staff', [
    ...cellAlerts(),
    ...tenantAlerts(plan),
    scrapeFailing(plan),
    ...(plan.collector === 'in-cluster' ? prometheusAlerts(plan) : []),
  ]);

function cellAlerts(): AlertRule[] {
  const byResource = (resource: 'cpu' | 'memory'): string =>
    `label_replace(max(${recorded(`cell:${resource}_requested:ratio`)}), "resource", "${resource}", "", "")`;
  const grown = `(sum(${recorded('pool:nodes:count')}) / (sum(${recorded('pool:nodes:max')}) > 0))`;
  return [
    alert(
      'CellNearCapacity',
      'warning',
      '15m',
      `(\n  ${byResource('cpu')}\n  or\n  ${byResource('memory')}\n) * on () group_left () ${grown} > ${NEAR_CAPACITY}`,
      {
        summary: 'The cell is nearly full',
        description:
          'Pods ask for {{ $value | humanizePercentage }} of the {{ $labels.resource }} that the cell would have with all nodes it may have. Places that wake up next may find none. Raise the most nodes in cohort.yaml and deploy.',
      },
    ),
    alert(
      'NodePoolAtMax',
      'critical',
      '15m',
      // A pool that is as large as it may be troubles nobody before a pod finds no node.
      `max by (pool) (${recorded('pool:nodes:count')}) >= on (pool) max by (pool) (${recorded('pool:nodes:max')})\nand on () (count(${once('namespace, pod', 'kube_pod_status_unschedulable')} > 0) > 0)`,
      {
        summary: 'The node pool {{ $labels.pool }} cannot grow, and pods wait',
        description:
          'It has all of its {{ $value }} nodes, and some pods find no place on a node. Raise the most nodes in cohort.yaml and deploy, or find who asks for much on the cell dashboard.',
      },
    ),
  ];
}

function tenantAlerts({ scrape: { samplesPerPod } }: MonitoringPlan): AlertRule[] {
  const samples = 'max by (namespace, pod, instance) (scrape_samples_post_metric_relabeling{job="tenants"})';
  const added = `max by (namespace) (${recorded('namespace:scrape_series_added:sum10m')})`;
  const wayOut =
    'Its metrics have labels with ever new values, such as a request id or a whole text. Ask those who work there to take that label away.';
  return [
    alert(
      'TenantFlooding',
      'warning',
      '5m',
      `max by (namespace) (${samples}) > ${samplesPerPod}`,
      {
        summary: 'A pod in {{ $labels.namespace }} exports more than is scraped',
        description: `It exports {{ $value }} samples, of which ${samplesPerPod} would be taken: it is not scraped at all, and nobody else is harmed. ${wayOut}`,
      },
      { limit: 'samples' },
    ),
    alert(
      'TenantFlooding',
      'warning',
      '5m',
      `${added} > ${FLOOD_OF_LIMITS * samplesPerPod}`,
      {
        summary: '{{ $labels.namespace }} brings in new series without end',
        description: `{{ $value }} new series came in within ten minutes, and each takes memory of Prometheus for hours. ${wayOut}`,
      },
      { limit: 'new-series' },
    ),
    alert(
      'TenantOverBudgetPace',
      'warning',
      '6h',
      `max by (namespace) (${recorded('namespace:budget_pace:ratio1d')}) > 1`,
      {
        summary: '{{ $labels.namespace }} spends faster than its budget allows',
        description:
          'A whole term like the last day would cost {{ $value | humanizePercentage }} of its budget by the price list. The cohort dashboard shows what it runs; ask whether it may sleep or be smaller.',
      },
    ),
  ];
}

function scrapeFailing({ collector }: MonitoringPlan): AlertRule {
  const down = `count by (job) (up{job=~"${ALL_JOBS.join('|')}"} == 0)`;
  // A target that is gone has no `up` that could be 0; Google's collectors are not all ours to miss.
  const gone = collector === 'in-cluster' ? SYSTEM_JOBS.map((job) => `absent(up{job="${job}"})`) : [];
  return alert('ScrapeFailing', 'critical', '10m', [down, ...gone].join('\nor\n'), {
    summary: 'Prometheus gets no metrics from {{ $labels.job }}',
    description:
      '{{ $value }} targets do not answer or are gone. Dashboards and alerts that rest on them tell nothing meanwhile. Look at the pods in practicum-monitoring and at the targets page of Prometheus.',
  });
}

function prometheusAlerts({ prometheus: { memory } }: MonitoringPlan): AlertRule[] {
  return [
    alert(
      'PrometheusNearLimit',
      'critical',
      '15m',
      `max(process_resident_memory_bytes{job="prometheus"}) > ${Math.floor(NEAR_MEMORY * memory.bytes)}`,
      {
        summary: 'Prometheus has nearly used up its memory',
        description: `It uses {{ $value | humanize1024 }}B of the ${memory.toString()} it may use; beyond that it is killed, and nothing is recorded until it has read its log again. See on the cell dashboard who exports most, or raise its memory.`,
      },
    ),
    alert(
      'RuleFailing',
      'warning',
      '5m',
      'sum by (rule_group) (\n' +
        indented('increase(prometheus_rule_evaluation_failures_total{job="prometheus"}[15m])') +
        '\n) > 0',
      {
        summary: 'Prometheus cannot evaluate a rule',
        description:
          'A rule of {{ $labels.rule_group }} failed {{ $value | humanize }} times in a quarter of an hour: its series stand still, and its alerts do not fire. The rules page of Prometheus shows the error.',
      },
    ),
  ];
}
