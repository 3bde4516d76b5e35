import { PLAIN_TERM } from '../../../src/core/course-outline/course-outline';
import { checkDays } from '../../../src/core/course/check-days';
import { valueOf } from '../outcomes';
import { COURSE, changed, readCourse } from '../sample-cohort';

const checked = (text: string) => checkDays(valueOf(readCourse(text)), PLAIN_TERM);

test('A lab that is due after it opens is right in whatever term', () => expect(checked(COURSE)).toEqual([]));

test('A lab that is due before it opens is told by days of the week, since a course has no dates', () => {
  const late = changed(COURSE, 'opens: { week: 1, day: monday', 'opens: { week: 3, day: friday');
  expect(checked(late)).toEqual([
    {
      file: 'course.yaml',
      line: 14,
      column: 10,
      message: 'lab1 is due before it opens',
      got: 'Mon, 23:59',
      allowed: 'a time after Fri, 08:00 of the week that it opens in',
      write: 'a later week',
    },
  ]);
});

test('A lab that is due the moment it opens leaves no time', () => {
  const same = changed(
    COURSE,
    'due: { daysAfterOpening: 7, time: "23:59" }',
    'due: { week: 2, day: monday, time: "08:00" }',
  );
  expect(checked(same).map(({ message }) => message)).toEqual(['lab2 is due before it opens']);
});

test('A lab that runs from Saturday to Monday of a week is right where weeks begin on Saturday; none begins so late as to take Friday to Monday', () => {
  const due = changed(
    COURSE,
    'due: { week: 2, day: monday, time: "23:59" }',
    'due: { week: 1, day: monday, time: "23:59" }',
  );
  const from = (day: string): string =>
    changed(due, 'opens: { week: 1, day: monday', `opens: { week: 1, day: ${day}`);
  expect(checked(from('saturday'))).toEqual([]);
  expect(checked(from('friday')).map(({ message }) => message)).toEqual(['lab1 is due before it opens']);
});
