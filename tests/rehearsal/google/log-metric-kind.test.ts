import { logMetricKind } from '../../../src/rehearsal/google/log-metric-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { make, projectCloud } from './foundation-cloud';

const METRIC: Attributes = {
  project: 'w255-c1',
  name: 'practicum-requests-shard-1-01',
  filter: 'resource.type="http_load_balancer"',
  metric_descriptor: [{ metric_kind: 'DELTA', value_type: 'INT64', labels: [{ key: 'namespace' }] }],
  label_extractors: { namespace: 'REGEXP_EXTRACT(httpRequest.requestUrl, "^https://(?:x[.])*(ada)[.]")' },
};

const made = (change: Attributes = {}) =>
  make(projectCloud('logging.googleapis.com'), logMetricKind, { ...METRIC, ...change });

test('A metric is known by its name', () => {
  expect(made()).toMatchObject({ id: 'practicum-requests-shard-1-01' });
});

test.each([
  ['a label from nowhere', { label_extractors: {} }, 'label namespace needs a descriptor and an extractor'],
  [
    'a label that no descriptor has',
    { metric_descriptor: [{ metric_kind: 'DELTA', value_type: 'INT64', labels: [] }] },
    'label namespace needs a descriptor and an extractor',
  ],
  [
    'two groups in an expression',
    { label_extractors: { namespace: 'REGEXP_EXTRACT(httpRequest.requestUrl, "(a)(b)")' } },
    'has 2 groups; write exactly one',
  ],
  [
    'something else than an extractor',
    { label_extractors: { namespace: 'httpRequest.requestUrl' } },
    'is neither EXTRACT nor REGEXP_EXTRACT',
  ],
  [
    'a value that is not a distribution',
    { value_extractor: 'EXTRACT(httpRequest.latency)', bucket_options: [{}] },
    'a distribution, and nothing else',
  ],
])('A metric with %s is refused', (_, change, says) => {
  expect(() => made(change)).toThrow(says);
});

test('A name and a filter that are too long are told before anything is made', () => {
  const problems = logMetricKind.validate({ name: 'a'.repeat(101), filter: 'x'.repeat(20_001) });
  expect(problems.map(({ path }) => path)).toEqual([['name'], ['filter']]);
});
