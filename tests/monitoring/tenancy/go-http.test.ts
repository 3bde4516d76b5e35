import { cleanedPath, handedOn, headerLines, matchesPattern, valuesOf } from './go-http';

test.each([
  ['/api/v1/query', '/api/v1/query'],
  ['//api//v1/query', '/api/v1/query'],
  ['/api/v1/../../metrics', '/metrics'],
  ['/api/./v1/', '/api/v1/'],
  ['/..', '/'],
  ['/api/..%2fmetrics', '/api/..%2fmetrics'],
])('A path is cleaned as Go’s ServeMux does, before anything is decoded: %s', (path, clean) =>
  expect(cleanedPath(path)).toBe(clean),
);

test.each([
  ['/api/v1/query', '/api/v1/query', true],
  ['/api/v1/query', '/api/v1/query/', false],
  ['/api/v1/query', '/api/v1/query_range', false],
  ['/api/v1/label/*/values', '/api/v1/label/namespace/values', true],
  ['/api/v1/label/*/values', '/api/v1/label/a/b/values', false],
  ['/api/v1/label/*/values', '/api/v1/label//values', true],
  ['/a.b', '/aXb', false],
])('A pattern of a path is matched as Go’s path.Match does: %s, %s', (pattern, path, matches) =>
  expect(matchesPattern(pattern, path)).toBe(matches),
);

test('A pattern with signs that are not known here is an error', () =>
  expect(() => matchesPattern('/api/v[12]/query', '/api/v1/query')).toThrow('Only * is known'));

const LINES = headerLines([
  'X-Namespace',
  'a',
  'Connection',
  'close, X-Secret',
  'x-namespace',
  'b',
  'X-SECRET',
  'c',
  'TE',
  'd',
]);

test('Every line of a header counts, in any spelling', () =>
  expect(valuesOf(LINES, 'X-NameSpace')).toEqual(['a', 'b']));

test('Headers of one hop are not handed on, nor what Connection names', () =>
  expect(handedOn(LINES)).toEqual([
    ['X-Namespace', 'a'],
    ['x-namespace', 'b'],
  ]));
