import fc from 'fast-check';
import type { Path } from '../../../src/core/input/yaml-source';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { linesOf, problemsOf, valueOf } from '../outcomes';

const read = (text: string): YamlSource => valueOf(YamlSource.read('cohort.yaml', text));
const refused = (text: string): ReturnType<typeof problemsOf> =>
  problemsOf(YamlSource.read('cohort.yaml', text));
const placeOf = (source: YamlSource, path: Path): string => {
  const { line, column } = source.positionOf(path);
  return `${line}:${column}`;
};

const SAMPLE =
  'id: w255\nterm:\n  starts: 2027-01-11\n  breaks: [2027-03-22, 2027-03-29]\nstaff:\n  - { email: a@example.edu }\n  - email: b@example.edu\n';

describe('A value', () => {
  test.each<[Path, string]>([
    [[], '1:1'],
    [['id'], '1:5'],
    [['term'], '3:3'],
    [['term', 'starts'], '3:11'],
    [['term', 'breaks', 1], '4:24'],
    [['staff', 0, 'email'], '6:14'],
    [['staff', 1, 'email'], '7:12'],
    [['staff', 1], '7:5'],
  ])('at %j stands at %s', (path, place) => expect(placeOf(read(SAMPLE), path)).toBe(place));

  test.each<[string, string]>([
    ['with CRLF', SAMPLE.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${SAMPLE}`],
  ])('stands where it stands %s', (_, text) => {
    const paths: Path[] = [['id'], ['term', 'starts'], ['term', 'breaks', 1], ['staff', 1, 'email']];
    expect(paths.map((path) => placeOf(read(text), path))).toEqual(['1:5', '3:11', '4:24', '7:12']);
  });

  test('that is missing stands where it is missing from', () => {
    const paths: Path[] = [
      ['domain'],
      ['term', 'ends'],
      ['staff', 0, 'name'],
      ['staff', 9, 'email'],
      ['id', 'deeper'],
    ];
    expect(paths.map((path) => placeOf(read(SAMPLE), path))).toEqual(['1:1', '3:3', '6:5', '6:3', '1:5']);
  });

  test('that is empty stands after its key', () => {
    expect(placeOf(read('id:\nterm: 1\n'), ['id'])).toBe('1:4');
  });

  test('is found by its path, and so is that there is none', () => {
    const source = read(SAMPLE);
    expect(source.valueAt(['staff', 1, 'email'])).toBe('b@example.edu');
    expect([source.valueAt(['term', 'ends']), source.valueAt(['id', 'x', 'y'])]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('that looks like a date, an octal or yes stays what YAML 1.2 says', () => {
    expect(read('a: 2027-01-11\nb: yes\nc: 0777\nd: 12:30\ne: true\nf: ~').value).toEqual({
      a: '2027-01-11',
      b: 'yes',
      c: 777,
      d: '12:30',
      e: true,
      f: null,
    });
  });
});

test('A key stands where it is written', () => {
  const source = read(SAMPLE);
  expect(source.keyPositionOf(['term', 'breaks'])).toEqual({ line: 4, column: 3 });
  expect(source.keyPositionOf(['staff', 0, 'email'])).toEqual({ line: 6, column: 7 });
});

test('An empty file has no value', () => {
  expect(['', '# only a comment\n', '---\n'].map((text) => read(text).value)).toEqual([null, null, null]);
});

test('A key with a name of the language is a key like any other', () => {
  expect(Object.keys(read('__proto__: 1\nconstructor: 2').value as object)).toEqual([
    '__proto__',
    'constructor',
  ]);
});

test('A key that stands twice is refused with its second place', () => {
  expect(refused('a:\r\n  b: 1\r\n  b: 2\r\n')).toEqual([
    {
      file: 'cohort.yaml',
      line: 3,
      column: 3,
      message: 'this key stands here twice',
      allowed: 'YAML 1.2: "key: value", lists with "- ", indentation by spaces',
      write: 'one of the two; delete the other',
    },
  ]);
});

test('An anchor and each of its aliases are refused, with what to write instead', () => {
  const told = { file: 'cohort.yaml', allowed: 'plain values' };
  expect(refused('a: &x 1\nb: *x')).toEqual([
    { ...told, line: 1, column: 7, message: 'the anchor &x is not read', write: 'the value without it' },
    { ...told, line: 2, column: 4, message: 'the alias *x is not read', write: 'the value itself' },
  ]);
});

test('A bomb of aliases is refused without being blown up', () => {
  const level = (n: number): string =>
    `l${n}: &l${n} [${Array(9)
      .fill(`*l${n - 1}`)
      .join(', ')}]`;
  const bomb = ['l0: &l0 [lol, lol]', ...Array.from({ length: 20 }, (_, n) => level(n + 1))].join('\n');
  const problems = refused(bomb);
  expect(problems).toHaveLength(50);
  expect(problems[0]).toMatchObject({ line: 1, message: 'the anchor &l0 is not read' });
});

test.each([
  ['a tag of its own', 'a: !env HOME', 'cohort.yaml:1:9 the tag "!env" is not read'],
  ['a set', 'a: !!set {b}', 'cohort.yaml:1:10 the tag "!!set" is not read'],
  ['binary', 'a: !!binary aGk=', 'cohort.yaml:1:13 the tag "!!binary" is not read'],
  ['a merge of an alias', 'a: &a { b: 1 }\nc:\n  <<: *a', 'cohort.yaml:3:7 the alias *a is not read'],
  ['another document', 'a: 1\n---\nb: 2', 'cohort.yaml:2:1 a second document starts here'],
  ['a tab', 'a:\n\tb: 1', 'cohort.yaml:2:1 a tab indents this line'],
  ['a list as a key', '[a]: 1', 'cohort.yaml:1:1 a key is not text'],
  ['a mapping as a key', '? { a: 1 }\n: b', 'cohort.yaml:1:3 a key is not text'],
  ['an unclosed quote', 'a: "b', 'cohort.yaml:1:4 a quote was opened and never closed'],
  ['an unclosed list', 'a: [1, 2', 'cohort.yaml:1:4 a bracket was opened and never closed'],
  ['a reserved sign', 'a: @b', 'cohort.yaml:1:4 a value cannot start with this character'],
  ['an alias without a name', 'a: *', 'cohort.yaml:1:4 an alias has no name'],
  ['YAML 1.1, where yes is true', '%YAML 1.1\n---\na: yes', 'cohort.yaml:1:1 YAML 1.1 is not read'],
])('%s is refused', (_, text, line) => expect(linesOf(refused(text))).toContain(line));

test('A merge key without an alias merges nothing', () => {
  expect(read('<<: { a: 1 }\nb: 2').value).toEqual({ '<<': { a: 1 }, b: 2 });
});

test('Numbers and words as keys are text', () => {
  expect(read('1: a\ntrue: b\nnull: c').value).toEqual({ '1': 'a', true: 'b', null: 'c' });
});

test.each([
  ['a whole conflict', 'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n', 2],
  ['the end of one', 'a: 1\nb: 2\n>>>>>>> theirs\n', 3],
  ['one with CRLF', 'a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n', 2],
])('What git left of %s is the only problem that is told', (_, text, line) => {
  expect(refused(text)).toEqual([
    {
      file: 'cohort.yaml',
      line,
      column: 1,
      message: 'git left a merge conflict here',
      write: 'keep one side whole (git checkout --ours or --theirs), then run the command again',
    },
  ]);
});

test.each([
  ['lists', '['.repeat(20_000)],
  ['mappings', '{a: '.repeat(20_000)],
  ['closed lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
])('A file of 20,000 nested %s is refused in one sentence', (_, text) => {
  expect(refused(text)).toEqual([
    {
      file: 'cohort.yaml',
      line: 1,
      column: 1,
      message: 'values are nested too deeply to be read',
      allowed: 'at most a few levels',
    },
  ]);
});

test('A file with thousands of faults tells fifty of them', () => {
  expect(refused(Array.from({ length: 2000 }, () => 'a: 1').join('\n'))).toHaveLength(50);
});

test('No text at all makes reading fail otherwise than by a problem', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'{}[]:-,&*!|>%@`"\'#?\n\t\r ab1~\uFEFF'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const outcome = YamlSource.read('cohort.yaml', text);
      if (!outcome.ok)
        for (const { line, column } of outcome.problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
