import type { Rubric } from '../course/rubric.schema';
import type { LoadReport } from './load-report';

/** One thing that a rubric asks for, and how it is read from a report. */
export interface Criterion {
  readonly id: keyof Rubric['thresholds'];
  /** As a column is headed: `p99 < 2000 ms`. */
  readonly title: string;
  readonly bound: number;
  readonly unit: string;
  /** Metric of k6 that tells of it, and what must hold there. */
  readonly threshold: { readonly metric: string; readonly expression: string };
  passes(value: number): boolean;
  valueIn(report: LoadReport): number;
}

/** How a place did by one criterion. */
export interface Judgement {
  readonly criterion: Criterion['id'];
  readonly title: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: string;
  readonly passed: boolean;
}

/** Failed answers come fast: they count for no latency. */
export const LATENCY_METRIC = 'http_req_duration{expected_response:true}';
export const ANSWERED_METRIC = 'answered';

const answeredPerSecond = (bound: number): Criterion => ({
  id: 'requestsPerSecond',
  title: `≥ ${bound} requests/s`,
  bound,
  unit: '/s',
  threshold: { metric: ANSWERED_METRIC, expression: `rate>=${bound}` },
  passes: (value) => value >= bound,
  valueIn: ({ answered, seconds }) => answered / seconds,
});

const percentile = (id: 'p99' | 'p95', key: 'p(99)' | 'p(95)', bound: number): Criterion => ({
  id,
  title: `${id} < ${bound} ms`,
  bound,
  unit: 'ms',
  threshold: { metric: LATENCY_METRIC, expression: `${key}<${bound}` },
  passes: (value) => value < bound,
  // Without a good answer there is no time that it took.
  valueIn: ({ latency }) => latency?.[key] ?? Infinity,
});

const errorRate = (bound: number): Criterion => ({
  id: 'errorRate',
  title: `errors < ${bound} %`,
  bound,
  unit: '%',
  threshold: { metric: 'http_req_failed', expression: `rate<${bound / 100}` },
  passes: (value) => value < bound,
  valueIn: ({ requests, answered }) => (requests === 0 ? 100 : (100 * (requests - answered)) / requests),
});

/** What a rubric asks for, in the order that tables show. */
export function criteriaOf({ thresholds }: Rubric): readonly Criterion[] {
  const { requestsPerSecond, p99, p95, errorRate: errors } = thresholds;
  return [
    ...(requestsPerSecond === undefined ? [] : [answeredPerSecond(requestsPerSecond)]),
    ...(p99 === undefined ? [] : [percentile('p99', 'p(99)', p99.millis)]),
    ...(p95 === undefined ? [] : [percentile('p95', 'p(95)', p95.millis)]),
    ...(errors === undefined ? [] : [errorRate(errors)]),
  ];
}

/** How a place did, criterion by criterion. */
export function judge(criteria: readonly Criterion[], report: LoadReport): readonly Judgement[] {
  return criteria.map(({ id, title, bound, unit, passes, valueIn }) => {
    const value = valueIn(report);
    return { criterion: id, title, value, bound, unit, passed: passes(value) };
  });
}
