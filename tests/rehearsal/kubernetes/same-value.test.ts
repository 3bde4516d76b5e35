import { sameValue } from '../../../src/rehearsal/kubernetes/same-value';
import type { Value } from '../../../src/rehearsal/values/value';

test.each<[Value, Value]>([
  [
    { a: 1, b: [1, { c: 'x' }] },
    { b: [1, { c: 'x' }], a: 1 },
  ],
  [{ a: null }, {}],
  [[], []],
])('%j is the same as %j', (one, other) => {
  expect(sameValue(one, other)).toBe(true);
});

test.each<[Value, Value]>([
  [[1], [1, 2]],
  [[1, 2], [1]],
  [
    [1, 2],
    [2, 1],
  ],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [1, '1'],
  [[], {}],
  [false, null],
])('%j is not the same as %j', (one, other) => {
  expect(sameValue(one, other)).toBe(false);
});
