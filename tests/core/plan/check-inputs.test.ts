import type { Problem } from '../../../src/core/input/problem';
import { checkCalendar, checkPeople, checkTeamLabs } from '../../../src/core/plan/check-inputs';
import { w255, w255Spring, w255SpringRoster } from '../example-cohort';
import { linesOf, valueOf } from '../outcomes';
import {
  COHORT,
  COURSE,
  aConfig,
  aCourse,
  aRoster,
  aStudent,
  changed,
  enrolled,
  readCohort,
  readCourse,
} from '../sample-cohort';

type Change = readonly [from: string, to: string];
const all = (text: string, changes: readonly Change[]): string =>
  changes.reduce((each, [from, to]) => changed(each, from, to), text);
const cohort = (...changes: readonly Change[]): ReturnType<typeof w255Spring> =>
  valueOf(readCohort(all(COHORT, changes)));
const cohortWith = (more: string): ReturnType<typeof cohort> => valueOf(readCohort(`${COHORT}${more}`));
const course = (...changes: readonly Change[]): ReturnType<typeof w255> =>
  valueOf(readCourse(all(COURSE, changes)));
const inCohort = (
  line: number,
  column: number,
  rest: Omit<Problem, 'file' | 'line' | 'column'>,
): Problem => ({ file: 'cohort.yaml', line, column, ...rest });
const inCourse = (
  line: number,
  column: number,
  rest: Omit<Problem, 'file' | 'line' | 'column'>,
): Problem => ({ ...inCohort(line, column, rest), file: 'course.yaml' });

test('The example cohort and its course have nothing against each other', () => {
  expect([
    ...checkCalendar(w255Spring(), w255()),
    ...checkTeamLabs(w255Spring(), w255()),
    ...checkPeople(w255Spring(), w255SpringRoster(), undefined),
  ]).toEqual([]);
});

describe('Between cohort and course', () => {
  const DUE: Change = [
    'due: { week: 2, day: monday, time: "23:59" }',
    'due: { week: 1, day: monday, time: "08:00" }',
  ];
  const SHORT: Change = ['ends: 2027-04-16', 'ends: 2027-01-25\n  daysAfterEnd: 0'];
  const NO_BREAK: Change = ['  breaks: [2027-03-22]\n', ''];

  test('work that is due as it opens is told whole', () => {
    expect(checkCalendar(cohort(), course(DUE))).toEqual([
      inCourse(14, 10, {
        message: 'lab1 is due before it opens',
        got: 'Mon 11 Jan 2027, 08:00',
        allowed: 'a time after Mon 11 Jan 2027, 08:00',
        write: 'a later week',
      }),
    ]);
  });

  test('work that is due after access ends is told whole, with a last day that is late enough', () => {
    expect(checkCalendar(cohort(NO_BREAK, SHORT), course())).toEqual([
      inCohort(5, 9, {
        message: "project is due after the students' access ends",
        got: '2027-01-25',
        allowed: 'a last day that leaves time until Mon 1 Feb 2027, 16:00',
        write: 'ends: 2027-02-01',
      }),
    ]);
    expect(
      checkCalendar(cohort(NO_BREAK, ['ends: 2027-04-16', 'ends: 2027-02-01\n  daysAfterEnd: 0']), course()),
    ).toEqual([]);
  });

  test('the last day that is told is late enough in a zone far ahead of UTC', () => {
    const zone: Change = ['America/Los_Angeles', 'Asia/Tehran'];
    const early: Change = ['starts: "16:00", ends: "17:30"', 'starts: "01:00", ends: "02:30"'];
    const [problem] = checkCalendar(cohort(NO_BREAK, SHORT, zone), course(early));
    expect(problem!.write).toBe('ends: 2027-02-01');
    const mended: Change = ['ends: 2027-04-16', `${problem!.write}\n  daysAfterEnd: 0`];
    expect(checkCalendar(cohort(NO_BREAK, mended, zone), course(early))).toEqual([]);
  });

  test.each([
    ['jump over', '2027-03-08', '02:30', '2027-03-14'],
    ['show twice', '2027-11-01', '01:30', '2027-11-07'],
  ])('a time that the clocks %s is told whole', (_, starts, time, day) => {
    const opening: Change = [
      'opens: { week: 1, day: monday, time: "08:00" }',
      `opens: { week: 1, day: sunday, time: "${time}" }`,
    ];
    const dates: Change = ['starts: 2027-01-11\n  ends: 2027-04-16', `starts: ${starts}\n  ends: 2027-12-20`];
    expect(checkCalendar(cohort(NO_BREAK, dates), course(opening))).toEqual([
      inCourse(13, 42, {
        message: `${time} on ${day} is no clear time in America/Los_Angeles: the clocks change`,
        got: `"${time}"`,
        allowed: 'a time that the day has exactly once',
        write: 'time: "12:00"',
      }),
    ]);
  });

  test('classes of the cohort count, where it names its own', () => {
    const sessions: Change = [
      'budget:',
      'sessions: [{ day: friday, starts: "16:00", ends: "17:30" }]\nbudget:',
    ];
    const ends: Change = ['ends: 2027-04-16', 'ends: 2027-02-03\n  daysAfterEnd: 0'];
    expect(checkCalendar(cohort(NO_BREAK, ends), course())).toEqual([]);
    expect(linesOf(checkCalendar(cohort(NO_BREAK, ends, sessions), course()))).toEqual([
      "cohort.yaml:5:9 project is due after the students' access ends",
    ]);
  });

  test('a lab for teams that the course has not is told whole, with the nearest', () => {
    const told = { message: 'the course mlops has no such lab', allowed: 'one of lab1, lab2, project' };
    expect(checkTeamLabs(cohortWith('teamLabs: [lab1, projct, exam]\n'), course())).toEqual([
      inCohort(19, 18, { ...told, got: '"projct"', write: '- project' }),
      inCohort(19, 26, { ...told, got: '"exam"', write: '- lab1' }),
    ]);
    expect(checkTeamLabs(cohortWith('teamLabs: [lab1, project]\n'), course())).toEqual([]);
  });
});

describe('Between cohort and roster', () => {
  const roster = aRoster([aStudent('ada', { team: 'Barn Owl' }), aStudent('bo', { team: 'Kestrel' })]);
  const places = (...lines: readonly string[]): ReturnType<typeof cohort> =>
    cohortWith(`places:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`);

  test('people and teams that the roster has are fine, in any letter case', () => {
    expect(checkPeople(places('student: ADA@example.edu', 'team: barn owl'), roster, undefined)).toEqual([]);
  });

  test('a student that the roster has not is told whole, with the nearest', () => {
    expect(checkPeople(places('student: adda@example.edu'), roster, undefined)).toEqual([
      inCohort(20, 16, {
        message: 'the roster names no such student',
        got: '"adda@example.edu"',
        allowed: 'an e-mail of roster.csv',
        write: 'student: ada@example.edu',
      }),
    ]);
  });

  test('a team that the roster has not is told whole, with the nearest or that there is none', () => {
    const told = { message: 'the roster names no such team', got: '"Kestral"' };
    expect(checkPeople(places('team: Kestral'), roster, undefined)).toEqual([
      inCohort(20, 13, { ...told, allowed: 'one of Barn Owl, Kestrel', write: 'team: Kestrel' }),
    ]);
    expect(checkPeople(places('team: Kestral'), aRoster([aStudent('ada')]), undefined)).toEqual([
      inCohort(20, 13, {
        ...told,
        allowed: 'a team of roster.csv, which names none',
        write: 'team: a team of the roster',
      }),
    ]);
  });

  test('who left the roster and has a place may still be named', () => {
    const config = aConfig('teamLabs: [project]\n');
    const ledger = enrolled(config, roster, aCourse());
    const left = aRoster([aStudent('bo')]);
    const both = places('student: ada@example.edu', 'team: Barn Owl');
    expect(checkPeople(both, left, ledger)).toEqual([]);
    expect(linesOf(checkPeople(both, left, undefined))).toEqual([
      'cohort.yaml:20:16 the roster names no such student',
      'cohort.yaml:21:13 the roster names no such team',
    ]);
  });

  test('a person who teaches and takes the course is told whole', () => {
    const [problem, ...more] = checkPeople(
      cohort(),
      aRoster([aStudent('ada'), aStudent('lin.wei')]),
      undefined,
    );
    expect(more).toEqual([]);
    expect(problem).toEqual(
      inCohort(18, 14, {
        message: 'this person is also a student of roster.csv',
        got: '"lin.wei@example.edu"',
        allowed: 'a person teaches or takes the course',
        write: 'the person in one of the two files',
      }),
    );
  });
});
