import fc from 'fast-check';
import type { Problem } from '../../../src/core/input/problem';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { enroll } from '../../../src/core/ledger/enroll';
import type { Ledger } from '../../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../../src/core/ledger/ledger-file';
import { HOSTILE_TEAMS, tenantKeys } from '../invented-people';
import { linesOf, problemsOf, valueOf } from '../outcomes';
import { CAPACITY, aStudent, changed } from '../sample-cohort';
import { DAYS, EMPTY, ledgers } from './any-ledger';

const parse = (text: string): ReturnType<typeof parseLedger> => {
  const source = YamlSource.read('cohort.lock.yaml', text);
  return source.ok ? parseLedger(source.value) : source;
};

const enrolled = enroll(
  EMPTY,
  [{ student: aStudent('ada').email }, { student: aStudent('bo').email }, { team: 'Barn Owl' }],
  DAYS[0]!,
  CAPACITY,
);
const LEDGER: Ledger = {
  ...enrolled,
  events: [...enrolled.events, { on: DAYS[1]!, event: 'held', handle: enrolled.events[0]!.handle }],
};
const TEXT = formatLedger(LEDGER);
const ROWS = TEXT.split('\n');

test('A ledger is a line per event below what it is and how many they are', () => {
  expect(TEXT).toMatchInlineSnapshot(`
   "# Who has which place. Written by practicum: commit this file, never edit it.
   version: 1
   cohort: mlops-fall27
   lines: 4
   head: 'd65bb7fe90112256'
   events:
     - { on: 2027-01-04, event: enrolled, handle: ada, student: "ada@example.edu", cell: 1, shard: 1, sum: '29d6ccc4810deb01' }
     - { on: 2027-01-04, event: enrolled, handle: bo, student: "bo@example.edu", cell: 1, shard: 1, sum: 'cac0138b26ed38bc' }
     - { on: 2027-01-04, event: enrolled, handle: team-barn-owl, team: "Barn Owl", cell: 1, shard: 1, sum: '3e21c2962c29d149' }
     - { on: 2027-02-01, event: held, handle: ada, sum: 'd65bb7fe90112256' }
   "
  `);
});

test('A ledger without events is written and read', () => {
  expect(formatLedger(EMPTY)).toContain("lines: 0\nhead: 'mlops-fall27'\nevents: []\n");
  expect(valueOf(parse(formatLedger(EMPTY)))).toEqual(EMPTY);
});

test('Any ledger is read back as it was written, and written again as it was', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const read = valueOf(parse(formatLedger(ledger)));
      expect(read).toEqual(ledger);
      expect(formatLedger(read)).toBe(formatLedger(ledger));
    }),
    { numRuns: 60 },
  );
});

test.each(HOSTILE_TEAMS)('The team %s is read back', (team) => {
  const ledger = enroll(EMPTY, [{ team }], DAYS[0]!, CAPACITY);
  expect(valueOf(parse(formatLedger(ledger)))).toEqual(ledger);
});

test('What was written before stays at the start of what is written later', () => {
  const row = (text: string): readonly string[] => text.split('\n').filter((each) => each.startsWith('  - '));
  fc.assert(
    fc.property(ledgers, tenantKeys(12), (ledger, keys) => {
      const before = row(formatLedger(ledger));
      expect(row(formatLedger(enroll(ledger, keys, DAYS[2]!, CAPACITY))).slice(0, before.length)).toEqual(
        before,
      );
    }),
  );
});

const RESTORE = 'bring the file back from version control (git checkout -- cohort.lock.yaml)';
const CHANGED = 'this line or one above it was changed by hand';
const CUT = 'lines at the end of the ledger are missing, or were added by hand';

test('An edited line is told whole', () => {
  expect(problemsOf(parse(changed(TEXT, 'handle: bo', 'handle: bob')))).toEqual<Problem[]>([
    {
      file: 'cohort.lock.yaml',
      line: 8,
      column: 5,
      message: CHANGED,
      got: '{"on":"2027-01-04","event":"enrolled","handle":"bob","studen… (124 characters)',
      allowed: 'only lines that practicum wrote',
      write: RESTORE,
    },
  ]);
});

test('A cut ledger is told whole', () => {
  expect(problemsOf(parse(ROWS.slice(0, 8).join('\n')))).toEqual<Problem[]>([
    {
      file: 'cohort.lock.yaml',
      line: 4,
      column: 8,
      message: CUT,
      got: '2 lines',
      allowed: 'the 4 lines that practicum wrote',
      write: RESTORE,
    },
  ]);
});

const swap = (a: number, b: number): string =>
  ROWS.map((row, index) => (index === a ? ROWS[b]! : index === b ? ROWS[a]! : row)).join('\n');
const without = (index: number): string => ROWS.filter((_, each) => each !== index).join('\n');
const sumAt = (index: number): string => /sum: '(\w+)'/.exec(ROWS[index]!)![1]!;

test.each<[string, string, string]>([
  ['another day', changed(TEXT, '2027-02-01', '2027-02-02'), `10:5 ${CHANGED}`],
  ['another student', changed(TEXT, '"ada@example.edu"', '"eve@example.edu"'), `7:5 ${CHANGED}`],
  ['another cell', changed(TEXT, 'cell: 1', 'cell: 2'), `7:5 ${CHANGED}`],
  ['another letter case of a team', changed(TEXT, '"Barn Owl"', '"barn owl"'), `9:5 ${CHANGED}`],
  ['a sum of one’s own', changed(TEXT, sumAt(7), '0123456789abcdef'), `8:5 ${CHANGED}`],
  [
    'a part more on a line that has none',
    changed(TEXT, 'event: held, handle: ada', 'event: held, handle: ada, cell: 2'),
    '10:5 this line lacks a part, or has one too many',
  ],
  [
    'a line of a student and a team',
    changed(TEXT, 'student: "bo@example.edu"', 'student: "bo@example.edu", team: X'),
    '8:5 this line lacks a part, or has one too many',
  ],
  [
    'a line without its shard',
    changed(TEXT, ', shard: 1', ''),
    '7:5 this line lacks a part, or has one too many',
  ],
  ['a deleted first line', without(6), `7:5 ${CHANGED}`],
  ['a deleted line', without(7), `8:5 ${CHANGED}`],
  [
    'a deleted enrolment that later lines need',
    without(6).replace(/.*bo@.*\n.*Barn Owl.*\n/, ''),
    '7:5 this line cannot be: ada was never enrolled',
  ],
  ['two lines swapped', swap(6, 7), `7:5 ${CHANGED}`],
  ['the last line deleted', without(9), `4:8 ${CUT}`],
  [
    'the last line repeated',
    changed(TEXT, `${ROWS[9]}\n`, `${ROWS[9]}\n${ROWS[9]}\n`),
    '11:5 this line cannot be: ada is held',
  ],
  [
    'a line written by hand',
    `${TEXT}  - { on: 2027-02-01, event: destroyed, handle: bo, sum: '0123456789abcdef' }\n`,
    `11:5 ${CHANGED}`,
  ],
  [
    'a line of another ledger’s end',
    changed(changed(TEXT, 'lines: 4', 'lines: 3'), `${ROWS[9]}\n`, ''),
    '5:7 the lines below do not lead to this sum',
  ],
  ['another count', changed(TEXT, 'lines: 4', 'lines: 5'), `4:8 ${CUT}`],
  [
    'another head',
    changed(TEXT, `head: '${sumAt(9)}'`, "head: '0123456789abcdef'"),
    '5:7 the lines below do not lead to this sum',
  ],
  ['another cohort', changed(TEXT, 'cohort: mlops-fall27', 'cohort: mlops-spring'), `7:5 ${CHANGED}`],
  [
    'another cohort of an empty ledger',
    changed(formatLedger(EMPTY), 'cohort: mlops-fall27', 'cohort: mlops-spring'),
    '5:7 the lines below do not lead to this sum',
  ],
  ['another version', changed(TEXT, 'version: 1', 'version: 2'), '2:10 version is not allowed'],
  ['an unknown event', changed(TEXT, 'event: held', 'event: hold'), '10:30 events[4].event is not allowed'],
  [
    'a handle that is none',
    changed(TEXT, 'handle: bo,', 'handle: Bo!,'),
    '8:48 events[2].handle cannot be read',
  ],
  [
    'what a merge left',
    changed(TEXT, `${ROWS[8]}\n`, `<<<<<<< HEAD\n${ROWS[8]}\n=======\n${ROWS[9]}\n>>>>>>> theirs\n`),
    '9:1 git left a merge conflict here',
  ],
  ['no end of its last line', TEXT.slice(0, -3), '10:5 a bracket was opened and never closed'],
  ['nothing', '', '1:1 the file is empty'],
])('A ledger with %s is refused in the line that shows it', (_, text, line) => {
  expect(linesOf(problemsOf(parse(text)))).toContain(`cohort.lock.yaml:${line}`);
});

test('Lines of two ledgers that were merged do not pass, whichever come first', () => {
  const one = enroll(enrolled, [{ student: aStudent('cy').email }], DAYS[1]!, CAPACITY);
  const other = enroll(enrolled, [{ student: aStudent('dee').email }], DAYS[1]!, CAPACITY);
  const lines = (ledger: Ledger): readonly string[] => formatLedger(ledger).split('\n');
  for (const [first, second] of [
    [one, other],
    [other, one],
  ] as const) {
    const merged = [
      ...lines(second).slice(0, 3),
      'lines: 5',
      lines(second)[4],
      ...lines(first).slice(5, -1),
      lines(second).at(-2),
      '',
    ].join('\n');
    expect(linesOf(problemsOf(parse(merged)))).toEqual([`cohort.lock.yaml:11:5 ${CHANGED}`]);
  }
});

test('No change of one character is passed over, other than of what says nothing', () => {
  const body = TEXT.indexOf('version');
  fc.assert(
    fc.property(
      fc.integer({ min: body, max: TEXT.length - 1 }),
      fc.constantFrom(...'abz019 "\'{}:,-é'),
      (at, character) => {
        const outcome = parse(`${TEXT.slice(0, at)}${character}${TEXT.slice(at + 1)}`);
        if (outcome.ok) expect(outcome.value).toEqual(LEDGER);
      },
    ),
    { numRuns: 150 },
  );
});
