import type { LabId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { deadlineOf } from '../../../src/core/grading/deadline-of';
import { gradedPlaces } from '../../../src/core/grading/graded-places';
import { THREE, aPlan, after, tenant } from '../plan/a-plan';
import { COURSE, aConfig, aCourse, changed, enrolled } from '../sample-cohort';

const LAB = 'lab2' as LabId;
const DUE = '2027-01-26T07:59:00Z' as Instant;
const lateCourse = aCourse(changed(COURSE, 'acceptedDays: 0', 'acceptedDays: 2'));
const ledger = after(enrolled(aConfig(), THREE, aCourse()), 'held', 'bo@example.edu');

const handles = (at: Instant, course = aCourse()) => {
  const { due, held, early } = gradedPlaces(aPlan({ at, ledger, course }), LAB);
  return [due, held, early].map((places) => places.map(({ handle }) => handle).join(' '));
};

test('From the due time on all are graded but those who are held', () => {
  expect(handles(DUE)).toEqual(['ada cy', 'bo', '']);
});

test('Until then everyone may still hand in', () => {
  expect(handles('2027-01-26T07:58:59Z' as Instant)).toEqual(['', 'bo', 'ada cy']);
});

test('Where late work is accepted, the deadline is the end of that', () => {
  expect(handles(DUE, lateCourse)).toEqual(['', 'bo', 'ada cy']);
  const plan = aPlan({ course: lateCourse });
  const lab = plan.labs.find(({ id }) => id === LAB)!;
  expect(deadlineOf(tenant(plan, 'ada'), lab)).toBe('2027-01-28T07:59:00Z');
  expect(handles('2027-01-28T07:59:00Z' as Instant, lateCourse)).toEqual(['ada cy', 'bo', '']);
});
