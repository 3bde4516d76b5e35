import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Term, Window } from '../../../src/core/course/calendar';
import type { Session } from '../../../src/core/course/course.schema';
import { windowsOf } from '../../../src/core/course/calendar';
import type { LabId } from '../../../src/core/domain/ids';
import type { ClockTime, Day, TimeZone, Weekday } from '../../../src/core/domain/time';
import { WEEKDAYS, atLocal, inZone, plusDays, weekdayOf } from '../../../src/core/domain/time';
import { maintenanceOf } from '../../../src/core/plan/maintenance';
import { w255, w255Spring } from '../example-cohort';
import { HOUR, leastIn32Days, localOf, someOf, windowsIn, withoutExclusions } from './maintenance-windows';

const ZONES = [
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'UTC',
  'Europe/Berlin',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
] as TimeZone[];
const START = '2027-01-11' as Day;
const term = (timeZone: TimeZone, starts = START): Term => ({
  starts,
  ends: plusDays(starts, 7 * 14),
  timeZone,
  breaks: [],
  daysAfterEnd: 7,
});
const session = (day: Weekday, starts: string): Session => ({
  day,
  starts: starts as ClockTime,
  ends: '23:50' as ClockTime,
});
const due = (zone: TimeZone, day: Day, time = '23:59'): Window => {
  const at = atLocal(day, time as ClockTime, zone);
  return {
    lab: `due-${day}-${time}` as LabId,
    opens: atLocal(START, '08:00' as ClockTime, zone),
    due: at,
    closes: at,
  };
};

const deadlines = fc.record({
  zone: fc.constantFrom(...ZONES),
  weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 2 }),
  weeks: fc.uniqueArray(fc.nat({ max: 13 }), { minLength: 1, maxLength: 6 }),
  sessions: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...WEEKDAYS), fc.constantFrom('09:00', '12:00', '16:00', '21:30')),
    { maxLength: 4 },
  ),
});
const plans = deadlines.map(({ zone, weekdays, weeks, sessions }) => {
  const windows = weekdays.flatMap((weekday) =>
    weeks.map((week) => due(zone, plusDays(START, 7 * week + WEEKDAYS.indexOf(weekday)))),
  );
  const classes = sessions.map(([day, starts]) => session(day, starts));
  const weights = new Map(windows.map(({ lab }, index) => [String(lab), index % 4]));
  return { zone, windows, classes, plan: maintenanceOf(term(zone), classes, windows, weights) };
});

test('The window opens in nights of no deadline’s day, in every zone and after the clocks change', () => {
  fc.assert(
    fc.property(plans, ({ zone, windows, plan }) => {
      const dueDays = new Set(windows.map((each) => weekdayOf(inZone(each.due, zone).day)));
      for (const [from, to] of someOf(windowsIn(plan))) {
        const [opens, closes] = [localOf(from, zone), localOf(to, zone)];
        expect([opens, closes].filter(({ weekday }) => dueDays.has(weekday))).toEqual([]);
        expect(opens.time).toMatch(/^0[123]:/);
      }
    }),
    { numRuns: 30 },
  );
});

test('The window is never open during a class, before and after the clocks change', () => {
  const early = fc.constantFrom('06:00', '07:30', '08:30');
  const days = fc.subarray([...WEEKDAYS], { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), days, early, (zone, mornings, time) => {
      const classes = WEEKDAYS.map((day) => session(day, mornings.includes(day) ? time : '16:00'));
      const plan = maintenanceOf(term(zone), classes, [], new Map());
      for (const [from, to] of windowsIn(plan)) {
        const [opens, closes] = [localOf(from, zone), localOf(to, zone)];
        const during = classes.filter(
          ({ day, starts, ends }) => day === opens.weekday && starts < closes.time && opens.time < ends,
        );
        expect(during).toEqual([]);
      }
    }),
    { numRuns: 25, examples: [['America/Los_Angeles' as TimeZone, WEEKDAYS.slice(0, 4), '08:30']] },
  );
});

test('There are at least 48 hours of window in any 32 days, in pieces of at least four hours', () => {
  fc.assert(
    fc.property(plans, ({ plan }) => {
      const windows = windowsIn(plan);
      for (const [from, to] of windows) expect((to - from) / HOUR).toBeGreaterThanOrEqual(4);
      expect(leastIn32Days(plan, windows)).toBeGreaterThanOrEqual(48);
    }),
    { numRuns: 20 },
  );
});

test('Exclusions around deadlines of one weekday leave 48 hours in any 32 days', () => {
  for (const weekday of WEEKDAYS) {
    const windows = [0, 1, 2, 3].map((week) =>
      due('UTC' as TimeZone, plusDays(START, 7 * week + WEEKDAYS.indexOf(weekday))),
    );
    const classes = [session('friday', '16:00'), session('saturday', '10:00')];
    const plan = maintenanceOf(
      term('UTC' as TimeZone),
      classes,
      windows,
      new Map(windows.map(({ lab }) => [String(lab), 25])),
    );
    expect(leastIn32Days(plan, withoutExclusions(plan))).toBeGreaterThanOrEqual(48);
  }
});

test('The first window is in the first week and on a day of the rule', () => {
  fc.assert(
    fc.property(plans, ({ zone, plan }) => {
      expect(windowsIn(plan)[0]![0]).toBe(Date.parse(plan.startTime));
      expect(inZone(plan.startTime, zone).time).toBe('02:00');
      expect(
        inZone(plan.startTime, zone).day >= START && inZone(plan.startTime, zone).day < plusDays(START, 7),
      ).toBe(true);
    }),
  );
});

test.each([
  ['behind UTC, on the same day of it', 'America/Los_Angeles', '2027-01-12T10:00:00Z', 'TU,WE,SA'],
  ['at UTC', 'UTC', '2027-01-12T02:00:00Z', 'TU,WE,SA'],
  ['ahead of UTC, on the day before', 'Asia/Kathmandu', '2027-01-11T20:15:00Z', 'MO,TU,FR'],
  ['far ahead of UTC', 'Pacific/Kiritimati', '2027-01-11T12:00:00Z', 'MO,TU,FR'],
])('A rule for a zone %s, names days of UTC', (_, zone, startTime, days) => {
  const windows = ['2027-01-15', '2027-01-18'].map((day) => due(zone as TimeZone, day as Day));
  const plan = maintenanceOf(
    term(zone as TimeZone),
    [session('saturday', '10:00')],
    windows,
    new Map(windows.map(({ lab }) => [String(lab), 1])),
  );
  expect([plan.startTime, plan.recurrence]).toEqual([startTime, `FREQ=WEEKLY;BYDAY=${days}`]);
});

test('A week whose first night is the day before its Monday in UTC wraps around to Sunday', () => {
  const plan = maintenanceOf(term('Asia/Tehran' as TimeZone), [], [], new Map());
  expect([plan.startTime, plan.recurrence]).toEqual(['2027-01-10T22:30:00Z', 'FREQ=WEEKLY;BYDAY=SU,MO,TU']);
});

describe('Exclusions', () => {
  test('are at most three, of at most 30 days, around deadlines, in order of time', () => {
    fc.assert(
      fc.property(plans, ({ windows, plan: { exclusions } }) => {
        expect(exclusions.length).toBe(Math.min(3, windows.length));
        expect(exclusions.map(({ startTime }) => startTime)).toEqual(
          exclusions.map(({ startTime }) => startTime).sort(),
        );
        for (const { name, startTime, endTime } of exclusions) {
          const { due: at } = windows.find(({ lab }) => name === `due-${lab}`)!;
          expect(startTime < at && at < endTime).toBe(true);
          expect(Temporal.Instant.from(startTime).until(endTime).total('hours')).toBeLessThanOrEqual(30 * 24);
        }
      }),
    );
  });

  test('are around the deadlines of most weight, of equal ones the later', () => {
    const days = ['2027-01-15', '2027-01-22', '2027-01-29', '2027-02-05', '2027-02-12'] as Day[];
    const windows = days.map((day) => due('UTC' as TimeZone, day));
    const weights = new Map(windows.map(({ lab }, index) => [String(lab), index === 0 ? 50 : 10]));
    const { exclusions } = maintenanceOf(term('UTC' as TimeZone), [], windows, weights);
    expect(exclusions.map(({ name }) => name.slice(8, 18))).toEqual([
      '2027-01-15',
      '2027-02-05',
      '2027-02-12',
    ]);
    expect(exclusions[0]).toMatchObject({
      startTime: '2027-01-12T23:59:00Z',
      endTime: '2027-01-16T23:59:00Z',
    });
  });
});

test('W255 has nights that its classes and deadlines leave free, with 48 hours in 32 days beside its exclusions', () => {
  const { config } = w255Spring();
  const { course } = w255();
  const windows = windowsOf(course, config.term, config.sessions!);
  const plan = maintenanceOf(
    config.term,
    config.sessions!,
    windows,
    new Map(course.labs.map(({ id, weight }) => [String(id), weight])),
  );
  expect([plan.startTime, plan.endTime, plan.recurrence]).toEqual([
    '2027-01-14T10:00:00Z',
    '2027-01-14T16:00:00Z',
    'FREQ=WEEKLY;BYDAY=TH,FR,SA',
  ]);
  expect(plan.exclusions.map(({ name }) => name)).toEqual(['due-lab4', 'due-lab5', 'due-project']);
  expect(leastIn32Days(plan, withoutExclusions(plan))).toBeGreaterThanOrEqual(48);
});
