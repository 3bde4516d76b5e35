import {
  blockAt,
  blocksAt,
  booleanAt,
  numberAt,
  requiredText,
  textAt,
  textMapAt,
  textsAt,
} from '../../../src/rehearsal/values/read-value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';

const ALL = {
  nothing: null,
  later: UNKNOWN,
  text: 'labs',
  empty: '',
  yes: true,
  seven: 7,
  large: 9007199254740993n,
  tenth: '0.1',
  names: ['a', null, UNKNOWN, 'b'],
  blocks: [{ port: 1 }, { port: 2 }],
  single: { create: '5m' },
  labels: { a: '1', b: null, c: UNKNOWN },
};

test('A text is read as one, and nothing else is', () => {
  expect(Object.keys(ALL).filter((name) => textAt(ALL, name) !== undefined)).toEqual([
    'text',
    'empty',
    'tenth',
  ]);
  expect(textAt(ALL, 'absent')).toBeUndefined();
  expect(requiredText(ALL, 'text')).toBe('labs');
});

test.each(['nothing', 'later', 'absent'])('A text that must be there is asked for too early: %s', (name) => {
  expect(() => requiredText(ALL, name)).toThrow(
    new Error(`"${name}" is not known; Terraform should not have asked`),
  );
});

test('A number is read from all that Terraform writes it as', () => {
  const read = ['seven', 'large', 'tenth', 'text', 'empty', 'yes', 'nothing', 'later', 'absent'].map((name) =>
    numberAt(ALL, name),
  );
  expect(read).toEqual([7, 9007199254740992, 0.1, ...Array<undefined>(6)]);
});

test('A switch is on, off or not known', () => {
  expect(['yes', 'seven', 'later'].map((name) => booleanAt(ALL, name))).toEqual([true, undefined, undefined]);
});

test('Of lists and maps, what is known is read', () => {
  expect(textsAt(ALL, 'names')).toEqual(['a', 'b']);
  expect(textsAt(ALL, 'later')).toEqual([]);
  expect(textMapAt(ALL, 'labels')).toEqual({ a: '1' });
  expect(textMapAt(ALL, 'names')).toEqual({});
});

test('Blocks are read whether there are many, one or none', () => {
  expect(blocksAt(ALL, 'blocks')).toEqual([{ port: 1 }, { port: 2 }]);
  expect(blocksAt(ALL, 'single')).toEqual([{ create: '5m' }]);
  expect(blocksAt(ALL, 'later')).toEqual([]);
  expect(blockAt(ALL, 'blocks')).toEqual({ port: 1 });
  expect(blockAt(ALL, 'nothing')).toBeUndefined();
});
