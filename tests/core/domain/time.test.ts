import fc from 'fast-check';
import type { ClockTime, Day, Instant, TimeZone } from '../../../src/core/domain/time';
import {
  WEEKDAYS,
  atLocal,
  daysBetween,
  inZone,
  isAmbiguous,
  isBefore,
  plusDays,
  plusHours,
  plusLocalDays,
  readable,
  startOfWeek,
  toInstant,
  tryParseClockTime,
  tryParseDay,
  tryParseInstant,
  tryParseTimeZone,
  weekdayOf,
} from '../../../src/core/domain/time';

const day = (text: string): Day => text as Day;
const time = (text: string): ClockTime => text as ClockTime;
const PACIFIC = 'America/Los_Angeles' as TimeZone;
const ZONES = [PACIFIC, 'Asia/Tehran', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'] as TimeZone[];

const days = fc
  .integer({ min: 0, max: 36_524 })
  .map((n) => day(new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)));
const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((n) => time(`${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`));
const zones = fc.constantFrom(...ZONES);

describe('A day', () => {
  test('is read back as it is written', () => {
    fc.assert(fc.property(days, (text) => expect(tryParseDay(text)).toBe(text)));
  });

  test('of February 29 is in leap years only', () => {
    const leap = ['2024', '2027', '2028', '2100', '2000'].filter(
      (year) => tryParseDay(`${year}-02-29`) !== undefined,
    );
    expect(leap).toEqual(['2024', '2028', '2000']);
  });

  test.each([
    '',
    '2027-1-4',
    '2027-02-30',
    '2027-13-01',
    '2027-00-10',
    '04/01/2027',
    '2027-01-04T00:00',
    '20270104',
    ' 2027-01-04',
    '2027-01-04\n',
    '-002027-01-04',
  ])('is not %j', (text) => expect(tryParseDay(text)).toBeUndefined());

  test('belongs to the week that began at most six days before it, on whatever day weeks begin', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...WEEKDAYS), (each, first) => {
        const start = startOfWeek(each, first);
        expect(weekdayOf(start)).toBe(first);
        expect(plusDays(start, daysBetween(first, weekdayOf(each)))).toBe(each);
        expect(startOfWeek(plusDays(start, 6), first)).toBe(start);
        expect(startOfWeek(plusDays(start, 7), first)).toBe(plusDays(start, 7));
      }),
    );
    expect(startOfWeek(day('2027-01-01'), 'monday')).toBe('2026-12-28');
    expect(startOfWeek(day('2028-03-01'), 'monday')).toBe('2028-02-28');
    expect(startOfWeek(day('2027-02-12'), 'saturday')).toBe('2027-02-06');
  });
});

test('The week starts on Monday', () => {
  const week = Array.from({ length: 7 }, (_, index) => weekdayOf(plusDays(day('2027-01-04'), index)));
  expect(week).toEqual(WEEKDAYS);
});

test.each(['00:00', '09:05', '23:59'])('%s is a time of day', (text) =>
  expect(tryParseClockTime(text)).toBe(text),
);
test.each(['24:00', '9:05', '23:60', '12:00:00', '12.00', 'noon', '12:00 pm', '12:00\n', ''])(
  '%j is not a time of day',
  (text) => expect(tryParseClockTime(text)).toBeUndefined(),
);

test.each([
  'America/Los_Angeles',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+5',
  'UTC',
])('%s is a time zone', (name) => expect(tryParseTimeZone(name)).toBe(name));

test('A zone is kept under its own spelling', () => {
  expect(tryParseTimeZone('america/los_angeles')).toBe('America/Los_Angeles');
});

test.each([
  '+03:30',
  '-0800',
  '+05',
  'Z',
  'UTC+3',
  'GMT-8',
  'PST',
  'Mars/Base',
  'Asia/',
  'Asia/Tehran ',
  '',
  '2027-01-01[Asia/Tehran]',
])('%j is not a zone: an offset knows no daylight saving', (name) =>
  expect(tryParseTimeZone(name)).toBeUndefined(),
);

describe('A local time', () => {
  test('is shown again by the zone it is local to, unless the clocks change then', () => {
    fc.assert(
      fc.property(days, times, zones, (each, clock, zone) => {
        fc.pre(!isAmbiguous(each, clock, zone));
        expect(inZone(atLocal(each, clock, zone), zone)).toEqual({ day: each, time: clock });
      }),
    );
  });

  test.each([
    ['America/Los_Angeles in winter', PACIFIC, '2027-01-11', '23:59', '2027-01-12T07:59:00Z'],
    ['America/Los_Angeles in summer', PACIFIC, '2027-03-15', '23:59', '2027-03-16T06:59:00Z'],
    ['Asia/Tehran', 'Asia/Tehran', '2027-06-01', '00:00', '2027-05-31T20:30:00Z'],
    ['Asia/Kathmandu', 'Asia/Kathmandu', '2028-02-29', '00:00', '2028-02-28T18:15:00Z'],
    ['midnight at a year’s end', PACIFIC, '2027-01-01', '00:00', '2027-01-01T08:00:00Z'],
  ])('has its instant: %s', (_, zone, on, clock, instant) => {
    expect(atLocal(day(on), time(clock), zone as TimeZone)).toBe(instant);
  });

  test('that the clocks jump over is just after the jump', () => {
    expect(isAmbiguous(day('2027-03-14'), time('02:30'), PACIFIC)).toBe(true);
    expect(atLocal(day('2027-03-14'), time('02:30'), PACIFIC)).toBe('2027-03-14T10:30:00Z');
    expect(inZone('2027-03-14T10:30:00Z' as Instant, PACIFIC).time).toBe('03:30');
  });

  test('that is shown twice is the later of the two', () => {
    expect(isAmbiguous(day('2027-11-07'), time('01:30'), PACIFIC)).toBe(true);
    expect(atLocal(day('2027-11-07'), time('01:30'), PACIFIC)).toBe('2027-11-07T09:30:00Z');
  });

  test('is clear on the day of a change, outside the hour of it', () => {
    const clear = ['01:59', '03:00', '23:59'].map((clock) =>
      isAmbiguous(day('2027-03-14'), time(clock), PACIFIC),
    );
    expect(clear).toEqual([false, false, false]);
  });

  test('midnight that a zone jumps over is the first moment of that day', () => {
    const beirut = 'Asia/Beirut' as TimeZone;
    expect(isAmbiguous(day('2027-03-28'), time('00:00'), beirut)).toBe(true);
    expect(inZone(atLocal(day('2027-03-28'), time('00:00'), beirut), beirut)).toEqual({
      day: '2027-03-28',
      time: '01:00',
    });
  });
});

describe('An instant', () => {
  test.each([
    ['2027-03-09T18:00:00Z', '2027-03-09T18:00:00Z'],
    ['2027-03-09T18:00Z', '2027-03-09T18:00:00Z'],
    ['2027-03-09T18:00:00+03:30', '2027-03-09T14:30:00Z'],
    ['2027-03-09T18:00:00.999Z', '2027-03-09T18:00:00Z'],
    ['2027-03-09T18:00', '2027-03-10T02:00:00Z'],
    ['2027-03-09 18:00', '2027-03-10T02:00:00Z'],
    ['2027-03-09', '2027-03-09T08:00:00Z'],
  ])('%s is read with its offset, or else as local time of the cohort', (text, instant) => {
    expect(tryParseInstant(text, PACIFIC)).toBe(instant);
  });

  test.each([
    '',
    'now',
    '2027-03-09T18:00+0100',
    '2027-03-09T18:00+01',
    '2027-03-09T18:00[Europe/Berlin]',
    '2027-03-09T18:00+01:00[Europe/Berlin]',
    '+012027-01-01T00:00:00Z',
    '20270309T1800',
    '2027-02-30T00:00',
    '2027-03-09T25:00Z',
    '18:00',
  ])('%j is not one: no offset is passed over in silence', (text) =>
    expect(tryParseInstant(text, PACIFIC)).toBeUndefined(),
  );

  test('comes before another as its text does', () => {
    fc.assert(
      fc.property(days, times, days, times, (dayA, timeA, dayB, timeB) => {
        const [a, b] = [toInstant(`${dayA}T${timeA}:00Z`), toInstant(`${dayB}T${timeB}:00Z`)];
        expect(isBefore(a, b)).toBe(Date.parse(a) < Date.parse(b));
      }),
    );
  });

  test('plus a day keeps the time on the clock, plus 24 hours does not', () => {
    const eve = atLocal(day('2027-03-13'), time('12:00'), PACIFIC);
    expect(inZone(plusLocalDays(eve, 1, PACIFIC), PACIFIC)).toEqual({ day: '2027-03-14', time: '12:00' });
    expect(inZone(plusHours(eve, 24), PACIFIC)).toEqual({ day: '2027-03-14', time: '13:00' });
    expect(plusLocalDays(eve, -3, PACIFIC)).toBe('2027-03-10T20:00:00Z');
  });

  test('moves to the later of two equal times: a deadline never moves against the student', () => {
    const before = '2027-11-06T08:30:00Z' as Instant;
    expect(plusLocalDays(before, 1, PACIFIC)).toBe('2027-11-07T09:30:00Z');
  });

  test('is told to people in their zone', () => {
    const instant = '2027-03-16T06:59:00Z' as Instant;
    expect(readable(instant, PACIFIC)).toBe('Mon 15 Mar 2027, 23:59');
    expect(readable(instant, 'Asia/Kathmandu' as TimeZone)).toBe('Tue 16 Mar 2027, 12:44');
  });
});
