import type { Problem } from '../../../src/core/input/problem';
import { problemsOf, valueOf } from '../outcomes';
import { COURSE, changed, readCourse } from '../sample-cohort';

const read = (late: string) => readCourse(changed(COURSE, 'late: { acceptedDays: 0 }', `late: ${late}`));
const refused = (late: string): readonly Problem[] => problemsOf(read(late));

test.each([
  ['zero after the due time', '{ acceptedDays: 0 }', { acceptedDays: 0 }],
  ['days that are accepted', '{ acceptedDays: 3 }', { acceptedDays: 3 }],
  [
    'five days of each lab, fifteen forgiven, then half a percent an hour',
    '{ acceptedDays: 5, forgivenDays: 15, percentPerHour: 0.5 }',
    { acceptedDays: 5, forgivenDays: 15, percentPerHour: 0.5 },
  ],
  ['a price without forgiveness', '{ acceptedDays: 5, percentPerHour: 1.25 }', { acceptedDays: 5, percentPerHour: 1.25 }],
])('A course may have %s', (_, late, policy) => {
  expect(valueOf(read(late)).course.late).toEqual(policy);
}); // prettier-ignore

test.each([
  ['a price of hours that are not accepted', '{ acceptedDays: 0, percentPerHour: 1 }', 'late prices hours that are not accepted: acceptedDays is 0'],
  ['days forgiven that cost nothing', '{ acceptedDays: 5, forgivenDays: 15 }', 'late forgives days that cost nothing: there is no percentPerHour'],
  ['a third decimal', '{ acceptedDays: 5, percentPerHour: 0.125 }', 'late.percentPerHour has more than two decimals'],
  ['a price of nothing', '{ acceptedDays: 5, percentPerHour: 0 }', 'late.percentPerHour is too small'],
  ['half a day', '{ acceptedDays: 0.5 }', 'late.acceptedDays is not what belongs here'],
  ['no days', '{ percentPerHour: 1 }', 'late.acceptedDays is missing'],
])('A course may not have %s', (_, late, message) => {
  expect(refused(late).map((problem) => problem.message)).toEqual([message]);
}); // prettier-ignore
