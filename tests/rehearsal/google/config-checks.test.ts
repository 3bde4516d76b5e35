import {
  expectBetween,
  expectExactlyOne,
  expectForm,
  expectNotWith,
  expectOneOf,
  isWritten,
  knownValuesAt,
} from '../../../src/rehearsal/google/config-checks';
import { UNKNOWN } from '../../../src/rehearsal/values/value';

test('Values are found in every block on the way, without what is null or unknown', () => {
  const config = {
    rule: [{ action: [{ type: 'a' }] }, { action: [{ type: UNKNOWN }, { type: null }, { type: 'b' }] }],
  };
  expect(knownValuesAt(config, 'rule.action.type')).toEqual(['a', 'b']);
});

test('What is unknown is written; an empty list of blocks is not', () => {
  expect(isWritten({ a: UNKNOWN }, 'a')).toBe(true);
  expect(isWritten({ a: false }, 'a')).toBe(true);
  expect(isWritten({ a: [], b: null }, 'a')).toBe(false);
  expect(isWritten({ a: [], b: null }, 'b')).toBe(false);
});

test('A value is one of those that the provider knows, or unknown', () => {
  expect(
    expectOneOf({ release_channel: [{ channel: 'FAST' }] }, 'release_channel.channel', ['RAPID', 'STABLE']),
  ).toEqual([
    {
      path: ['release_channel', 'channel'],
      message: 'expected channel to be one of ["RAPID", "STABLE"], got FAST',
    },
  ]);
  expect(expectOneOf({ mode: UNKNOWN }, 'mode', ['A'])).toEqual([]);
});

test('A text has a form', () => {
  expect(expectForm({ name: 'labs' }, 'name', /\.$/, 'must end with a dot')).toEqual([
    { path: ['name'], message: '"name" ("labs") must end with a dot' },
  ]);
});

test('A number is within its bounds', () => {
  expect(expectBetween({ disk: 9 }, 'disk', 10)).toEqual([
    { path: ['disk'], message: 'expected disk to be at least (10), got 9' },
  ]);
  expect(expectBetween({ mtu: 9000 }, 'mtu', 1300, 8896)).toEqual([
    { path: ['mtu'], message: 'expected mtu to be in the range (1300 - 8896), got 9000' },
  ]);
  expect(expectBetween({ disk: 10, mtu: UNKNOWN }, 'disk', 10)).toEqual([]);
});

test('Two things exclude each other once both are known', () => {
  expect(expectNotWith({ a: 1, b: [{}] }, 'a', ['b'])).toEqual([
    { path: ['a'], message: '"a": conflicts with b' },
  ]);
  expect(expectNotWith({ a: 1, b: UNKNOWN }, 'a', ['b'])).toEqual([]);
  expect(expectNotWith({ a: null, b: [{}] }, 'a', ['b'])).toEqual([]);
});

test('One of several is written, and only one', () => {
  expect(expectExactlyOne({ a: 1, b: 2 }, ['a', 'b'])).toEqual([
    { path: ['a'], message: 'one of [a, b] must be written, a and b are written' },
  ]);
  expect(expectExactlyOne({}, ['a', 'b'])).toEqual([
    { path: ['a'], message: 'one of [a, b] must be written, none is written' },
  ]);
  expect(expectExactlyOne({ a: UNKNOWN }, ['a', 'b'])).toEqual([]);
  expect(expectExactlyOne({ a: 1, b: UNKNOWN }, ['a', 'b'])).toEqual([]);
});
