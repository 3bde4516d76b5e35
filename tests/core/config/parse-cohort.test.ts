import type { Problem } from '../../../src/core/input/problem';
import { w255Spring } from '../example-cohort';
import { linesOf, problemsOf, toldIn } from '../outcomes';
import { COHORT, changed, readCohort } from '../sample-cohort';

const refused = (from: string, to: string): readonly Problem[] =>
  problemsOf(readCohort(changed(COHORT, from, to)));
const at = toldIn('cohort.yaml');
const TERM = 'ends: 2027-04-16\n  timeZone: America/Los_Angeles\n  breaks: [2027-03-22]';
const END = '  - { email: lin.wei@example.edu, name: Lin Wei, role: ta }\n';

test('The example cohort is right', () => {
  const { config } = w255Spring();
  expect([config.id, config.course, config.staff.length, config.teamLabs]).toEqual([
    'w255-spring27',
    'w255',
    6,
    ['project'],
  ]);
});

test.each<[string, string, string, Problem]>([
  [
    'a term that ends before it starts',
    TERM,
    'ends: 2027-01-11\n  timeZone: UTC',
    at(5, 9, {
      message: 'the term ends before it starts',
      got: '2027-01-11',
      allowed: 'a day after 2027-01-11, at most 300 days later',
      write: 'ends: 2027-04-23',
    }),
  ],
  [
    'a term that is too long',
    'ends: 2027-04-16',
    'ends: 2027-11-08',
    at(5, 9, {
      message: 'the term is longer than a year of teaching',
      got: '2027-11-08',
      allowed: 'a day after 2027-01-11, at most 300 days later',
      write: 'ends: 2027-04-23',
    }),
  ],
  [
    'a break outside the term',
    '[2027-03-22]',
    '[2027-03-22, 2027-04-17]',
    at(7, 24, {
      message: 'this break is not in the term',
      got: '2027-04-17',
      allowed: 'a day from 2027-01-11 to 2027-04-16',
      write: 'a day of the week without classes',
    }),
  ],
  [
    'a person twice',
    END,
    `${END}  - { email: Ines.Duarte@example.edu, name: Inês, role: ta }\n`,
    at(19, 14, {
      message: 'this person is named already in line 17',
      got: '"Ines.Duarte@example.edu"',
      write: 'one entry per person; an instructor may all that a TA may',
    }),
  ],
  [
    'no instructor',
    'role: instructor',
    'role: ta',
    at(17, 3, {
      message: 'no one is an instructor',
      allowed: 'at least one person with role: instructor',
      write: 'role: instructor',
    }),
  ],
  [
    'a student twice in places',
    END,
    `${END}places:\n  - { student: a@example.edu, tier: project }\n  - { student: A@example.edu }\n`,
    at(21, 16, {
      message: 'this tenant is named already in line 20',
      got: '"A@example.edu"',
      write: 'all that is different for this tenant in one entry',
    }),
  ],
  [
    'a team twice in places, in other letter case',
    END,
    `${END}places:\n  - { team: Kestrel }\n  - { team: kestrel }\n`,
    at(21, 13, {
      message: 'this tenant is named already in line 20',
      got: '"kestrel"',
      write: 'all that is different for this tenant in one entry',
    }),
  ],
  [
    'a class that ends before it starts',
    END,
    `${END}sessions: [{ day: friday, starts: "16:00", ends: "16:00" }]\n`,
    at(19, 50, {
      message: 'the class ends before it starts',
      got: '"16:00"',
      allowed: 'a time after 16:00 on the same day',
      write: 'ends: "23:59"',
    }),
  ],
  [
    'fewer nodes at most than at least',
    END,
    `${END}nodes: { min: 3, max: 2 }\n`,
    at(19, 23, {
      message: 'the most nodes are fewer than the fewest',
      got: '2',
      allowed: 'at least min, which is 3',
      write: 'max: 3',
    }),
  ],
])('%s is told whole', (_, from, to, problem) => expect(refused(from, to)).toEqual([problem]));

test.each([
  ['a term of 300 days', 'ends: 2027-04-16', 'ends: 2027-11-07'],
  ['a break on the first day', '[2027-03-22]', '[2027-01-11]'],
  ['a break on the last day', '[2027-03-22]', '[2027-04-16]'],
  ['local state', '{ backend: gcs, bucket: example-mlops-state }', '{ backend: local }'],
  ['a course of one’s own', 'course: mlops', 'course: ./my-course.yaml'],
  [
    'a domain of 200 characters',
    'mlops.example.edu',
    `${`${'d'.repeat(49)}.`.repeat(3)}${'d'.repeat(46)}.edu`,
  ],
])('%s is allowed', (_, from, to) => expect(readCohort(changed(COHORT, from, to)).ok).toBe(true));

test('Faults of values and between values are told together', () => {
  const text = [
    ['role: instructor', 'role: ta'],
    ['[2027-03-22]', '[2026-03-22]'],
    ['perTenant: 60 USD', 'perTenant: 60'],
  ] as const;
  expect(
    linesOf(problemsOf(readCohort(text.reduce((all, [from, to]) => changed(all, from, to), COHORT)))),
  ).toEqual([
    'cohort.yaml:15:22 budget.perTenant is not what belongs here',
    'cohort.yaml:7:12 this break is not in the term',
    'cohort.yaml:17:3 no one is an instructor',
  ]);
});
