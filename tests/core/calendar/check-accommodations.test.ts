import type { Problem } from '../../../src/core/input/problem';
import { toldIn } from '../outcomes';
import { FIRST_LINE, problemsWith } from './accommodated-cohort';

const at = (line: number, column: number, told: Omit<Problem, 'file' | 'line' | 'column'>): Problem =>
  toldIn('cohort.yaml')(FIRST_LINE + line - 1, column, told);
const ADA = 'student: ada@example.edu';

test('Extra days and other times, for students, teams and whole terms, are accepted', () => {
  expect(
    problemsWith(
      `${ADA}, lab: lab1, extraDays: 2`,
      `${ADA}, extraDays: 1`,
      'student: BO@example.edu, lab: lab2, dueAt: 2027-01-28T12:00',
      'team: kestrel, lab: project, dueAt: "2027-02-03 23:59"',
    ),
  ).toEqual([]);
});

test.each<[string, readonly string[], Problem]>([
  [
    'an unknown student',
    ['student: ad@example.edu, lab: lab1, extraDays: 1'],
    at(1, 16, {
      message: 'the roster names no such student',
      got: '"ad@example.edu"',
      allowed: 'an e-mail of roster.csv',
      write: 'student: ada@example.edu',
    }),
  ],
  [
    'an unknown team',
    ['team: Kestrl, lab: project, extraDays: 1'],
    at(1, 13, {
      message: 'the roster names no such team',
      got: '"Kestrl"',
      allowed: 'one of Kestrel',
      write: 'team: Kestrel',
    }),
  ],
  [
    'an unknown lab',
    [`${ADA}, lab: lab9, extraDays: 1`],
    at(1, 38, {
      message: 'the course mlops has no such lab',
      got: '"lab9"',
      allowed: 'one of lab1, lab2',
      write: 'lab: lab1',
    }),
  ],
  [
    'a student for a lab of teams',
    [`${ADA}, lab: project, extraDays: 1`],
    at(1, 38, {
      message: 'project is worked on by teams',
      got: '"project"',
      allowed: 'one of lab1, lab2, or a team',
      write: "team: the student's team",
    }),
  ],
  [
    'a team for a lab of students',
    ['team: Kestrel, lab: lab1, extraDays: 1'],
    at(1, 27, {
      message: 'lab1 is worked on by students alone',
      got: '"lab1"',
      allowed: 'one of project, or a student',
      write: 'student: a member, with an entry for each',
    }),
  ],
  [
    'two entries for a student and a lab',
    [`${ADA}, lab: lab1, extraDays: 1`, 'student: ADA@example.edu, lab: lab1, dueAt: 2027-01-20T12:00'],
    at(2, 16, {
      message: `line ${FIRST_LINE} names this student for lab1 already`,
      got: '"ada@example.edu"',
      write: 'one of the two entries',
    }),
  ],
  [
    'two entries for the whole term',
    ['team: Kestrel, extraDays: 1', 'team: KESTREL, extraDays: 2'],
    at(2, 13, {
      message: `line ${FIRST_LINE} names this team for the whole term already`,
      got: '"KESTREL"',
      write: 'one of the two entries',
    }),
  ],
  [
    'a deadline before the lab opens',
    [`${ADA}, lab: lab2, dueAt: 2027-01-18T08:00`],
    at(1, 51, {
      message: 'lab2 is due here before it opens',
      got: 'Mon 18 Jan 2027, 08:00',
      allowed: "a time after Mon 18 Jan 2027, 08:00; the class's is Mon 25 Jan 2027, 23:59",
      write: 'dueAt: 2027-01-25T23:59',
    }),
  ],
  [
    'a time that the clocks jump over',
    [`${ADA}, lab: lab2, dueAt: 2027-03-14T02:30`],
    at(1, 51, {
      message: '02:30 on 2027-03-14 is no clear time in America/Los_Angeles: the clocks change',
      got: '"2027-03-14T02:30"',
      allowed: 'a time that the day has exactly once',
      write: 'dueAt: 2027-03-14T12:00',
    }),
  ],
  [
    'a deadline after the access of students ends',
    [`${ADA}, lab: lab2, dueAt: 2027-04-24T00:01`],
    at(1, 51, {
      message: "lab2 would be due after the students' access ends",
      got: 'Sat 24 Apr 2027, 00:01',
      allowed: 'a time until Sat 24 Apr 2027, 00:00: the last day is 2027-04-23',
      write: 'an earlier time here, or more term.daysAfterEnd for everyone',
    }),
  ],
])('%s is told whole', (_, entries, problem) => expect(problemsWith(...entries)).toEqual([problem]));

test('All that is wrong is told at once', () => {
  const problems = problemsWith(
    `${ADA}, lab: lab9, extraDays: 1`,
    'student: zz@example.edu, lab: lab1, dueAt: 2027-01-01T00:00',
  );
  expect(problems.map(({ line, message }) => `${line - FIRST_LINE} ${message}`)).toEqual([
    '0 the course mlops has no such lab',
    '1 lab1 is due here before it opens',
    '1 the roster names no such student',
  ]);
});
