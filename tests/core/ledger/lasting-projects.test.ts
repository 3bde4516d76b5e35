import fc from 'fast-check';
import { cellNumber } from '../../../src/core/domain/ids';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { enroll } from '../../../src/core/ledger/enroll';
import { OUTSIDE_KINDS, lasts, withLasting } from '../../../src/core/ledger/lasting-projects';
import type { Ledger } from '../../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../../src/core/ledger/ledger-file';
import { tenantKeys } from '../invented-people';
import { linesOf, problemsOf, valueOf } from '../outcomes';
import { CAPACITY, aStudent, changed } from '../sample-cohort';
import { DAYS, EMPTY, ledgers } from './any-ledger';

const parse = (text: string): ReturnType<typeof parseLedger> => {
  const source = YamlSource.read('cohort.lock.yaml', text);
  return source.ok ? parseLedger(source.value) : source;
};
const rows = (text: string): readonly string[] => text.split('\n').filter((each) => each.startsWith('  - '));

const planned = fc.uniqueArray(
  fc.record({
    cell: fc.integer({ min: 1, max: 3 }).map(cellNumber),
    project: fc.constantFrom(...OUTSIDE_KINDS),
  }),
  { selector: ({ cell, project }) => `${cell} ${project}` },
);

const ONE = cellNumber(1);
const LEDGER = withLasting(
  enroll(EMPTY, [{ student: aStudent('ada').email }], DAYS[0]!, CAPACITY),
  [
    { cell: ONE, project: 'services' },
    { cell: ONE, project: 'logs' },
  ],
  DAYS[0]!,
);
const TEXT = formatLedger(LEDGER);

test('Projects stand below what happened to places, counted and summed with it', () => {
  expect(TEXT).toMatchInlineSnapshot(`
   "# Who has which place. Written by practicum: commit this file, never edit it.
   version: 1
   cohort: mlops-fall27
   lines: 3
   head: 'ed9b1ee99e9e59b1'
   events:
     - { on: 2027-01-04, event: enrolled, handle: ada, student: "ada@example.edu", cell: 1, shard: 1, sum: '29d6ccc4810deb01' }
   # Projects that stay until the teardown, used or not.
   projects:
     - { on: 2027-01-04, cell: 1, project: services, sum: 'ebd92853cd3076e6' }
     - { on: 2027-01-04, cell: 1, project: logs, sum: 'dbb49b29ea2e76df' }
   "
  `);
  expect([lasts(LEDGER, ONE, 'logs'), lasts(LEDGER, ONE, 'machines')]).toEqual([true, false]);
  expect([lasts(LEDGER, cellNumber(2), 'logs'), lasts(EMPTY, ONE, 'logs')]).toEqual([false, false]);
});

test('A project is written once, on the day of the first plan that has it', () => {
  expect(withLasting(LEDGER, [{ cell: ONE, project: 'logs' }], DAYS[2]!)).toBe(LEDGER);
  expect(withLasting(EMPTY, [], DAYS[2]!)).toBe(EMPTY);
});

test('Any ledger with projects is read back as it was written, and whatever comes later changes no line of either list', () => {
  fc.assert(
    fc.property(ledgers, planned, planned, tenantKeys(12), (places, first, second, keys) => {
      const ledger = withLasting(places, first, DAYS[2]!);
      expect(valueOf(parse(formatLedger(ledger)))).toEqual(ledger);
      const later = withLasting(enroll(ledger, keys, DAYS[2]!, CAPACITY), second, DAYS[2]!);
      const known = new Set(rows(formatLedger(later)));
      expect(rows(formatLedger(ledger)).filter((row) => !known.has(row))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const [, , last] = rows(TEXT) as [string, string, string];
const CHANGED = 'this line or one above it was changed by hand';
const CUT = 'lines at the end of the ledger are missing, or were added by hand';

test.each<[string, string, string]>([
  ['without its last project', changed(TEXT, `${last}\n`, ''), `4:8 ${CUT}`],
  ['without any project', TEXT.split('# Projects')[0]!, `4:8 ${CUT}`],
  [
    'without any project, and with another count',
    changed(TEXT, 'lines: 3', 'lines: 1').split('# Projects')[0]!,
    '5:7 the lines below do not lead to this sum',
  ],
  ['with another project', changed(TEXT, 'project: logs', 'project: machines'), `11:5 ${CHANGED}`],
  [
    'with a project of another cell',
    changed(TEXT, 'cell: 1, project: logs', 'cell: 2, project: logs'),
    `11:5 ${CHANGED}`,
  ],
  ['with one that is there twice', `${TEXT}${last}\n`, '12:5 this line is there twice'],
  [
    'with one that is none',
    changed(TEXT, 'project: logs', 'project: loot'),
    '11:41 projects[2].project is not allowed',
  ],
])('A ledger %s is refused in the line that shows it', (_, text, line) => {
  expect(linesOf(problemsOf(parse(text))).join('\n')).toContain(`cohort.lock.yaml:${line}`);
});

test('Both lists are summed: the projects of another ledger do not pass', () => {
  const other: Ledger = withLasting(EMPTY, [{ cell: ONE, project: 'machines' }], DAYS[0]!);
  const mixed = TEXT.replace(/  - .*services.*\n/, `${rows(formatLedger(other))[0]}\n`);
  expect(parse(mixed).ok).toBe(false);
});
