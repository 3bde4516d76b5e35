import { calendarPicture } from '../../../src/core/course-outline/calendar-picture';
import { courseOutline } from '../../../src/core/course-outline/course-outline';
import type { Term } from '../../../src/core/course/calendar';
import { priceListFor } from '../../../src/core/prices/price-list';
import { COURSE, aCourse, changed } from '../sample-cohort';

const TERM = {
  starts: '2027-01-11',
  ends: '2027-04-16',
  timeZone: 'UTC',
  breaks: ['2027-01-20'],
  daysAfterEnd: 7,
} as unknown as Term;
const pictureOf = (text = COURSE, term = TERM): string =>
  calendarPicture(courseOutline(aCourse(text), { term }, priceListFor('us-central1')));

const LEFT = 216;
const WEEK = 42;
const at = (days: number): number => Math.round((LEFT + (days / 7) * WEEK) * 10) / 10;

test('A lab is a bar from the moment it opens to its due mark', () => {
  const picture = pictureOf(changed(COURSE, 'time: "08:00" }', 'time: "00:00" }'));
  expect(picture).toContain(`<rect class="student" x="${at(0)}"`);
  // Due Monday 25 January, 23:59.
  expect(picture).toContain(`<path class="due" d="M${at(15 - 1 / 1440)} `);
  expect(picture).toContain('>25 Jan</text>');
});

test('Where late work is accepted, a lighter bar follows; where it is not, none does', () => {
  expect(pictureOf()).not.toContain('class="late"');
  const late = pictureOf(changed(COURSE, 'late: { acceptedDays: 0 }', 'late: { acceptedDays: 5 }'));
  expect(late.match(/<rect class="late" x="\d/g)).toHaveLength(4);
  expect(late).toContain(`width="${Math.round((5 / 7) * WEEK * 10) / 10}"`);
});

test('A week without classes is shaded and has no number', () => {
  expect(pictureOf()).toContain(`<rect class="break" x="${LEFT + WEEK}" y="8"`);
  expect(pictureOf()).toContain('>–</text>');
  expect(pictureOf(COURSE, { ...TERM, breaks: [] })).not.toContain('class="break" x="258"');
});

test('A quiz is a mark with its name, its share and its day', () => {
  const quiz =
    'other: [{ id: q, title: Quiz 1, weight: 0, held: { week: 2, day: tuesday, time: "16:00", minutes: 20 } }]\n';
  expect(pictureOf(COURSE + quiz)).toContain('<title>Quiz 1, 0 %: 26 Jan</title>');
  expect(pictureOf()).not.toContain('class="work"');
});

test('What a course is called never becomes a part of the picture’s own language', () => {
  const evil = changed(COURSE, 'title: Serve a model', 'title: "</text><script>alert(1)</script> & so on"');
  const picture = pictureOf(changed(evil, 'title: Machine Learning Operations', 'title: "a \\"b\\" <c>"'));
  expect(picture).not.toContain('<script');
  expect(picture).toContain('aria-label="Calendar of a &quot;b&quot; &lt;c&gt;"');
  expect(picture.match(/<text/g)!.length).toBe(picture.match(/<\/text>/g)!.length);
});

test('Every week, class and lab of a course is in its picture, inside of its frame', () => {
  const picture = pictureOf();
  expect(picture.match(/<rect class="class"/g)).toHaveLength(4);
  expect(picture.match(/<g><title>/g)).toHaveLength(3);
  const [, width] = /viewBox="0 0 (\d+) /.exec(picture)!;
  const ends = [...picture.matchAll(/ x="([\d.]+)"(?:[^>]* width="([\d.]+)")?/g)].map(
    ([, x, length = '0']) => Number(x) + Number(length),
  );
  expect(Math.max(...ends)).toBeLessThanOrEqual(Number(width));
});

test('It has colours for light and for dark, and the same course the same bytes', () => {
  expect(pictureOf()).toContain('prefers-color-scheme:dark');
  expect(pictureOf()).toBe(pictureOf());
});
