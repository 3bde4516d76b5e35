import type { Day } from '../../../src/core/domain/time';
import { daysOf, studentsOf } from '../../../src/rehearsal/scenario/scenario';
import { scenarioOf } from './sample-scenario';

test('Day 1 is the first of the term, a date is itself, and a step without a day happens with the one before', () => {
  const { steps } = scenarioOf(
    'deploy',
    '{ re-apply: , at: 1 }',
    '{ add: { students: 1 }, at: 31 }',
    'rename',
    '{ teardown: , at: 2027-04-20 }',
  );
  expect(daysOf(steps, '2027-01-11' as Day)).toEqual([
    '2027-01-11',
    '2027-01-11',
    '2027-02-10',
    '2027-02-10',
    '2027-04-20',
  ]);
});

test('Days before the term are counted from 0 down', () => {
  const { steps } = scenarioOf('{ deploy: , at: -3 }', '{ re-apply: , at: 0 }');
  expect(daysOf(steps, '2027-01-11' as Day)).toEqual(['2027-01-07', '2027-01-10']);
});

test('A step is about as many students as it says or lists, or about no particular ones', () => {
  const { steps } = scenarioOf(
    'deploy',
    'add: { students: 3 }',
    'drop: { students: [a@example.edu, b@example.edu] }',
    'change-email',
    'use: { students: all }',
  );
  expect(steps.map(studentsOf)).toEqual([undefined, 3, 2, 1, undefined]);
});
