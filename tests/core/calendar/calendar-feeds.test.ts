import { calendarFeeds } from '../../../src/core/calendar/calendar-feeds';
import type { Instant } from '../../../src/core/domain/time';
import { aPlan } from '../plan/a-plan';
import { COURSE, NOON, aCourse, changed } from '../sample-cohort';
import { CLASS, accommodated } from './accommodated-cohort';

const ONE = accommodated('student: ada@example.edu, lab: lab1, extraDays: 2');
const feeds = (everyone = false, config = ONE, at: Instant = NOON, course = aCourse()) =>
  calendarFeeds(aPlan({ config, roster: CLASS, at, course }), { everyone });
const values = (text: string, key: string): readonly string[] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .flatMap((line) => (line.startsWith(`${key}:`) ? [line.slice(key.length + 1)] : []));

test('The course has a feed, and each place with a deadline of its own', () => {
  expect([...feeds().keys()]).toEqual(['_course.ics', 'ada.ics']);
  expect([...feeds(true).keys()]).toEqual(['_course.ics', 'ada.ics', 'bo.ics', 'cy.ics', 'team-kestrel.ics']);
});

test('A feed says when labs open and are due; that of a place, its labs and its deadlines', () => {
  const [course, ada] = [...feeds().values()];
  expect(values(course!, 'SUMMARY')).toEqual([
    'lab1 opens: Serve a model',
    'lab1 due: Serve a model',
    'lab2 opens: Measure it',
    'lab2 due: Measure it',
    'project opens: Show it',
    'project due: Show it',
  ]);
  expect(values(course!, 'DTSTART').slice(0, 2)).toEqual(['20270111T160000Z', '20270119T075900Z']);
  expect(values(ada!, 'DTSTART').slice(0, 2)).toEqual(['20270111T160000Z', '20270121T075900Z']);
  expect(values(ada!, 'DESCRIPTION')[1]).toBe('Wed 20 Jan 2027\\, 23:59 (America/Los_Angeles)');
});

test('A moved deadline keeps its uid, and no two moments have the same', () => {
  const uids = (text: string): readonly string[] => values(text, 'UID');
  const more = accommodated('student: ada@example.edu, lab: lab1, extraDays: 5');
  expect(uids(feeds(false, more).get('ada.ics')!)).toEqual(uids(feeds().get('ada.ics')!));
  const all = [...feeds(true).values()].flatMap(uids);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain('lab1-due.ada.mlops-fall27@mlops.example.edu');
});

test('The stamp is the plan’s instant: the same files give the same bytes', () => {
  expect([...feeds()]).toEqual([...feeds()]);
  expect(values(feeds().get('ada.ics')!, 'DTSTAMP')).toEqual(Array(4).fill('20270120T200000Z'));
});

test('Where late work is accepted, the end of that is a moment too', () => {
  const course = aCourse(changed(COURSE, 'acceptedDays: 0', 'acceptedDays: 2'));
  const [text] = [...feeds(false, ONE, NOON, course).values()];
  expect(values(text!, 'SUMMARY')).toContain('lab1 takes no late work from now on: Serve a model');
});

test('Nobody’s name or address stands in a feed', () => {
  for (const text of feeds(true).values()) expect(text).not.toMatch(/ada@|Student ada|Kestrel/);
});
