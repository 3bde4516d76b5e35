import type { Section } from './board';
import { FAILURES } from './levels';
import { percentilesOf } from './percentiles';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

/** How a tenant's service answers, as it says itself and as the Gateway sees it. */
export const trafficSection = (): Section => ({
  heading: 'Traffic',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Requests',
          description:
            'As your service counts them, and as the Gateway does, which sees only those from outside, and tells minutes late.',
          unit: UNIT.requestsPerSecond,
          queries: [
            { expr: 'namespace:http_requests:rate5m', legend: 'service' },
            { expr: 'namespace:gateway_requests:rate5m', legend: 'gateway' },
          ],
        }),
        timeSeries({
          title: 'Failed requests',
          description: 'Failing at the Gateway alone: no ready pod stands behind the Service `web`.',
          unit: UNIT.ratio,
          levels: FAILURES,
          queries: [
            { expr: 'namespace:http_requests_failed:ratio5m', legend: 'service' },
            { expr: 'namespace:gateway_requests_failed:ratio5m', legend: 'gateway' },
          ],
        }),
        timeSeries({
          title: 'Cache hits',
          description:
            'It starts at 0 with an empty cache and rises with traffic. A fall: keys expire or are evicted.',
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
          title: 'Latency in your service',
          description:
            'The p50 is the usual request. p99 far above it: some wait for a processor or for the model.',
          unit: UNIT.seconds,
          queries: percentilesOf('namespace:http_request_duration_seconds'),
        }),
        timeSeries({
          title: 'Latency at the Gateway',
          description:
            'As callers outside see it. Far above that of your service: requests queue before your pods.',
          unit: UNIT.seconds,
          queries: percentilesOf('namespace:gateway_request_latency_seconds'),
        }),
        timeSeries({
          title: 'Answers at your host',
          description:
            'By status, a few minutes late. 404 or 502 and nothing in your logs: no pod of yours saw the request.',
          unit: UNIT.requestsPerSecond,
          stacked: true,
          queries: [
            {
              expr: 'namespace_host_class:gateway_requests:rate5m',
              legend: '{{host}} {{response_code_class}}',
            },
          ],
          nothing: 'no requests from outside',
        }),
      ],
    },
  ],
});
