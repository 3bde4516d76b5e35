import { checkSections } from '../../../src/core/config/check-class-hours';
import type { Problem } from '../../../src/core/input/problem';
import { problemsOf, valueOf } from '../outcomes';
import { COHORT, aRoster, aStudent, readCohort } from '../sample-cohort';

const LAST = COHORT.split('\n').length;
const problems = (more: string): readonly Problem[] => problemsOf(readCohort(`${COHORT}${more}`));

test('A night that ends when it starts is told', () => {
  expect(problems('classHours: { sleep: { starts: "01:00", ends: "01:00" } }\n')).toEqual([
    {
      file: 'cohort.yaml',
      line: LAST,
      column: 47,
      message: 'the night ends when it starts',
      got: '"01:00"',
      allowed: 'a time other than 01:00',
      write: 'ends: "07:00"',
    },
  ]);
});

test.each([
  ['classHours: { prewarmMinutes: -5 }', 'a whole number from 0 to 120'],
  ['classHours: { prewarmMinutes: soon }', 'a whole number from 0 to 120'],
  ['classHours: { sleep: off }', 'starts and ends, and awakeHoursBeforeDeadline'],
  [
    'classHours: { sleep: { starts: 1, ends: "07:00" } }',
    'a time of day from 00:00 to 23:59, quoted: "23:59"',
  ],
  [
    'classHours: { sleep: { starts: "25:00", ends: "07:00" } }',
    'a time of day from 00:00 to 23:59, quoted: "23:59"',
  ],
  ['classHours: { nap: true }', 'the keys prewarmMinutes, sleep'],
])('%s is refused, with what is allowed', (more, allowed) => {
  expect(problems(`${more}\n`).map((problem) => problem.allowed)).toEqual([allowed]);
});

const SESSION = 'sessions: [{ day: tuesday, starts: "16:00", ends: "17:30", section: "003" }]\n';
const checked = (...sections: readonly string[]): readonly Problem[] =>
  checkSections(
    valueOf(readCohort(`${COHORT}${SESSION}`)),
    aRoster([aStudent('none'), ...sections.map((section) => aStudent(`s${section}`, { section }))]),
  );

test('A class for a section that nobody is in is told, with the sections that there are', () => {
  expect(checked('002', '001')).toEqual([
    expect.objectContaining({
      file: 'cohort.yaml',
      line: LAST,
      message: 'the roster names nobody in this section',
      got: '"003"',
      allowed: 'one of 001, 002',
      write: 'section: "001"',
    }),
  ]);
  expect(checked()[0]).toMatchObject({
    allowed: 'a section of roster.csv, which names none',
    write: 'the class without section: everybody comes',
  });
  expect(checked('003')).toEqual([]);
});
