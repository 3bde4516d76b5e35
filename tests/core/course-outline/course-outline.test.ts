import { PLAIN_TERM, courseOutline } from '../../../src/core/course-outline/course-outline';
import type { Term } from '../../../src/core/course/calendar';
import { priceListFor } from '../../../src/core/prices/price-list';
import { COURSE, aCourse, changed } from '../sample-cohort';

const PRICES = priceListFor('us-central1');
const TERM = {
  starts: '2027-01-11',
  ends: '2027-04-16',
  timeZone: 'America/Los_Angeles',
  breaks: ['2027-01-20'],
  daysAfterEnd: 7,
} as unknown as Term;
const TOPICS = 'topics: [{ week: 2, title: Two }, { week: 2, title: Again }]\n';
const outlineOf = (text = COURSE, term = TERM, more = {}) =>
  courseOutline(aCourse(text), { term, ...more }, PRICES);

test('Weeks are those of the calendar, with their numbers and topics; a break has neither', () => {
  expect(outlineOf(COURSE + TOPICS).weeks).toEqual([
    { number: 1, starts: '2027-01-11', topics: [] },
    { starts: '2027-01-18', topics: [] },
    { number: 2, starts: '2027-01-25', topics: ['Two', 'Again'] },
    { number: 3, starts: '2027-02-01', topics: [] },
    { number: 4, starts: '2027-02-08', topics: [] },
  ]);
});

test('Work that is accepted after the last week adds the weeks that it takes', () => {
  const late = changed(COURSE, 'late: { acceptedDays: 0 }', 'late: { acceptedDays: 12 }');
  expect(outlineOf(late).weeks.at(-1)).toEqual({ starts: '2027-02-15', topics: [] });
});

test('Classes are those of the course, or those that a cohort names, in order', () => {
  expect(outlineOf().classes.map(({ opens }) => opens)).toEqual([
    '2027-01-13T00:00:00Z',
    '2027-01-27T00:00:00Z',
    '2027-02-03T00:00:00Z',
    '2027-02-10T00:00:00Z',
  ]);
  const own = outlineOf(COURSE, TERM, { sessions: [{ day: 'friday', starts: '09:00', ends: '10:00' }] });
  expect(own.classes[0]).toEqual({ opens: '2027-01-15T17:00:00Z', closes: '2027-01-15T18:00:00Z' });
});

test('A lab has its window, the quota of a place with this lab alone, and its cost', () => {
  const [lab1, lab2] = outlineOf().labs;
  expect(lab1!.window).toEqual({
    lab: 'lab1',
    opens: '2027-01-11T16:00:00Z',
    due: '2027-01-26T07:59:00Z',
    closes: '2027-01-26T07:59:00Z',
  });
  expect(String(lab2!.needs.cpu)).toBe('500m');
  expect(lab1!.needs.cpu.millis).toBeGreaterThan(500);
  expect(lab1!.cost.mostUsd).toBeGreaterThan(lab1!.cost.usedUsd);
});

test('Teams are those that the cohort names, too', () => {
  const labs = outlineOf(COURSE, TERM, { teamLabs: ['project'] }).labs;
  expect(labs.map(({ workedBy }) => workedBy)).toEqual(['student', 'student', 'team']);
});

test('Other work has its hour, where the course says one', () => {
  const other =
    'other: [{ id: talk, title: Talk, weight: 0 }, { id: quiz, title: Quiz, weight: 0, held: { week: 3, day: friday, time: "10:00", minutes: 20 } }]\n';
  expect(outlineOf(COURSE + other).other.map(({ held }) => held)).toEqual([
    undefined,
    { opens: '2027-02-05T18:00:00Z', closes: '2027-02-05T18:20:00Z' },
  ]);
});

test('The plain term is long enough for the longest course, and has no break and no clock change', () => {
  const long = changed(COURSE, 'weeks: 4', 'weeks: 30');
  const { weeks } = outlineOf(long, PLAIN_TERM);
  expect(weeks.filter(({ number }) => number !== undefined)).toHaveLength(30);
  expect(weeks.every(({ starts }) => starts <= PLAIN_TERM.ends)).toBe(true);
});
