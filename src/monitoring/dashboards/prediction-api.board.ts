import type { Line, Section } from './board';
import { boardOf } from './board';
import { FAILURES, GOAL_P99, GOAL_RATE } from './levels';
import { percentilesOf, quantileBy } from './percentiles';
import { stat } from './stat';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

const ANSWERS = 'sum by (handler) (rate(http_requests_total{job="tenants"}[5m]))';
const FAILED = 'sum by (handler) (rate(http_requests_total{job="tenants",status=~"5.."}[5m]))';

/** How a prediction service does, one handler at a time, against what the course's project asks of it. */
export const PREDICTION_API = boardOf({
  uid: 'prediction-api',
  title: 'Prediction API',
  description:
    'Your service by handler, against the goal of the project: 10 requests a second, p99 below 2 s.',
  audience: 'tenant',
  from: 'now-1h',
  sections: () => [goal(), handlers(), scaling()],
});

const goal = (): Section => ({
  heading: 'The goal',
  lines: [
    {
      height: 4,
      panels: [
        stat({
          title: 'Requests a second (goal: 10)',
          description:
            'All answers of the last five minutes. Green from the goal on; it needs somebody who asks.',
          unit: UNIT.requestsPerSecond,
          levels: GOAL_RATE,
          queries: [{ expr: 'namespace:http_requests:rate5m', legend: 'requests' }],
        }),
        stat({
          title: 'p99 (goal: below 2 s)',
          description:
            '99 of 100 requests were faster than this. Red from 2 s on: cache, batch or add replicas.',
          unit: UNIT.seconds,
          levels: GOAL_P99,
          queries: [{ expr: 'namespace:http_request_duration_seconds:p99_5m', legend: 'p99' }],
        }),
        stat({
          title: 'Failed requests',
          description:
            'Share of answers with a status of 500 or above. Read the logs of your pods if it is not 0.',
          unit: UNIT.ratio,
          levels: FAILURES,
          queries: [{ expr: 'namespace:http_requests_failed:ratio5m', legend: 'failed' }],
        }),
        stat({
          title: 'Cache hits',
          description: 'Share of predictions that Redis knew already. Only the others need the model.',
          unit: UNIT.ratio,
          queries: [{ expr: 'namespace:redis_keyspace_hits:ratio5m', legend: 'hits' }],
          nothing: 'no look-ups',
        }),
      ],
    },
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Requests, all handlers',
          description: 'The dashed line is the goal of 10 requests a second.',
          unit: UNIT.requestsPerSecond,
          levels: GOAL_RATE,
          queries: [{ expr: 'namespace:http_requests:rate5m', legend: 'requests' }],
        }),
        timeSeries({
          title: 'Latency, all handlers',
          description:
            'The dashed line is the goal for p99. A p50 near it: the model itself is slow; p99 alone: requests wait.',
          unit: UNIT.seconds,
          levels: GOAL_P99,
          queries: percentilesOf('namespace:http_request_duration_seconds'),
        }),
      ],
    },
  ],
});

const handlers = (): Section => ({
  heading: 'By handler',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Requests',
          description:
            'Who is asked how often. Probes count too; a handler that you do not know may be a scanner.',
          unit: UNIT.requestsPerSecond,
          queries: [{ expr: ANSWERS, legend: '{{handler}}' }],
        }),
        timeSeries({
          title: 'Failed requests',
          description: 'Share of answers of each handler with a status of 500 or above.',
          unit: UNIT.ratio,
          levels: FAILURES,
          // Without a failure there is no such status yet: that is none failed, and not no answer.
          queries: [{ expr: `(${FAILED} or 0 * ${ANSWERS}) / ${ANSWERS}`, legend: '{{handler}}' }],
        }),
        timeSeries({
          title: 'In flight',
          description:
            'How many requests are worked on at once, on average. More than your workers: the others queue.',
          unit: UNIT.count,
          // Seconds of work done in each second: Little's law.
          queries: [
            {
              expr: 'sum by (handler) (rate(http_request_duration_seconds_sum{job="tenants"}[5m]))',
              legend: '{{handler}}',
            },
          ],
        }),
      ],
    },
    latencies(),
  ],
});

const latencies = (): Line => ({
  height: 8,
  panels: [
    [0.5, 'p50', 'Half of the requests are faster than this: what the model usually takes.'],
    [0.9, 'p90', 'One request of ten is slower than this.'],
    [0.99, 'p99', 'One of a hundred is slower than this; the goal for predictions is the dashed line.'],
  ].map(([share, name, description]) =>
    timeSeries({
      title: `Latency, ${name}`,
      description: `${description} It is read from buckets, and no finer than they are.`,
      unit: UNIT.seconds,
      ...(name === 'p99' ? { levels: GOAL_P99 } : {}),
      queries: [{ expr: quantileBy(Number(share), 'handler', '5m'), legend: '{{handler}}' }],
    }),
  ),
});

const scaling = (): Section => ({
  heading: 'Replicas and processors',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Replicas',
          description:
            'Ready ones of each Deployment, and the most that your autoscaler may make. At most for long: raise it.',
          unit: UNIT.count,
          queries: [
            {
              expr: 'max by (deployment) (kube_deployment_status_replicas_available{job="kube-state-metrics"})',
              legend: '{{deployment}} ready',
            },
            {
              expr:
                'max by (horizontalpodautoscaler)' +
                ' (kube_horizontalpodautoscaler_status_current_replicas{job="kube-state-metrics"})',
              legend: '{{horizontalpodautoscaler}} scaled to',
            },
            {
              expr:
                'max by (horizontalpodautoscaler)' +
                ' (kube_horizontalpodautoscaler_spec_max_replicas{job="kube-state-metrics"})',
              legend: '{{horizontalpodautoscaler}} at most',
            },
          ],
        }),
        timeSeries({
          title: 'CPU throttling by pod',
          description:
            'Share of time slices in which a pod had used up its CPU limit: its requests wait. Raise the limit.',
          unit: UNIT.ratio,
          queries: [
            {
              expr:
                'sum by (pod) (rate(container_cpu_cfs_throttled_periods_total{job="cadvisor"}[5m]))' +
                ' / sum by (pod) (rate(container_cpu_cfs_periods_total{job="cadvisor"}[5m]))',
              legend: '{{pod}}',
            },
          ],
        }),
        timeSeries({
          title: 'CPU by pod',
          description:
            'Cores used. One pod at its limit and the others idle: requests do not reach all of them.',
          unit: UNIT.cores,
          queries: [
            {
              expr: 'sum by (pod) (rate(container_cpu_usage_seconds_total{job="cadvisor"}[5m]))',
              legend: '{{pod}}',
            },
          ],
        }),
      ],
    },
  ],
});
