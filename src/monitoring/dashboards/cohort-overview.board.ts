import type { Section } from './board';
import { bars } from './bars';
import { boardOf } from './board';
import { FULLNESS, TROUBLES } from './levels';
import { moneySection } from './cohort-money-section';
import { stat } from './stat';
import { table } from './table';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

const READY = 'namespace:web_endpoints_ready:count';
const WAITING = 'namespace_reason:kube_pods_waiting:count';
const QUOTA = 'namespace_resource:kube_resourcequota_used:ratio';

/** Who of the cohort needs help; every list ends after some places, however many there are. */
export const COHORT_OVERVIEW = boardOf({
  uid: 'cohort-overview',
  title: 'Cohort',
  description: 'Who is stuck, who runs out of quota or budget, and whose lab answers.',
  audience: 'staff',
  from: 'now-6h',
  sections: () => [now(), stuck(), readiness(), moneySection()],
});

const now = (): Section => ({
  heading: 'Now',
  lines: [
    {
      height: 4,
      panels: [
        stat({
          title: 'Places',
          description: 'Tenants of this cell: students and teams.',
          unit: UNIT.count,
          queries: [{ expr: 'cell:tenants:count', legend: 'places' }],
        }),
        stat({
          title: 'Stuck',
          description:
            'Places with a pod that waits, finds no room or is not ready. The table below names them.',
          unit: UNIT.count,
          levels: TROUBLES,
          queries: [
            {
              expr:
                `count(count by (namespace) (${WAITING} > 0` +
                ' or namespace:kube_pods_pending:count > 0 or namespace:kube_pods_unready:count > 0)) or vector(0)',
              legend: 'stuck',
            },
          ],
        }),
        stat({
          title: 'Labs that answer',
          description:
            'Share of places with a ready address behind the Service `web`. Low before a lab begins is usual.',
          unit: UNIT.ratio,
          queries: [{ expr: `avg(${READY} > bool 0)`, legend: 'ready' }],
        }),
        stat({
          title: 'Near quota',
          description:
            'Places that use over 90 % of something. If many do, the lab asks for more than its course gives.',
          unit: UNIT.count,
          levels: TROUBLES,
          queries: [{ expr: `sum(max by (namespace) (${QUOTA}) > bool 0.9)`, legend: 'near quota' }],
        }),
        stat({
          title: 'Over budget by the end',
          description:
            'Places that will have spent over their budget when the term ends, at the pace of the last day.',
          unit: UNIT.count,
          levels: TROUBLES,
          queries: [{ expr: 'sum(namespace:budget_pace:ratio1d > bool 1)', legend: 'over budget' }],
        }),
        stat({
          title: 'Cost per hour',
          description: 'Of all places together, at list prices. The cell itself is not in it.',
          unit: UNIT.dollars,
          queries: [{ expr: 'sum(namespace:cost_usd_per_hour:sum)', legend: 'cost' }],
        }),
      ],
    },
  ],
});

const stuck = (): Section => ({
  heading: 'Who is stuck',
  lines: [
    {
      height: 12,
      panels: [
        table({
          title: 'Pods in trouble',
          description:
            'Up to 50 places for each kind. Crash: the program exits. Image: name or tag is wrong. Config: a Secret or' +
            ' ConfigMap is missing. Pending: no node has room yet. Unready: the probe fails.',
          unit: UNIT.count,
          rows: { namespace: 'Place' },
          columns: [
            { expr: waiting('CrashLoopBackOff'), legend: 'Crash' },
            { expr: waiting('ImagePullBackOff|ErrImagePull|InvalidImageName'), legend: 'Image' },
            { expr: waiting('CreateContainerConfigError|CreateContainerError'), legend: 'Config' },
            {
              expr: 'topk(50, max by (namespace) (namespace:kube_pods_pending:count) > 0)',
              legend: 'Pending',
            },
            {
              expr: 'topk(50, max by (namespace) (namespace:kube_pods_unready:count) > 0)',
              legend: 'Unready',
            },
          ],
          nothing: 'nobody',
        }),
        bars({
          title: 'Restarts in the last hour',
          description:
            'The 20 places with most. One that restarts often and is ready now is still in trouble.',
          unit: UNIT.count,
          queries: [
            {
              expr: 'topk(20, namespace:kube_pod_container_restarts:increase1h > 0)',
              legend: '{{namespace}}',
            },
          ],
          nothing: 'none',
        }),
        bars({
          title: 'Fullest quota',
          description:
            'The 20 places nearest to their quota, by what is fullest. At 100 % they cannot start more.',
          unit: UNIT.ratio,
          levels: FULLNESS,
          max: 1,
          queries: [{ expr: `topk(20, max by (namespace) (${QUOTA}))`, legend: '{{namespace}}' }],
        }),
      ],
    },
    {
      height: 12,
      panels: [
        timeSeries({
          title: 'Places in trouble',
          description:
            'How many, by kind. Many at once: an image, a quota or a node pool of the course, not a student.',
          unit: UNIT.count,
          queries: [
            { expr: `count by (reason) (${WAITING} > 0)`, legend: '{{reason}}' },
            { expr: 'sum(namespace:kube_pods_pending:count > bool 0)', legend: 'pending' },
            { expr: 'sum(namespace:kube_pods_unready:count > bool 0)', legend: 'unready' },
          ],
        }),
        table({
          title: 'What is used up',
          description:
            'Up to 50 quotas over 80 %: whose, and of what. Help to delete, or raise the quota in cohort.yaml.',
          unit: UNIT.ratio,
          rows: { namespace: 'Place', resource: 'Resource' },
          columns: [{ expr: `topk(50, max by (namespace, resource) (${QUOTA}) > 0.8)`, legend: 'Used' }],
          nothing: 'nothing',
        }),
        table({
          title: 'Alerts',
          description: 'Up to 50 alerts that fire now. Those with a place went to its people as well.',
          unit: UNIT.count,
          rows: { namespace: 'Place', alertname: 'Alert', severity: 'Severity' },
          columns: [
            {
              expr: 'topk(50, sum by (namespace, alertname, severity) (ALERTS{alertstate="firing"}))',
              legend: 'Firing',
            },
          ],
          nothing: 'none',
        }),
      ],
    },
  ],
});

const waiting = (reasons: string): string =>
  `topk(50, sum by (namespace) (${WAITING}{reason=~"${reasons}"}) > 0)`;

const readiness = (): Section => ({
  heading: 'Labs',
  lines: [
    {
      height: 12,
      panels: [
        timeSeries({
          title: 'Labs that answer',
          description: 'Places with a ready address behind the Service `web`, of all places.',
          unit: UNIT.count,
          queries: [
            { expr: `sum(${READY} > bool 0)`, legend: 'ready' },
            { expr: 'cell:tenants:count', legend: 'places' },
          ],
        }),
        table({
          title: 'Not answering',
          description: 'Up to 50 places without one. Not yet begun, asleep, or stuck: see the table above.',
          unit: UNIT.count,
          rows: { namespace: 'Place' },
          columns: [{ expr: `topk(50, max by (namespace) (${READY}) == 0)`, legend: 'Ready addresses' }],
          nothing: 'all answer',
        }),
        bars({
          title: 'Slowest',
          description: 'The 20 places with the highest p99. The project asks for less than 2 s.',
          unit: UNIT.seconds,
          queries: [
            { expr: 'topk(20, namespace:http_request_duration_seconds:p99_5m)', legend: '{{namespace}}' },
          ],
          nothing: 'no requests',
        }),
        bars({
          title: 'Most failures',
          description: 'The 20 places with the highest share of answers with a status of 500 or above.',
          unit: UNIT.ratio,
          queries: [
            { expr: 'topk(20, namespace:http_requests_failed:ratio5m > 0)', legend: '{{namespace}}' },
          ],
          nothing: 'none',
        }),
      ],
    },
  ],
});
