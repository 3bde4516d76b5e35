import fc from 'fast-check';
import type { Term } from '../../../src/core/course/calendar';
import {
  accessEndsOf,
  dayOf,
  firstDayOfWeek,
  lastSession,
  localDue,
  windowsOf,
} from '../../../src/core/course/calendar';
import type { Session } from '../../../src/core/course/course.schema';
import type { ClockTime, Day, TimeZone, Weekday } from '../../../src/core/domain/time';
import { WEEKDAYS, plusDays, readable, startOfWeek, weekdayOf } from '../../../src/core/domain/time';
import { w255, w255Spring } from '../example-cohort';
import { COURSE, aCourse, changed } from '../sample-cohort';

const term = (change: Partial<Record<keyof Term, unknown>> = {}): Term =>
  ({
    starts: '2027-01-11',
    ends: '2027-04-16',
    timeZone: 'America/Los_Angeles',
    breaks: [],
    daysAfterEnd: 7,
    ...change,
  }) as Term;
const session = (day: Weekday, starts = '16:00'): Session => ({
  day,
  starts: starts as ClockTime,
  ends: '23:00' as ClockTime,
});
const weeks = (each: Term, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => firstDayOfWeek(each, index + 1));

describe('The weeks of a course', () => {
  test('are counted from the week the term starts in, whatever its day', () => {
    const starts = ['2027-01-11', '2027-01-13', '2027-01-17'].map((day) =>
      firstDayOfWeek(term({ starts: day }), 1),
    );
    expect(starts).toEqual(['2027-01-11', '2027-01-11', '2027-01-11']);
  });

  test('leave out a week with a break, whatever its day and however many', () => {
    const breaks = ['2027-01-20', '2027-01-22', '2027-02-07'];
    expect(weeks(term({ breaks }), 4)).toEqual(['2027-01-11', '2027-01-25', '2027-02-08', '2027-02-15']);
  });

  test('can start later, if the first one is a break', () => {
    expect(weeks(term({ breaks: ['2027-01-11'] }), 2)).toEqual(['2027-01-18', '2027-01-25']);
  });

  test('are all weeks but those of the breaks, each once and in order', () => {
    const offsets = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(offsets, fc.nat({ max: 6 }), (days, late) => {
        const each = term({
          starts: plusDays('2027-01-11' as Day, late),
          breaks: days.map((n) => plusDays('2027-01-11' as Day, n)),
        });
        const free = new Set(each.breaks.map((day) => startOfWeek(day, 'monday')));
        const all = Array.from({ length: 18 }, (_, n) => plusDays('2027-01-11' as Day, 7 * n));
        expect(weeks(each, 8)).toEqual(all.filter((monday) => !free.has(monday)).slice(0, 8));
      }),
      { numRuns: 30 },
    );
  });

  test('have days of their own name', () => {
    for (const day of WEEKDAYS) expect(weekdayOf(dayOf(term(), { week: 3, day }))).toBe(day);
    expect(dayOf(term(), { week: 2, day: 'sunday' })).toBe('2027-01-24');
  });

  test('begin on the day that the term says: a Saturday class is before the Monday class of its week', () => {
    const tehran = term({ starts: '2027-02-06', breaks: ['2027-03-24'], weekStarts: 'saturday' });
    expect(weeks(tehran, 2)).toEqual(['2027-02-06', '2027-02-13']);
    expect([dayOf(tehran, { week: 1, day: 'saturday' }), dayOf(tehran, { week: 1, day: 'monday' })]).toEqual([
      '2027-02-06',
      '2027-02-08',
    ]);
    expect([6, 7].map((week) => firstDayOfWeek(tehran, week))).toEqual(['2027-03-13', '2027-03-27']);
  });
});

describe('The last session', () => {
  test('is the last class of the last week, in whatever order classes are named', () => {
    const sessions = [
      session('wednesday', '18:30'),
      session('tuesday', '20:00'),
      session('wednesday', '09:00'),
    ];
    expect(lastSession(term(), 4, sessions)).toBe('2027-02-04T02:30:00Z');
    expect(lastSession(term(), 4, [...sessions].reverse())).toBe('2027-02-04T02:30:00Z');
  });

  test('moves with a break', () => {
    expect(lastSession(term({ breaks: ['2027-01-18'] }), 4, [session('tuesday')])).toBe(
      '2027-02-10T00:00:00Z',
    );
  });
});

describe('Work is due', () => {
  const dueOf = (rule: string, each = term(), sessions = [session('tuesday')]): string => {
    const course = aCourse(changed(COURSE, 'due: { week: 2, day: monday, time: "23:59" }', `due: ${rule}`));
    const { day, time } = localDue(course, course.labs[0]!, each, sessions);
    return `${day} ${time}`;
  };

  test.each([
    ['in a week, on a day, at a time', '{ week: 2, day: friday, time: "17:00" }', '2027-01-22 17:00'],
    ['days after the lab opens', '{ daysAfterOpening: 10, time: "23:59" }', '2027-01-21 23:59'],
    ['hours before the last session', '{ hoursBeforeLastSession: 24 }', '2027-02-01 16:00'],
    ['at the last session', '{ hoursBeforeLastSession: 0 }', '2027-02-02 16:00'],
    ['many hours before the last session', '{ hoursBeforeLastSession: 41 }', '2027-01-31 23:00'],
  ])('%s', (_, rule, due) => expect(dueOf(rule)).toBe(due));

  test('real hours before the last session, where the clocks change in between', () => {
    const spring = term({ starts: '2027-02-15' });
    expect(dueOf('{ hoursBeforeLastSession: 72 }', spring, [session('monday', '12:00')])).toBe(
      '2027-03-05 12:00',
    );
    expect(
      dueOf('{ hoursBeforeLastSession: 48 }', term({ starts: '2027-02-22' }), [session('monday', '12:00')]),
    ).toBe('2027-03-13 11:00');
  });

  test('on the same day of the cohort’s own zone, wherever that is', () => {
    for (const timeZone of ['Asia/Tehran', 'Asia/Kathmandu', 'America/Los_Angeles']) {
      const each = term({ timeZone });
      const { due } = windowsOf(aCourse(), each, [session('tuesday')])[0]!;
      expect(readable(due, timeZone as TimeZone)).toBe('Mon 18 Jan 2027, 23:59');
    }
  });
});

describe('A window', () => {
  test('closes when work is due, if none is accepted late', () => {
    for (const { due, closes } of windowsOf(aCourse(), term(), [session('tuesday')]))
      expect(closes).toBe(due);
  });

  test('closes days later at the same time on the clock, if late work is accepted', () => {
    const course = aCourse(changed(COURSE, 'acceptedDays: 0', 'acceptedDays: 60'));
    const { due, closes } = windowsOf(course, term(), [session('tuesday')])[0]!;
    expect([due, closes]).toEqual(['2027-01-19T07:59:00Z', '2027-03-20T06:59:00Z']);
  });
});

test('Access ends at the midnight after the days that follow the term', () => {
  expect(accessEndsOf(term())).toBe('2027-04-24T07:00:00Z');
  expect(accessEndsOf(term({ daysAfterEnd: 0, timeZone: 'Asia/Tehran' }))).toBe('2027-04-16T20:30:00Z');
});

describe('W255 in spring 2027', () => {
  const { config } = w255Spring();
  const { course } = w255();
  const calendar = windowsOf(course, config.term, config.sessions ?? course.sessions).map(
    ({ lab, opens, due, closes }) => {
      expect(closes).toBe(due);
      return `${lab}: ${readable(opens, config.term.timeZone)} – ${readable(due, config.term.timeZone)} = ${due}`;
    },
  );

  test('has labs due on Mondays at 23:59 Pacific, and the project 24 hours before the last class', () => {
    expect(calendar).toEqual([
      'lab1: Mon 11 Jan 2027, 08:00 – Mon 1 Feb 2027, 23:59 = 2027-02-02T07:59:00Z',
      'lab2: Tue 2 Feb 2027, 08:00 – Mon 15 Feb 2027, 23:59 = 2027-02-16T07:59:00Z',
      'lab3: Tue 16 Feb 2027, 08:00 – Mon 15 Mar 2027, 23:59 = 2027-03-16T06:59:00Z',
      'lab4: Tue 16 Mar 2027, 08:00 – Mon 29 Mar 2027, 23:59 = 2027-03-30T06:59:00Z',
      'lab5: Tue 30 Mar 2027, 08:00 – Mon 5 Apr 2027, 23:59 = 2027-04-06T06:59:00Z',
      'project: Tue 16 Mar 2027, 08:00 – Tue 13 Apr 2027, 18:30 = 2027-04-14T01:30:00Z',
    ]);
  });

  test('has its deadlines in weeks 4, 6, 10, 11 and 12, the spring break not counted', () => {
    const due = course.labs.map(({ due: rule }) =>
      'week' in rule ? `${rule.week} ${rule.day} ${rule.time}` : rule,
    );
    expect(due).toEqual([
      ...[4, 6, 10, 11, 12].map((week) => `${week} monday 23:59`),
      { hoursBeforeLastSession: 24 },
    ]);
    expect(weeks(config.term, 13).slice(9)).toEqual(['2027-03-15', '2027-03-29', '2027-04-05', '2027-04-12']);
  });
});
