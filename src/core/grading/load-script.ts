import type { Rubric } from '../course/rubric.schema';
import { WEB_SERVICE } from '../domain/names';
import { ANSWERED_METRIC, LATENCY_METRIC, criteriaOf } from './criteria';
import { REPORT_BEGINS, REPORT_ENDS } from './load-report';

/** The script that k6 runs for a rubric, inside the place that is graded. */
export function loadScript(rubric: Rubric): string {
  const { method, port, path, body, headers, virtualUsers, duration } = rubric;
  const url = `http://${WEB_SERVICE}${port === 80 ? '' : `:${port}`}${path}`;
  const options = {
    vus: virtualUsers,
    duration: duration.toString(),
    summaryTrendStats: ['avg', 'min', 'med', 'p(90)', 'p(95)', 'p(99)', 'max'],
    thresholds: thresholdsOf(rubric),
  };
  const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
  return `import { sleep } from "k6";
import http from "k6/http";
import { Counter } from "k6/metrics";

export const options = ${JSON.stringify(options, undefined, 2)};

const request = ${JSON.stringify(request, undefined, 2)};
const answered = new Counter('${ANSWERED_METRIC}');

export default function () {
  const { method, url, headers, body } = request;
  const { status } = http.request(method, url, body, { headers });
  if (status >= 200 && status < 400) answered.add(1);
  // Nobody listens there: each try would be a line of the log, thousands of them in a second.
  if (status === 0) sleep(1);
}

export function handleSummary({ state, metrics }) {
  const valuesOf = (metric) => metrics[metric]?.values;
  const report = {
    seconds: state.testRunDurationMs / 1000,
    requests: valuesOf('http_reqs')?.count ?? 0,
    answered: valuesOf('${ANSWERED_METRIC}')?.count ?? 0,
  };
  if (report.answered > 0) report.latency = valuesOf('${LATENCY_METRIC}');
  return { stdout: \`\\n${REPORT_BEGINS}\\n\${JSON.stringify(report)}\\n${REPORT_ENDS}\\n\` };
}
`;
}

/** k6 tells only of those parts of a metric that have a threshold: one that always holds asks for the latency. */
function thresholdsOf(rubric: Rubric): Readonly<Record<string, readonly string[]>> {
  const thresholds: Record<string, string[]> = { [LATENCY_METRIC]: ['max>=0'] };
  for (const { threshold } of criteriaOf(rubric)) {
    thresholds[threshold.metric] = [...(thresholds[threshold.metric] ?? []), threshold.expression];
  }
  return thresholds;
}
