import type { Problem } from '../../../src/core/input/problem';
import { problemsOf, toldIn, valueOf } from '../outcomes';
import { COHORT, readCohort } from '../sample-cohort';

const LINE = COHORT.split('\n').length + 1;
const withEntry = (entry: string) => readCohort(`${COHORT}accommodations:\n  - { ${entry} }\n`);
const refused = (entry: string): readonly Problem[] => problemsOf(withEntry(entry));
const at = (column: number, told: Omit<Problem, 'file' | 'line' | 'column'>): Problem =>
  toldIn('cohort.yaml')(LINE, column, told);

const STUDENT = 'student: ada@example.edu';
const ENTRY = {
  allowed: 'student or team; lab with extraDays or dueAt, or extraDays alone for all labs',
  write: '- { student: amara.okafor@example.edu, lab: lab3, extraDays: 2 }',
};

test('A cohort without accommodations has none', () => {
  expect(valueOf(readCohort(COHORT)).config.accommodations).toEqual([]);
});

test('An entry is read with its local time', () => {
  const { config } = valueOf(withEntry(`${STUDENT}, lab: lab1, dueAt: 2027-01-20 23:59`));
  expect(config.accommodations).toEqual([
    { student: 'ada@example.edu', lab: 'lab1', dueAt: { day: '2027-01-20', time: '23:59' } },
  ]);
});

test('A reason is refused with the reason for that, and not shown again', () => {
  const [problem, ...others] = refused(`${STUDENT}, lab: lab1, extraDays: 2, reason: Fractured wrist`);
  expect(others).toEqual([]);
  expect(problem).toEqual(
    at(58, {
      message: 'the key "reason" is not kept: more people read this file than need to know',
      allowed: 'the keys student, team, lab, extraDays, dueAt',
      write: 'delete the line',
    }),
  );
  expect(JSON.stringify(problem)).not.toContain('wrist');
});

test.each(['reasons', 'note', 'notes', 'comment', 'why', 'because'])('So is the key %s', (key) => {
  const [problem] = refused(`${STUDENT}, extraDays: 2, ${key}: x`);
  expect(problem!.message).toMatch(/is not kept: more people read this file/);
});

test('Another unknown key is told as everywhere', () => {
  expect(refused(`${STUDENT}, extraDay: 2`).map(({ message }) => message)).toContain(
    'the key "extraDay" is unknown',
  );
});

test.each<[string, string, string]>([
  ['nobody', 'extraDays: 2', 'names both a student and a team, or neither'],
  ['two', `${STUDENT}, team: Kestrel, extraDays: 2`, 'names both a student and a team, or neither'],
  ['nothing', `${STUDENT}, lab: lab1`, 'has both extraDays and dueAt, or neither'],
  ['both', `${STUDENT}, lab: lab1, extraDays: 2, dueAt: 2027-01-20T12:00`, 'has both extraDays and dueAt, or neither'],
  ['one time for all labs', `${STUDENT}, dueAt: 2027-01-20T12:00`, 'has dueAt without a lab: one time cannot be the deadline of all labs'],
])('An entry of %s is refused', (_, entry, message) => {
  const [problem, ...others] = refused(entry);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ message: `accommodations[1] ${message}`, ...ENTRY });
}); // prettier-ignore

test.each([
  '2027-01-20T24:00',
  '2027-01-20T23:59Z',
  '2027-01-20T23:59+03:30',
  '2027-02-29T12:00',
  '2027-01-20',
  '11:59 p.m.',
])('%s is no local day and time', (written) => {
  const [problem] = refused(`${STUDENT}, lab: lab1, dueAt: "${written}"`);
  expect(problem).toEqual(
    at(51, {
      message: 'accommodations[1].dueAt cannot be read',
      got: JSON.stringify(written),
      allowed: 'a day and a time from 00:00 to 23:59, without an offset: 2027-03-17T23:59',
      write: 'dueAt: 2027-03-17T23:59',
    }),
  );
});

test.each(['0', '-1', '1.5', '61', 'two'])('%s extra days are refused', (days) => {
  expect(refused(`${STUDENT}, extraDays: ${days}`)).toMatchObject([
    { allowed: 'a whole number from 1 to 60', write: 'extraDays: 2' },
  ]);
});
