import { createContext, runInContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { tryReadReport } from '../../../src/core/grading/load-report';
import { loadScript } from '../../../src/core/grading/load-script';
import { GOOD_REPORT, LOAD, loadLab } from './a-load-lab';
import { changed } from '../sample-cohort';

interface Script {
  readonly options: unknown;
  default(): void;
  handleSummary(data: unknown): { readonly stdout: string };
}

/** Runs a script as k6 would, with `status` for each answer; its requests and what it counted are kept. */
function played(source: string, status = 200) {
  const requests: unknown[][] = [];
  let [answered, slept] = [0, 0];
  class Counter {
    add(count: number): void {
      answered += count;
    }
  }
  const modules: Record<string, unknown> = {
    k6: { sleep: (seconds: number) => (slept += seconds) },
    'k6/http': {
      __esModule: true,
      default: { request: (...args: unknown[]) => (requests.push(args), { status }) },
    },
    'k6/metrics': { Counter },
  };
  const module = { exports: {} };
  const { code } = transformSync(source, { module: { type: 'commonjs' }, jsc: { target: 'es2022' } });
  runInContext(
    code,
    createContext({ module, exports: module.exports, require: (name: string) => modules[name] }),
  );
  return { script: module.exports as Script, requests, answered: () => answered, slept: () => slept };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('The script puts the rubric’s load on the Service, and k6 itself judges by its thresholds', () => {
  const { script } = played(loadScript(loadLab().load));
  expect(plain(script.options)).toEqual({
    vus: 10,
    duration: '10m',
    summaryTrendStats: ['avg', 'min', 'med', 'p(90)', 'p(95)', 'p(99)', 'max'],
    thresholds: {
      answered: ['rate>=10'],
      'http_req_duration{expected_response:true}': ['max>=0', 'p(99)<2000'],
    },
  });
});

test.each([
  [200, 1],
  [302, 1],
  [404, 0],
  [500, 0],
  [0, 0],
])('An answer %d counts %d times as a good one', (status, count) => {
  const { script, requests, answered } = played(loadScript(loadLab().load), status);
  script.default();
  expect(plain(requests)).toEqual([
    [
      'POST',
      'http://web/predict',
      '{"text": ["I love you."]}',
      { headers: { 'Content-Type': 'application/json' } },
    ],
  ]);
  expect(answered()).toBe(count);
});

test.each([
  [0, 1],
  [500, 0],
  [200, 0],
])('After the answer %d a user waits %d seconds: only where nobody listens', (status, seconds) => {
  const { script, slept } = played(loadScript(loadLab().load), status);
  script.default();
  expect(slept()).toBe(seconds);
});

test('A port of its own and no body are asked for as they are', () => {
  const load =
    '    load: { path: "/?a=1", port: 8080, virtualUsers: 1, duration: 30s, thresholds: { p95: 1s } }\n';
  const { script, requests } = played(loadScript(loadLab(load).load));
  script.default();
  expect(plain(requests)).toEqual([['GET', 'http://web:8080/?a=1', null, { headers: {} }]]);
});

test('What the script writes at its end is the report that grading reads, whatever stands around it', () => {
  const { script } = played(loadScript(loadLab().load));
  const { stdout } = script.handleSummary({
    state: { testRunDurationMs: 600_000 },
    metrics: {
      http_reqs: { values: { count: 9_000, rate: 15 } },
      answered: { values: { count: 8_991, rate: 14.985 } },
      'http_req_duration{expected_response:true}': { values: GOOD_REPORT.latency },
    },
  });
  expect(tryReadReport(`level=warning msg="Request Failed"\n${stdout}level=error msg=thresholds\n`)).toEqual(
    GOOD_REPORT,
  );
});

test('Without a good answer the report has no latency', () => {
  const { script } = played(loadScript(loadLab().load));
  const { stdout } = script.handleSummary({
    state: { testRunDurationMs: 1000 },
    metrics: { 'http_req_duration{expected_response:true}': { values: { avg: 0 } } },
  });
  expect(tryReadReport(stdout)).toEqual({ seconds: 1, requests: 0, answered: 0 });
});

test.each([
  ['', 'nothing'],
  ['----- practicum load report -----\n{"seconds":1', 'a report that was cut off'],
  ['----- practicum load report -----\n{"seconds":0}\n----- end of load report -----', 'another object'],
])('No report is read from %j: %s', (log) => expect(tryReadReport(log)).toBeUndefined());

test('Text of the course stays text in the script', () => {
  const evil = changed(LOAD, '["I love you."]', '["\\\\u2028`${1}\\"); throw 1; //"]');
  const { script, requests } = played(loadScript(loadLab(evil).load));
  script.default();
  expect(requests[0]![2]).toBe(loadLab(evil).load.body);
});
