import type { Value } from '../../../src/rehearsal/values/value';
import { UNKNOWN, Unknown, hasUnknown, isList, isRecord } from '../../../src/rehearsal/values/value';

test('A value is a list, a record or neither; an unknown is neither', () => {
  const all: readonly (Value | undefined)[] = [[], {}, UNKNOWN, null, undefined, 'a', 1, 2n, true];
  expect(all.filter(isList)).toEqual([[]]);
  expect(all.filter(isRecord)).toEqual([{}]);
});

test('An unknown is found at any depth', () => {
  expect([UNKNOWN, [UNKNOWN], { a: [{ b: UNKNOWN }] }].every(hasUnknown)).toBe(true);
  expect([undefined, null, 'a', [], {}, { a: [{ b: null }] }].some(hasUnknown)).toBe(false);
});

test('An unknown is printed as terraform prints it', () => {
  expect(JSON.stringify({ id: new Unknown() })).toBe('{"id":"(known after apply)"}');
});
