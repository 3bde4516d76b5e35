import type { HostileCase, Told } from './hostile-case';
import { editing } from './hostile-case';

const edit = editing('cohort.yaml');

const LAST = 'nodes: { machineType: e2-standard-4, spot: false, min: 1 }';
const EVENING = 'starts: 2027-03-16T18:00, ends: 2027-03-16T20:00';

/** The good cohort with hours in a line of their own. */
const hours = (name: string, text: string, ...told: readonly Told[]): HostileCase =>
  edit(name, LAST, `${LAST}\nhours: ${text}`, ...told);
const hour = (name: string, entry: string, ...told: readonly Told[]): HostileCase =>
  hours(name, `[{ ${entry} }]`, ...told);

// One line per edit, one per complaint.
// prettier-ignore
export const COHORT_HOURS: readonly HostileCase[] = [
  hours('no hours', '[]'),
  hour('an exam for everyone', `name: Midterm, kind: exam, ${EVENING}`),
  hour('quiet hours with a space for the T', 'name: Grading, kind: quiet, starts: "2027-03-16 18:00", ends: "2027-03-17 08:00"'),

  hours('hours as one object', `{ name: Midterm, kind: exam, ${EVENING} }`, { at: '30:8', message: 'hours is not what belongs here', allowed: 'up to 200 entries' }),
  hours('hours as a number', '18', { at: '30:8', message: 'hours is not what belongs here', got: '18' }),
  hour('hours without an end', 'name: Midterm, kind: exam, starts: 2027-03-16T18:00', { at: '30:9', message: 'hours[1].ends is missing' }),
  hour('a kind that there is not', `name: Midterm, kind: party, ${EVENING}`, { at: '30:32', message: 'hours[1].kind is not allowed', got: '"party"', allowed: 'exam, quiet' }),
  hour('a time without a day', 'name: Midterm, kind: exam, starts: "18:00", ends: 2027-03-16T20:00', { at: '30:46', message: 'hours[1].starts', got: '"18:00"', allowed: 'a day and a time from 00:00 to 23:59' }),
  hour('a day that no year has', 'name: Midterm, kind: exam, starts: 2027-02-29T18:00, ends: 2027-03-16T20:00', { at: '30:46', message: 'hours[1].starts', got: '"2027-02-29T18:00"' }),
  hour('midnight as 24 hours', 'name: Midterm, kind: exam, starts: 2027-03-16T18:00, ends: 2027-03-16T24:00', { at: '30:70', message: 'hours[1].ends', got: '"2027-03-16T24:00"' }),
  hour('a name of two lines', `name: "Mid\\nterm", kind: exam, ${EVENING}`, { at: '30:17', message: 'hours[1].name' }),
  hour('a lab that there is not', `name: Midterm, kind: exam, ${EVENING}, labs: [lab77]`, { at: '30:95', message: 'has no such lab', got: '"lab77"' }),
  hour('a lab as a text', `name: Midterm, kind: exam, ${EVENING}, labs: lab1`, { at: '30:94', message: 'hours[1].labs' }),
  hour('a section that there is not', `name: Midterm, kind: exam, ${EVENING}, sections: ["1"]`, { at: '30:99', message: 'the roster has nobody in this section', got: '"1"' }),
  hour('a section as a number', `name: Midterm, kind: exam, ${EVENING}, sections: [1]`, { at: '30:99', message: 'hours[1].sections[1]', got: '1' }),
  hour('no sections at all', `name: Midterm, kind: exam, ${EVENING}, sections: []`, { at: '30:98', message: 'hours[1].sections' }),
  hour('labs in quiet hours', `name: Grading, kind: quiet, ${EVENING}, labs: [lab1]`, { at: '30:9', message: 'nothing may be worked on in quiet hours' }),
  hour('an end before the start', 'name: Midterm, kind: exam, starts: 2027-03-16T18:00, ends: 2027-03-16T08:00', { at: '30:70', message: 'this ends before it starts', write: 'ends: 2027-03-16T20:00' }),
  hour('an hour that clocks jump over', 'name: Grading, kind: quiet, starts: 2027-03-14T02:30, ends: 2027-03-14T12:00', { at: '30:47', message: 'is no clear time in America/Los_Angeles' }),
  hour('a reason', `name: Midterm, kind: exam, ${EVENING}, because: cheating`, { at: '30:88', message: 'because' }),
];
