import type { Section } from './board';
import { boardOf } from './board';
import { FAILURES, GOAL_P99, GOAL_RATE } from './levels';
import { quantileBy } from './percentiles';
import { stat } from './stat';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

/** What loads a place: Jobs of graders are named `grade-<lab>`, a tenant's own begin with `k6`. */
const LOADERS = 'grade-.*|k6.*';

/** A load may last a minute: the recorded five-minute means would smear it over what was before and after. */
const RANGE = '2m';

const REQUESTS = `sum(rate(http_requests_total{job="tenants"}[${RANGE}]))`;
const FAILED = `sum(rate(http_requests_total{job="tenants",status=~"5.."}[${RANGE}]))`;

/** What a service did while k6 loaded it. */
export const K6 = boardOf({
  uid: 'k6',
  title: 'Load test',
  description: 'What your service did while k6 loaded it. What k6 itself measured is in the log of its Job.',
  audience: 'tenant',
  from: 'now-1h',
  sections: () => [runs(), answers(), inside()],
});

const jobsByName = (state: string): string =>
  `max by (job_name) (kube_job_status_${state}{job="kube-state-metrics",job_name=~"${LOADERS}"})`;

const jobs = (state: string): string => `sum(${jobsByName(state)})`;

const runs = (): Section => ({
  heading: 'Runs',
  lines: [
    {
      height: 4,
      panels: [
        stat({
          title: 'Running',
          description:
            'Load tests that run now, your own and those of graders. Do not deploy while one runs.',
          unit: UNIT.count,
          queries: [{ expr: jobs('active'), legend: 'running' }],
          nothing: 'none yet',
        }),
        stat({
          title: 'Finished well',
          description:
            'Load tests that met all of their thresholds and whose Job is still there: it stays for a day.',
          unit: UNIT.count,
          queries: [{ expr: jobs('succeeded'), legend: 'finished well' }],
          nothing: 'none yet',
        }),
        stat({
          title: 'Failed',
          description:
            'Load tests that missed a threshold or could not run. `kubectl logs job/<name>` tells which.',
          unit: UNIT.count,
          levels: { base: 'green', steps: [{ from: 1, color: 'orange' }] },
          queries: [{ expr: jobs('failed'), legend: 'failed' }],
          nothing: 'none yet',
        }),
      ],
    },
    {
      height: 6,
      panels: [
        timeSeries({
          title: 'When k6 ran',
          description: 'Jobs at work. Compare the panels below inside and outside of these times.',
          unit: UNIT.count,
          queries: [
            {
              expr: jobsByName('active'),
              legend: '{{job_name}}',
            },
          ],
          nothing: 'no runs',
        }),
        timeSeries({
          title: 'CPU of k6',
          description:
            'At its limit k6 cannot ask faster: then the number of requests tells of k6, not of your service.',
          unit: UNIT.cores,
          queries: [
            {
              expr: `sum by (pod) (rate(container_cpu_usage_seconds_total{job="cadvisor",pod=~"${LOADERS}"}[${RANGE}]))`,
              legend: '{{pod}}',
            },
          ],
          nothing: 'no runs',
        }),
      ],
    },
  ],
});

const answers = (): Section => ({
  heading: 'Answers of your service',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Requests',
          description:
            'The dashed line is the goal of 10 requests a second. Two-minute means, so that short runs show.',
          unit: UNIT.requestsPerSecond,
          levels: GOAL_RATE,
          queries: [{ expr: REQUESTS, legend: 'requests' }],
        }),
        timeSeries({
          title: 'Latency',
          description:
            'The dashed line is the goal for p99, 2 s. It rises with load where requests queue for a worker.',
          unit: UNIT.seconds,
          levels: GOAL_P99,
          queries: [
            { expr: quantileBy(0.5, '', RANGE), legend: 'p50' },
            { expr: quantileBy(0.9, '', RANGE), legend: 'p90' },
            { expr: quantileBy(0.99, '', RANGE), legend: 'p99' },
          ],
        }),
        timeSeries({
          title: 'Failed requests',
          description:
            'Share of answers with a status of 500 or above. They count for no request a second in grading.',
          unit: UNIT.ratio,
          levels: FAILURES,
          queries: [{ expr: `(${FAILED} or 0 * ${REQUESTS}) / ${REQUESTS}`, legend: 'failed' }],
        }),
      ],
    },
  ],
});

const inside = (): Section => ({
  heading: 'Inside your place',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Replicas',
          description:
            'Ready ones of each Deployment. An autoscaler takes a minute or two: short runs end before.',
          unit: UNIT.count,
          queries: [
            {
              expr: 'max by (deployment) (kube_deployment_status_replicas_available{job="kube-state-metrics"})',
              legend: '{{deployment}}',
            },
          ],
        }),
        timeSeries({
          title: 'CPU of your pods',
          description: 'Cores used by all but k6. Flat under load: it is at its limit.',
          unit: UNIT.cores,
          queries: [
            {
              expr: `sum by (pod) (rate(container_cpu_usage_seconds_total{job="cadvisor",pod!~"${LOADERS}"}[${RANGE}]))`,
              legend: '{{pod}}',
            },
          ],
        }),
        timeSeries({
          title: 'Cache hits',
          description:
            'Load that repeats itself warms the cache: the longer it runs, the more Redis answers.',
          unit: UNIT.ratio,
          queries: [{ expr: 'namespace:redis_keyspace_hits:ratio5m', legend: 'hits' }],
          nothing: 'no look-ups',
        }),
      ],
    },
  ],
});
