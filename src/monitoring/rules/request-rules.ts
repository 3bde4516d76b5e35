import { TENANTS_JOB, amount, indented, rateByNamespace, recorded, share } from './promql';
import type { RecordingRule, RuleGroup } from './rule';
import { group } from './rule';

/** Where requests are counted, and how the failed ones are told from the others. */
interface RequestMetrics {
  /** Beginning of the recorded names after `namespace:`. */
  readonly requests: 'http_requests' | 'gateway_requests';
  readonly latency: 'http_request_duration_seconds' | 'gateway_request_latency_seconds';
  readonly job: string;
  readonly counter: string;
  /** Matcher of requests that the service answered with a server error. */
  readonly failed: string;
  /** Buckets of the histogram of latencies. */
  readonly buckets: string;
  /** How many of its units are a second. */
  readonly perSecond: number;
}

const QUANTILES = [['p50', 0.5], ['p90', 0.9], ['p99', 0.99]] as const; // prettier-ignore

function requestRecordings(metrics: RequestMetrics): RecordingRule[] {
  const { requests, latency, job, counter, failed, buckets, perSecond } = metrics;
  const rate = `namespace:${requests}:rate5m` as const;
  const all = `sum by (namespace) (${recorded(rate)})`;
  return [
    { record: rate, expr: amount(rateByNamespace(`${counter}{${job}}`)) },
    {
      record: `namespace:${requests}_failed:ratio5m`,
      // Requests of which none failed are a share of 0, not an unknown one.
      expr: share(`${rateByNamespace(`${counter}{${job},${failed}}`)}\nor\n0 * ${all}`, all),
    },
    ...QUANTILES.map(([quantile, of]): RecordingRule => ({
      record: `namespace:${latency}:${quantile}_5m`,
      expr: amount(
        `histogram_quantile(\n  ${of},\n${indented(`sum by (namespace, le) (rate(${buckets}{${job}}[5m]))`)}\n)${perSecond === 1 ? '' : ` / ${perSecond}`}`,
      ),
    })),
  ];
}

/** Requests that tenants' services count themselves, by the names of prometheus-fastapi-instrumentator. */
export const requestRules = (): RuleGroup =>
  group(
    'requests',
    requestRecordings({
      requests: 'http_requests',
      latency: 'http_request_duration_seconds',
      job: TENANTS_JOB,
      counter: 'http_requests_total',
      // The instrumentator writes "5xx" or "503", as it is told.
      failed: 'status=~"5.."',
      buckets: 'http_request_duration_seconds_bucket',
      perSecond: 1,
    }),
  );

/** Requests that came in through the gateways of a mesh, where a course has one. */
export const gatewayRules = (): RuleGroup =>
  group(
    'gateway',
    requestRecordings({
      requests: 'gateway_requests',
      latency: 'gateway_request_latency_seconds',
      job: 'job="gateway"',
      counter: 'gateway_requests_total',
      failed: 'response_code_class="500"',
      // A mesh counts in milliseconds, and relabelling can change a name but no value.
      buckets: 'gateway_request_latency_milliseconds_bucket',
      perSecond: 1_000,
    }),
  );

/** Share of lookups that tenants' caches answered. */
export const cacheRules = (): RuleGroup => {
  const hits = rateByNamespace(`redis_keyspace_hits_total{${TENANTS_JOB}}`);
  const misses = rateByNamespace(`redis_keyspace_misses_total{${TENANTS_JOB}}`);
  return group('caches', [
    { record: 'namespace:redis_keyspace_hits:ratio5m', expr: share(hits, `(${hits} + ${misses})`) },
  ]);
};
