import { criteriaOf, judge } from '../../../src/core/grading/criteria';
import type { LoadReport } from '../../../src/core/grading/load-report';
import { GOOD_REPORT, LOAD, loadLab } from './a-load-lab';
import { changed } from '../sample-cohort';

const ALL = '{ requestsPerSecond: 10, p99: 2s, p95: 500ms, errorRate: 1 }';
const criteria = criteriaOf(loadLab(changed(LOAD, '{ requestsPerSecond: 10, p99: 2s }', ALL)).load);
const judged = (report: LoadReport): readonly string[] =>
  judge(criteria, report).map(
    ({ title, value, passed }) => `${title}: ${value} ${passed ? 'passes' : 'fails'}`,
  );

test('Each criterion judges what was measured, good answers alone for rate and latency', () => {
  expect(judged(GOOD_REPORT)).toEqual([
    '≥ 10 requests/s: 14.985 passes',
    'p99 < 2000 ms: 1250.5 passes',
    'p95 < 500 ms: 600 fails',
    'errors < 1 %: 0.1 passes',
  ]);
});

test('A service that fails fast passes nothing', () => {
  expect(judged({ seconds: 10, requests: 100_000, answered: 0 })).toEqual([
    '≥ 10 requests/s: 0 fails',
    'p99 < 2000 ms: Infinity fails',
    'p95 < 500 ms: Infinity fails',
    'errors < 1 %: 100 fails',
  ]);
});

test('The bound itself is enough for a rate and too much for a latency', () => {
  const latency = { ...GOOD_REPORT.latency!, 'p(95)': 500, 'p(99)': 2000 };
  expect(judged({ seconds: 10, requests: 100, answered: 100, latency })).toEqual([
    '≥ 10 requests/s: 10 passes',
    'p99 < 2000 ms: 2000 fails',
    'p95 < 500 ms: 500 fails',
    'errors < 1 %: 0 passes',
  ]);
});

test('A load that made no request has no error rate to pass with', () => {
  expect(judged({ seconds: 10, requests: 0, answered: 0 }).at(-1)).toBe('errors < 1 %: 100 fails');
});
