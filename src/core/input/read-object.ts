import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Problem } from './problem';
import { legible, shown } from './problem';
import { knownKeysAt, lessonAt, refusalOf } from './teach';
import type { Path, YamlSource } from './yaml-source';

/** What a file says: the keys that are right, and all that is wrong with the others. */
export interface ReadObject<T> {
  /** Keys whose values passed; what is missing here has its problem below. */
  readonly partial: Partial<T>;
  /** All of it, when nothing is wrong. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Judges each top-level key of `source` by itself, so that a fault in one does not hide a fault in
 * another, nor keep checks across keys from running on those that are right.
 */
export function readObject<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  source: YamlSource,
  start = 'start from a file that "practicum init" writes',
): ReadObject<z.output<z.ZodObject<Shape>>> {
  type Value = z.output<z.ZodObject<Shape>>;
  const raw = source.value;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { partial: {}, value: undefined, problems: [notAMapping(schema, source, start)] };
  }
  const given = raw as Record<string, unknown>;
  const partial: Record<string, unknown> = {};
  const problems: Problem[] = unknownKeys(
    schema,
    source,
    [],
    Object.keys(given).filter((key) => !Object.hasOwn(schema.shape, key)),
  );
  for (const [key, keySchema] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const result = (keySchema as z.ZodType).safeParse(given[key]);
    if (result.success) {
      if (result.data !== undefined) partial[key] = result.data;
    } else {
      const issues = result.error.issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));
      problems.push(...issues.flatMap((issue) => toProblems(schema, source, issue as z.core.$ZodIssue)));
    }
  }
  return {
    partial: partial as Partial<Value>,
    value: problems.length === 0 ? (partial as Value) : undefined,
    problems: toldOnce(problems),
  };
}

/** A number beyond what a computer counts exactly breaks two rules, which people are told as one. */
function toldOnce(problems: readonly Problem[]): readonly Problem[] {
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...told.values()];
}

function notAMapping(schema: z.ZodObject, source: YamlSource, start: string): Problem {
  const empty = source.value === null || source.value === undefined;
  return source.problem([], {
    message: empty ? 'the file is empty' : 'the file must be a mapping of keys to values',
    ...(empty ? {} : { got: shown(source.value) }),
    allowed: `the keys ${Object.keys(schema.shape).join(', ')}`,
    write: start,
  });
}

function toProblems(schema: z.ZodObject, source: YamlSource, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return unknownKeys(schema, source, path, issue.keys);
  if (issue.code === 'invalid_union') return unionProblems(schema, source, issue);
  if (issue.code === 'invalid_key') return [wrongKey(schema, source, path)];
  const lesson = lessonAt(schema, path);
  const key = String(path.at(-1));
  const found = source.valueAt(path);
  const name = legible(
    path
      .map((step) => (typeof step === 'number' ? `[${step + 1}]` : step))
      .join('.')
      .replaceAll('.[', '['),
  );
  const missing = found === undefined;
  const example = nearestAllowed(issue, found) ?? lesson?.example;
  return [
    source.problem(path, {
      message: missing ? `${name} is missing` : `${name} ${complaint(issue, lesson !== undefined)}`,
      ...(missing ? {} : { got: shown(found) }),
      allowed: lesson?.allowed ?? expectation(issue),
      ...(example === undefined
        ? {}
        : { write: typeof path.at(-1) === 'number' ? `- ${example}` : `${key}: ${example}` }),
    }),
  ];
}

/** The allowed word that a wrong one was most likely meant to be. */
function nearestAllowed(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  const allowed =
    issue.code === 'invalid_value' ? issue.values : issue.code === 'custom' ? issue.params?.['allowed'] : [];
  return typeof found === 'string' && Array.isArray(allowed)
    ? nearest(found, allowed.map(String))
    : undefined;
}

function complaint(issue: z.core.$ZodIssue, hasLesson: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${hasLesson ? 'what belongs here' : (KINDS[issue.expected] ?? issue.expected)}`;
    case 'too_small':
      return issue.origin === 'array'
        ? 'has too few items'
        : issue.origin === 'string'
          ? 'is too short'
          : 'is too small';
    case 'too_big':
      return issue.origin === 'array'
        ? 'has too many items'
        : issue.origin === 'string'
          ? 'is too long'
          : 'is too large';
    case 'custom':
      return issue.message === 'cannot be read' ? 'cannot be read' : issue.message;
    default:
      return 'is not allowed';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  record: 'a mapping',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    default:
      return 'another value';
  }
}

/** A key of a mapping whose keys are free, and still not any text. */
function wrongKey(schema: z.ZodObject, source: YamlSource, path: Path): Problem {
  return {
    file: source.file,
    ...source.keyPositionOf(path),
    message: `the key ${shown(path.at(-1))} is not allowed`,
    allowed: lessonAt(schema, path.slice(0, -1))?.allowed ?? 'another key',
  };
}

/** Tells of the option that the value comes nearest to: the one whose keys it has. */
function unionProblems(
  schema: z.ZodObject,
  source: YamlSource,
  issue: z.core.$ZodIssueInvalidUnion,
): Problem[] {
  const path = issue.path as Path;
  const found = source.valueAt(path);
  const branches = issue.errors.filter((branch) =>
    branch.some((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
  );
  if (typeof found !== 'object' || found === null || branches.length === 0) {
    return toProblems(schema, source, {
      ...issue,
      code: 'custom',
      message: 'is not allowed',
    } as z.core.$ZodIssue);
  }
  const strangeness = (branch: readonly z.core.$ZodIssue[]): number =>
    branch.reduce((sum, inner) => sum + (inner.code === 'unrecognized_keys' ? 10 * inner.keys.length : 1), 0);
  const nearest = [...branches].sort((a, b) => strangeness(a) - strangeness(b))[0]!;
  return nearest.flatMap((inner) =>
    toProblems(schema, source, { ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue),
  );
}

function unknownKeys(
  schema: z.ZodObject,
  source: YamlSource,
  path: Path,
  keys: readonly string[],
): Problem[] {
  const anywhere = knownKeysAt(schema, path);
  const given = source.valueAt(path);
  const isGiven = (key: string): boolean =>
    typeof given === 'object' && given !== null && Object.hasOwn(given, key);
  return keys.map((key) => {
    // Known in another form of the mapping: what it has beside this key belongs to one without it.
    const misplaced = anywhere.includes(key);
    const known = anywhere.filter((each) => each !== key);
    const near = misplaced
      ? undefined
      : nearest(
          key,
          known.filter((each) => !isGiven(each)),
        );
    return {
      file: source.file,
      ...source.keyPositionOf([...path, key]),
      message: misplaced
        ? `the key ${shown(key)} does not go with the others here`
        : (refusalOf(schema, path, key) ?? `the key ${shown(key)} is unknown`),
      allowed: misplaced
        ? (lessonAt(schema, path)?.allowed ?? 'the others without it')
        : known.length > 0
          ? `the keys ${known.join(', ')}`
          : 'no keys',
      write: near === undefined ? 'delete the line' : `${near}: …`,
    };
  });
}

/** The known word that `word` was most likely meant to be. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(
    word.toLowerCase(),
    known.map((each) => each.toLowerCase()),
  );
  const match = known.find((each) => each.toLowerCase() === candidate)!;
  // With as many edits as letters any short word is near.
  const most = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  return distance(word.toLowerCase(), candidate) <= most ? match : undefined;
}
