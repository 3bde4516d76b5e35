import { z } from 'zod';
import type { Problem } from '../../../src/core/input/problem';
import { nearest, readObject } from '../../../src/core/input/read-object';
import { taught, textOf } from '../../../src/core/input/teach';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { toldIn, valueOf } from '../outcomes';

const TIME = { about: 'Time.', allowed: 'a time of day', example: '"23:59"' };
const time = textOf((text) => (/^\d\d:\d\d$/.test(text) ? text : undefined), TIME);
const fixed = z.strictObject({ week: z.int().min(1), time });
const relative = z.strictObject({ hoursBefore: z.int() });
const SCHEMA = z.strictObject({
  id: taught(z.string().min(2).max(5), { about: 'Id.', allowed: 'two to five letters', example: 'w255' }),
  count: z.int().min(1).max(9).optional(),
  tags: z.array(z.string()).max(2).default([]),
  kind: z.enum(['a', 'b']).optional(),
  due: taught(z.union([fixed, relative]), {
    about: 'Due.',
    allowed: 'week and time; or hoursBefore',
    example: '{ hoursBefore: 1 }',
  }).optional(),
  labs: z.array(z.strictObject({ id: z.string(), due: z.union([fixed, relative]).optional() })).optional(),
  sizes: taught(z.record(z.string().regex(/^[a-z]+$/), z.int()), {
    about: 'Sizes.',
    allowed: 'names in lower case',
    example: '{}',
  }).optional(),
});

const read = (text: string): ReturnType<typeof readObject<typeof SCHEMA.shape>> =>
  readObject(SCHEMA, valueOf(YamlSource.read('c.yaml', text)));
const at = toldIn('c.yaml');
const KEYS = 'the keys id, count, tags, kind, due, labs, sizes';

test('A right file is its value, with defaults', () => {
  const { value, partial, problems } = read('id: w255\ndue: { hoursBefore: 24 }');
  expect(value).toEqual({ id: 'w255', tags: [], due: { hoursBefore: 24 } });
  expect([partial, problems]).toEqual([value, []]);
});

test('A fault in one key hides neither the values nor the faults of others', () => {
  const { value, partial, problems } = read('id: x\ncount: 3\nkind: c\n');
  expect(value).toBeUndefined();
  expect(partial).toEqual({ count: 3, tags: [] });
  expect(problems.map(({ line }) => line)).toEqual([1, 3]);
});

test.each<[string, string, Problem]>([
  [
    'a missing key',
    'count: 3',
    at(1, 1, { message: 'id is missing', allowed: 'two to five letters', write: 'id: w255' }),
  ],
  [
    'a wrong type with a lesson',
    'id: 255',
    at(1, 5, {
      message: 'id is not what belongs here',
      got: '255',
      allowed: 'two to five letters',
      write: 'id: w255',
    }),
  ],
  [
    'a wrong type without one',
    'id: w255\ncount: many',
    at(2, 8, { message: 'count is not a number', got: '"many"', allowed: 'a number' }),
  ],
  [
    'half a number',
    'id: w255\ncount: 1.5',
    at(2, 8, { message: 'count is not a whole number', got: '1.5', allowed: 'a whole number' }),
  ],
  [
    'a text that is too short',
    'id: w',
    at(1, 5, { message: 'id is too short', got: '"w"', allowed: 'two to five letters', write: 'id: w255' }),
  ],
  [
    'a text that is too long',
    'id: w25525',
    at(1, 5, {
      message: 'id is too long',
      got: '"w25525"',
      allowed: 'two to five letters',
      write: 'id: w255',
    }),
  ],
  [
    'a number that is too small',
    'id: w255\ncount: 0',
    at(2, 8, { message: 'count is too small', got: '0', allowed: 'at least 1' }),
  ],
  [
    'a number that is too large',
    'id: w255\ncount: 10',
    at(2, 8, { message: 'count is too large', got: '10', allowed: 'at most 9' }),
  ],
  [
    'a list that is too long',
    'id: w255\ntags: [a, b, c]',
    at(2, 7, { message: 'tags has too many items', got: '["a","b","c"]', allowed: 'at most 2' }),
  ],
  [
    'a value in a list, counted from 1',
    'id: w255\ntags: [a, 2]',
    at(2, 11, { message: 'tags[2] is not text', got: '2', allowed: 'text' }),
  ],
  [
    'no list',
    'id: w255\ntags: a',
    at(2, 7, { message: 'tags is not a list', got: '"a"', allowed: 'a list' }),
  ],
  [
    'a word that is none of a few',
    'id: w255\nkind: c',
    at(2, 7, { message: 'kind is not allowed', got: '"c"', allowed: 'one of a, b' }),
  ],
  [
    'an empty value',
    'id: w255\nkind:',
    at(2, 6, { message: 'kind is not allowed', got: 'null', allowed: 'one of a, b' }),
  ],
  [
    'an unknown key near a known one',
    'id: w255\ncuont: 3',
    at(2, 1, { message: 'the key "cuont" is unknown', allowed: KEYS, write: 'count: …' }),
  ],
  [
    'an unknown key in other letter case',
    'id: w255\nTags: [a]',
    at(2, 1, { message: 'the key "Tags" is unknown', allowed: KEYS, write: 'tags: …' }),
  ],
  [
    'an unknown key near none',
    'id: w255\nfavouriteColour: 3',
    at(2, 1, { message: 'the key "favouriteColour" is unknown', allowed: KEYS, write: 'delete the line' }),
  ],
  [
    'a key that every object has',
    'id: w255\nconstructor: 3',
    at(2, 1, { message: 'the key "constructor" is unknown', allowed: KEYS, write: 'delete the line' }),
  ],
  [
    'the prototype',
    'id: w255\n__proto__: { count: 3 }',
    at(2, 1, { message: 'the key "__proto__" is unknown', allowed: KEYS, write: 'delete the line' }),
  ],
  [
    'a wrong free key',
    'id: w255\nsizes: { Big: 1 }',
    at(2, 10, { message: 'the key "Big" is not allowed', allowed: 'names in lower case' }),
  ],
])('%s is told whole', (_, text, problem) => expect(read(text).problems).toEqual([problem]));

describe('A value that may have several forms', () => {
  test.each<[string, string, readonly Problem[]]>([
    [
      'the form whose keys it has, where a key is missing',
      '{ week: 1 }',
      [at(2, 6, { message: 'due.time is missing', allowed: 'a time of day', write: 'time: "23:59"' })],
    ],
    [
      'the form whose keys it has, where a value is wrong',
      '{ week: 1, time: late }',
      [
        at(2, 23, {
          message: 'due.time cannot be read',
          got: '"late"',
          allowed: 'a time of day',
          write: 'time: "23:59"',
        }),
      ],
    ],
    [
      'the other form',
      '{ hoursBefore: soon }',
      [at(2, 21, { message: 'due.hoursBefore is not a number', got: '"soon"', allowed: 'a number' })],
    ],
    [
      'no form, where it is no mapping',
      'tomorrow',
      [
        at(2, 6, {
          message: 'due is not allowed',
          got: '"tomorrow"',
          allowed: 'week and time; or hoursBefore',
          write: 'due: { hoursBefore: 1 }',
        }),
      ],
    ],
  ])('is told of %s', (_, due, problems) => expect(read(`id: w255\ndue: ${due}`).problems).toEqual(problems));

  test('is told the nearest key of any form', () => {
    expect(read('id: w255\ndue: { hoursBefor: 24 }').problems).toContainEqual(
      at(2, 8, {
        message: 'the key "hoursBefor" is unknown',
        allowed: 'the keys week, time, hoursBefore',
        write: 'hoursBefore: …',
      }),
    );
  });

  test('is told where it stands in a list', () => {
    expect(read('id: w255\nlabs:\n  - id: a\n    due: { week: 0, time: "08:00" }\n').problems).toEqual([
      at(4, 18, { message: 'labs[1].due.week is too small', got: '0', allowed: 'at least 1' }),
    ]);
  });
});

test.each([
  ['an empty file', '', { message: 'the file is empty' }],
  ['a list', '- a', { message: 'the file must be a mapping of keys to values', got: '["a"]' }],
  ['a word', 'hello', { message: 'the file must be a mapping of keys to values', got: '"hello"' }],
])('%s is told what a file has', (_, text, told) => {
  const { value, partial, problems } = read(text);
  expect([value, partial]).toEqual([undefined, {}]);
  expect(problems).toEqual([
    at(1, 1, { ...told, allowed: KEYS, write: 'start from a file that "practicum init" writes' }),
  ]);
});

test.each([
  ['lab', ['lab1', 'lab2', 'project'], 'lab1'],
  ['LAB2', ['lab1', 'lab2'], 'lab2'],
  ['projct', ['lab1', 'project'], 'project'],
  ['exam', ['lab1', 'project'], undefined],
  ['anything', [], undefined],
])('The word nearest to %s in %j is %s', (word, known, near) => expect(nearest(word, known)).toBe(near));
