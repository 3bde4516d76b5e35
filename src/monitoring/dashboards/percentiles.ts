import type { Query } from './panel';

type Queries = readonly [Query, ...Query[]];

/** The recorded percentiles of a latency, such as `namespace:http_request_duration_seconds`. */
export const percentilesOf = (latency: string): Queries => [
  { expr: `${latency}:p50_5m`, legend: 'p50' },
  { expr: `${latency}:p90_5m`, legend: 'p90' },
  { expr: `${latency}:p99_5m`, legend: 'p99' },
];

/** The share of requests, 0 to 1, that were faster than the answer in seconds: of tenants' services, by a label. */
export const quantileBy = (share: number, label: string, range: string): string =>
  `histogram_quantile(${share}, sum by (le${label === '' ? '' : `, ${label}`})` +
  ` (rate(http_request_duration_seconds_bucket{job="tenants"}[${range}])))`;
