import { z } from 'zod';
import { knownKeysAt, lessonAt, taught, textOf, textOrNumberOf } from '../../../src/core/input/teach';

const lesson = (name: string): { about: string; allowed: string; example: string } => ({
  about: `${name} it is.`,
  allowed: `what ${name} allows`,
  example: `an ${name}`,
});

const even = (text: string): number | undefined => (Number(text) % 2 === 0 ? Number(text) : undefined);
const fixed = z.strictObject({ day: taught(z.string(), lesson('day')) });
const later = z.strictObject({ hours: taught(z.int(), lesson('hours')) });
const SCHEMA = z.strictObject({
  id: taught(z.string(), lesson('id')).optional(),
  list: z.array(taught(z.string(), lesson('item'))).default([]),
  due: taught(z.union([fixed, later]), lesson('due')),
  open: taught(fixed, lesson('open')).readonly().optional(),
  sizes: z.record(
    z.string(),
    taught(z.strictObject({ cpu: taught(z.int(), lesson('cpu')) }), lesson('size')),
  ),
  piped: taught(z.string(), lesson('piped')).transform((text) => text.length),
  plain: z.string(),
});

test.each([
  [['id'], 'id'],
  [['list', 3], 'item'],
  [['due'], 'due'],
  [['due', 'day'], 'day'],
  [['due', 'hours'], 'hours'],
  [['open'], 'open'],
  [['open', 'day'], 'day'],
  [['sizes', 'any'], 'size'],
  [['sizes', 'any', 'cpu'], 'cpu'],
  [['piped'], 'piped'],
])('The lesson at %j is that of %s, through all that wraps it', (path, name) => {
  expect(lessonAt(SCHEMA, path)).toEqual(lesson(name));
});

test('Where nothing is taught there is no lesson', () => {
  expect(lessonAt(SCHEMA, ['plain'])).toBeUndefined();
  expect(lessonAt(SCHEMA, ['nowhere', 'at', 'all'])).toBeUndefined();
});

test('The keys of a mapping are known, of a union those of all its options', () => {
  expect(knownKeysAt(SCHEMA, [])).toEqual(['id', 'list', 'due', 'open', 'sizes', 'piped', 'plain']);
  expect(knownKeysAt(SCHEMA, ['due'])).toEqual(['day', 'hours']);
  expect(knownKeysAt(SCHEMA, ['sizes', 'any'])).toEqual(['cpu']);
  expect(knownKeysAt(SCHEMA, ['plain'])).toEqual([]);
});

test('A lesson goes with the schema into editors', () => {
  expect(z.toJSONSchema(taught(z.string(), lesson('id')))).toMatchObject({
    type: 'string',
    description: 'id it is. Allowed: what id allows.',
    examples: ['an id'],
  });
});

test('A text is read by its parser, and by nothing else', () => {
  const schema = textOf(even, lesson('even'));
  expect(schema.parse('4')).toBe(4);
  expect(schema.safeParse('3').error?.issues).toMatchObject([{ code: 'custom', message: 'cannot be read' }]);
  expect(schema.safeParse(4).error?.issues).toMatchObject([{ code: 'invalid_type' }]);
  expect(lessonAt(z.strictObject({ n: schema }), ['n'])).toEqual(lesson('even'));
});

test('A value that YAML reads as a number is read as its text', () => {
  const schema = textOrNumberOf(even, lesson('even'));
  expect([schema.parse('4'), schema.parse(4)]).toEqual([4, 4]);
  expect(schema.safeParse(3).success).toBe(false);
  expect(schema.safeParse(true).success).toBe(false);
});
