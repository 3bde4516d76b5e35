import { bars } from './bars';
import type { Section } from './board';
import { boardOf } from './board';
import { FAILURES, FULLNESS, PACE } from './levels';
import { podsSection } from './pods-section';
import { stat } from './stat';
import { table } from './table';
import { timeSeries } from './time-series';
import { trafficSection } from './traffic-section';
import { UNIT } from './unit';

const COST = 'namespace:cost_usd_per_hour:sum';
const PACE_OF_BUDGET = 'namespace:budget_pace:ratio1d';

/** What a tenant looks at first: everything that happens in their place. */
export const TENANT_OVERVIEW = boardOf({
  uid: 'tenant-overview',
  title: 'Your place',
  description: 'What runs in your place, how it answers, what is left of your quota and what it costs.',
  audience: 'tenant',
  from: 'now-1h',
  sections: () => [now(), podsSection(), trafficSection(), resources(), money()],
});

const now = (): Section => ({
  heading: 'Now',
  lines: [
    {
      height: 4,
      panels: [
        stat({
          title: 'Requests a second',
          description:
            'What your service counted in the last five minutes. Empty: no pod of yours publishes metrics.',
          unit: UNIT.requestsPerSecond,
          queries: [{ expr: 'namespace:http_requests:rate5m', legend: 'requests' }],
          nothing: 'no metrics',
        }),
        stat({
          title: 'Slowest 1 % (p99)',
          description: '99 of 100 requests were faster than this. See the latency below for when it began.',
          unit: UNIT.seconds,
          queries: [{ expr: 'namespace:http_request_duration_seconds:p99_5m', legend: 'p99' }],
          nothing: 'no requests',
        }),
        stat({
          title: 'Failed requests',
          description:
            'Share of answers with a status of 500 or above. Read the logs of your pods if it is not 0.',
          unit: UNIT.ratio,
          levels: FAILURES,
          queries: [{ expr: 'namespace:http_requests_failed:ratio5m', legend: 'failed' }],
          nothing: 'no requests',
        }),
        stat({
          title: 'Cache hits',
          description:
            'Share of look-ups that Redis answered. Low: the same question is asked under different keys.',
          unit: UNIT.ratio,
          queries: [{ expr: 'namespace:redis_keyspace_hits:ratio5m', legend: 'hits' }],
          nothing: 'no look-ups',
        }),
        stat({
          title: 'Cost per hour',
          description:
            'What your pods ask for and your disks hold, at list prices. Ask for less to pay less.',
          unit: UNIT.dollars,
          queries: [{ expr: COST, legend: 'cost' }],
        }),
        stat({
          title: 'Budget',
          description:
            'At 100 % all of your budget is spent when the term ends; above, sooner. Scale down what idles.',
          unit: UNIT.ratio,
          levels: PACE,
          queries: [{ expr: PACE_OF_BUDGET, legend: 'pace' }],
        }),
      ],
    },
    {
      height: 9,
      panels: [
        bars({
          title: 'Quota',
          description:
            'What is used of your quota, fullest first. At 100 % Kubernetes refuses more: delete or ask for less.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          max: 1,
          queries: [
            { expr: 'topk(12, namespace_resource:kube_resourcequota_used:ratio)', legend: '{{resource}}' },
          ],
        }),
        table({
          title: 'Alerts',
          description:
            'Alerts about your place that fire now. The panels below show what each of them is about.',
          unit: UNIT.count,
          rows: { alertname: 'Alert', severity: 'Severity' },
          columns: [{ expr: 'sum by (alertname, severity) (ALERTS{alertstate="firing"})', legend: 'Firing' }],
          nothing: 'no alerts',
        }),
      ],
    },
  ],
});

const resources = (): Section => ({
  heading: 'Resources',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'CPU',
          description: 'Cores that all your pods use, and the most that your quota lets them use together.',
          unit: UNIT.cores,
          queries: [
            { expr: 'namespace:container_cpu_usage_seconds:rate5m', legend: 'used' },
            { expr: quota('limits.cpu'), legend: 'quota' },
          ],
        }),
        timeSeries({
          title: 'Memory',
          description: 'What all your pods hold. A pod over its own limit is killed and starts again.',
          unit: UNIT.bytes,
          queries: [
            { expr: 'namespace:container_memory_working_set_bytes:sum', legend: 'used' },
            { expr: quota('limits.memory'), legend: 'quota' },
          ],
        }),
        timeSeries({
          title: 'CPU throttling',
          description:
            'Share of time slices in which a pod had used up its CPU limit. Above 25 %, raise the limit.',
          unit: UNIT.ratio,
          queries: [{ expr: 'namespace:container_cpu_throttled:ratio5m', legend: 'throttled' }],
        }),
        timeSeries({
          title: 'Disks',
          description:
            'What is used of each volume. A full one makes its pod fail: delete files or claim a larger one.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          queries: [
            {
              expr:
                'max by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes{job="kubelet"}' +
                ' / kubelet_volume_stats_capacity_bytes{job="kubelet"})',
              legend: '{{persistentvolumeclaim}}',
            },
          ],
          nothing: 'no disks',
        }),
      ],
    },
  ],
});

const quota = (resource: string): string =>
  `max(kube_resourcequota{job="kube-state-metrics",type="hard",resource="${resource}"})`;

const money = (): Section => ({
  heading: 'Money',
  lines: [
    {
      height: 7,
      panels: [
        timeSeries({
          title: 'Cost per hour',
          description:
            'It follows what pods ask for, not what they use. A step up is a pod, a disk or a load balancer more.',
          unit: UNIT.dollars,
          queries: [{ expr: COST, legend: 'cost' }],
        }),
        timeSeries({
          title: 'Pace of the budget',
          description:
            'The last day, carried on to the end of the term, against your budget. Keep it below 100 %.',
          unit: UNIT.ratio,
          levels: PACE,
          queries: [{ expr: PACE_OF_BUDGET, legend: 'pace' }],
        }),
      ],
    },
  ],
});
