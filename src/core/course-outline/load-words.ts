import type { Rubric } from '../course/rubric.schema';

/** How a service is asked: `10 users ask POST /predict for 10m`. */
export const askedWords = ({ virtualUsers, method, path, duration }: Rubric): string =>
  `${virtualUsers} users ask ${method} ${path} for ${duration.toString()}`;

/** What it holds meanwhile. */
export function thresholdWords({ thresholds }: Rubric): string {
  const { requestsPerSecond, p99, p95, errorRate } = thresholds;
  return [
    ...(requestsPerSecond === undefined ? [] : [`${requestsPerSecond} requests a second`]),
    ...(p99 === undefined ? [] : [`99 % within ${p99.toString()}`]),
    ...(p95 === undefined ? [] : [`95 % within ${p95.toString()}`]),
    ...(errorRate === undefined ? [] : [`under ${errorRate} % failed`]),
  ].join(', ');
}
