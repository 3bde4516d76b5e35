import { dueWords, lateWords, opensWords, sessionWords } from '../../../src/core/course-outline/course-words';
import { COURSE, aCourse, changed } from '../sample-cohort';

test('Days are told by the weeks of the course', () => {
  const { labs, sessions } = aCourse();
  expect(labs.map(opensWords)).toEqual(['week 1 Mon 08:00', 'week 2 Mon 08:00', 'week 3 Mon 08:00']);
  expect(labs.map(dueWords)).toEqual([
    'week 2 Mon 23:59',
    '7 days later, 23:59',
    '24 h before the last class',
  ]);
  expect(sessions.map(sessionWords)).toEqual(['Tuesday 16:00 to 17:30']);
});

test.each([
  ['acceptedDays: 0', 'Late work gets zero.'],
  ['acceptedDays: 1', 'Late work is accepted for 1 day and costs nothing.'],
  [
    'acceptedDays: 3, percentPerHour: 2',
    'Late work is accepted for 3 days; each hour begun costs 2 % of the grade of the lab.',
  ],
  [
    'acceptedDays: 5, percentPerHour: 0.5, forgivenDays: 15',
    'Late work is accepted for 5 days; 15 days of the term are forgiven where they save most, beyond them each hour begun costs 0.5 % of the grade of the lab.',
  ],
])('Late work with %s is told in a sentence', (policy, sentence) =>
  expect(lateWords(aCourse(changed(COURSE, 'acceptedDays: 0', policy)))).toBe(sentence),
);
