import { TENANTS_JOB, amount, indented, rateByNamespace, recorded, share } from './promql';
import type { RecordingRule, RuleGroup } from './rule';
import { group } from './rule';

/** What requests are counted under, and how the failed ones are told from the others. */
interface RequestMetrics {
  /** Beginning of the recorded names after `namespace:`. */
  readonly requests: 'http_requests' | 'gateway_requests';
  readonly latency: 'http_request_duration_seconds' | 'gateway_request_latency_seconds';
  readonly counter: string;
  /** Matcher of requests that the service answered with a server error. */
  readonly failed: string;
  /** Who counts. Two may see the same request: the first that tells of a place is taken. */
  readonly sources: readonly Source[];
}

/** Somebody who counts requests. */
interface Source {
  readonly job: string;
  /** Buckets of the histogram of latencies. */
  readonly buckets: string;
  /** How many of its units are a second. */
  readonly perSecond: number;
}

const QUANTILES = [['p50', 0.5], ['p90', 0.9], ['p99', 0.99]] as const; // prettier-ignore

const orElse = (parts: readonly string[]): string => parts.join('\nor\n');

function requestRecordings(metrics: RequestMetrics): RecordingRule[] {
  const { requests, latency, counter, failed, sources } = metrics;
  const rate = `namespace:${requests}:rate5m` as const;
  const all = `sum by (namespace) (${recorded(rate)})`;
  const rateOf = (...matchers: readonly string[]): string =>
    rateByNamespace(`${counter}{${matchers.join()}}`);
  return [
    { record: rate, expr: amount(orElse(sources.map(({ job }) => rateOf(job)))) },
    {
      record: `namespace:${requests}_failed:ratio5m`,
      // Requests of which none failed are a share of 0, not an unknown one.
      expr: share(
        orElse(
          sources.flatMap(({ job }, index) => {
            const isLast = index === sources.length - 1;
            return [rateOf(job, failed), `0 * ${isLast ? all : rateOf(job)}`];
          }),
        ),
        all,
      ),
    },
    ...QUANTILES.map(([quantile, of]): RecordingRule => ({
      record: `namespace:${latency}:${quantile}_5m`,
      expr: amount(orElse(sources.map((source) => quantileOf(of, source)))),
    })),
  ];
}

const quantileOf = (of: number, { job, buckets, perSecond }: Source): string =>
  `histogram_quantile(\n  ${of},\n${indented(`sum by (namespace, le) (rate(${buckets}{${job}}[5m]))`)}\n)` +
  (perSecond === 1 ? '' : ` / ${perSecond}`);

/** Requests that tenants' services count themselves, by the names of prometheus-fastapi-instrumentator. */
export const requestRules = (): RuleGroup =>
  group(
    'requests',
    requestRecordings({
      requests: 'http_requests',
      latency: 'http_request_duration_seconds',
      counter: 'http_requests_total',
      // The instrumentator writes "5xx" or "503", as it is told.
      failed: 'status=~"5.."',
      sources: [{ job: TENANTS_JOB, buckets: 'http_request_duration_seconds_bucket', perSecond: 1 }],
    }),
  );

const AT_LOAD_BALANCER = 'job="load-balancer"';
const AT_MESH = 'job="gateway"';

/** Requests that came in from outside, through GKE's Gateway or the gateways of a mesh. */
export const gatewayRules = (): RuleGroup =>
  group('gateway', [
    ...requestRecordings({
      requests: 'gateway_requests',
      latency: 'gateway_request_latency_seconds',
      counter: 'gateway_requests_total',
      failed: 'response_code_class="500"',
      sources: [
        { job: AT_LOAD_BALANCER, buckets: 'gateway_request_latency_seconds_bucket', perSecond: 1 },
        // A mesh counts in milliseconds, and relabelling can change a name but no value.
        { job: AT_MESH, buckets: 'gateway_request_latency_milliseconds_bucket', perSecond: 1_000 },
      ],
    }),
    {
      record: 'namespace_host_class:gateway_requests:rate5m',
      expr: amount(`${answersAt(AT_LOAD_BALANCER)}\nor on (namespace)\n${answersAt(AT_MESH)}`),
    },
  ]);

const answersAt = (job: string): string =>
  `sum by (namespace, host, response_code_class) (rate(gateway_requests_total{${job}}[5m]))`;

/** Share of lookups that tenants' caches answered. */
export const cacheRules = (): RuleGroup => {
  const hits = rateByNamespace(`redis_keyspace_hits_total{${TENANTS_JOB}}`);
  const misses = rateByNamespace(`redis_keyspace_misses_total{${TENANTS_JOB}}`);
  return group('caches', [
    { record: 'namespace:redis_keyspace_hits:ratio5m', expr: share(hits, `(${hits} + ${misses})`) },
  ]);
};
