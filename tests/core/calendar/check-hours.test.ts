import { checkHoursLabs, checkHoursSections } from '../../../src/core/calendar/check-hours';
import type { Problem } from '../../../src/core/input/problem';
import { valueOf } from '../outcomes';
import { COHORT, COURSE, aRoster, aStudent, readCohort, readCourse } from '../sample-cohort';

const LINE = COHORT.split('\n').length;
const ROSTER = aRoster([
  aStudent('ada', { section: '001' }),
  aStudent('bo', { section: '002' }),
  aStudent('cy'),
]);

function problemsWith(entry: string): readonly Problem[] {
  const cohort = readCohort(`${COHORT}hours: [{ name: Midterm, ${entry} }]\n`);
  if (!cohort.ok) return cohort.problems;
  const course = valueOf(readCourse(COURSE));
  return [...checkHoursLabs(cohort.value, course), ...checkHoursSections(cohort.value, ROSTER)];
}

const EVENING = 'starts: 2027-01-20T18:00, ends: 2027-01-20T20:00';

test.each([
  ['an exam for all', `kind: exam, ${EVENING}`],
  ['an exam with labs, for a section', `kind: exam, ${EVENING}, labs: [lab2], sections: ["002"]`],
  ['quiet hours over the night when the clocks change', 'kind: quiet, starts: 2027-03-13T22:00, ends: 2027-03-14T06:00'], // prettier-ignore
  ['a whole month', 'kind: quiet, starts: 2027-02-01T00:00, ends: 2027-03-04T00:00'],
])('%s is let through', (_, entry) => {
  expect(problemsWith(entry)).toEqual([]);
});

test.each([
  ['ends before it starts', 'kind: exam, starts: 2027-01-20T18:00, ends: 2027-01-20T16:00', { message: 'this ends before it starts', got: '"2027-01-20T16:00"', write: 'ends: 2027-01-20T20:00' }],
  ['ends when it starts', 'kind: exam, starts: 2027-01-20T18:00, ends: 2027-01-20T18:00', { message: 'this ends before it starts' }],
  ['ends in another year', 'kind: quiet, starts: 2027-01-20T18:00, ends: 2028-01-20T20:00', { message: 'this is longer than a month', allowed: 'a time after 2027-01-20T18:00, at most 31 days later' }],
  ['starts when the clocks jump', 'kind: quiet, starts: 2027-03-14T02:30, ends: 2027-03-14T12:00', { message: '02:30 on 2027-03-14 is no clear time in America/Los_Angeles: the clocks change', write: 'starts: 2027-03-14T12:00' }],
  ['ends at an hour that the clocks show twice', 'kind: quiet, starts: 2027-11-06T22:00, ends: 2027-11-07T01:30', { message: '01:30 on 2027-11-07 is no clear time in America/Los_Angeles: the clocks change' }],
  ['names a lab that there is not', `kind: exam, ${EVENING}, labs: [lab1, lab20]`, { message: 'the course mlops has no such lab', got: '"lab20"', allowed: 'one of lab1, lab2, project', write: 'lab2' }],
  ['names a section without students', `kind: exam, ${EVENING}, sections: ["003"]`, { message: 'the roster has nobody in this section', got: '"003"', allowed: 'one of "001", "002"' }],
  ['is quiet and names labs', `kind: quiet, ${EVENING}, labs: [lab1]`, { message: expect.stringContaining('nothing may be worked on in quiet hours') }],
  ['is of another kind', `kind: party, ${EVENING}`, { got: '"party"', allowed: 'one of exam, quiet' }],
  ['starts at an instant with an offset', 'kind: exam, starts: 2027-01-20T18:00Z, ends: 2027-01-20T20:00', { got: '"2027-01-20T18:00Z"' }],
])('What %s is told, with its line', (_, entry, told) => {
  expect(problemsWith(entry)).toEqual([expect.objectContaining({ file: 'cohort.yaml', line: LINE, ...told })]);
}); // prettier-ignore
