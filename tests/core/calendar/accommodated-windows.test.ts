import fc from 'fast-check';
import type { AccommodatedClass } from '../../../src/core/calendar/accommodated-windows';
import { accommodatedWindows, accommodationsByKey } from '../../../src/core/calendar/accommodated-windows';
import { phaseAt, windowOf } from '../../../src/core/calendar/window-of';
import type { CohortConfig } from '../../../src/core/config/cohort.schema';
import { windowsOf } from '../../../src/core/course/calendar';
import { email } from '../../../src/core/domain/ids';
import type { Day, Instant, TimeZone } from '../../../src/core/domain/time';
import { WEEKDAYS, inZone, plusDays, plusHours, readable } from '../../../src/core/domain/time';
import { aPlan, tenant } from '../plan/a-plan';
import { COURSE, aConfig, aCourse, changed } from '../sample-cohort';
import { CLASS, accommodated } from './accommodated-cohort';

const ADA = { student: email('ada@example.edu') };

function told(config: CohortConfig, key: Parameters<typeof accommodatedWindows>[0], course = aCourse()) {
  const windows = windowsOf(course, config.term, course.sessions);
  return accommodatedWindows(
    key,
    { config, course, accommodations: accommodationsByKey(config) },
    windows,
  ).map(
    ({ lab, due, closes }) =>
      `${lab} ${readable(due, config.term.timeZone)}${closes === due ? '' : ` until ${readable(closes, config.term.timeZone)}`}`,
  );
}

test('Who has no accommodation has no window of their own', () => {
  expect(told(accommodated('student: bo@example.edu, extraDays: 1'), ADA)).toEqual([]);
});

test('A whole term moves all labs that the tenant works on, and what is said of a lab goes before it', () => {
  const config = accommodated(
    'student: ada@example.edu, extraDays: 3',
    'student: ada@example.edu, lab: lab2, dueAt: 2027-01-26T12:00',
    'team: Kestrel, extraDays: 1',
  );
  expect(told(config, ADA)).toEqual(['lab1 Thu 21 Jan 2027, 23:59', 'lab2 Tue 26 Jan 2027, 12:00']);
  expect(told(config, { team: 'KESTREL' })).toEqual(['project Tue 2 Feb 2027, 16:00']);
});

test('Late work is accepted as long after the new deadline as after the old one', () => {
  const course = aCourse(changed(COURSE, 'acceptedDays: 0', 'acceptedDays: 2'));
  expect(told(accommodated('student: ada@example.edu, lab: lab1, extraDays: 1'), ADA, course)).toEqual([
    'lab1 Tue 19 Jan 2027, 23:59 until Thu 21 Jan 2027, 23:59',
  ]);
});

test('An earlier time is a deadline too, and the class’s own time is none', () => {
  expect(
    told(
      accommodated(
        'student: ada@example.edu, lab: lab1, dueAt: 2027-01-15T12:00',
        'student: ada@example.edu, lab: lab2, dueAt: 2027-01-25T23:59',
      ),
      ADA,
    ),
  ).toEqual(['lab1 Fri 15 Jan 2027, 12:00']);
});

const zones = fc.constantFrom(
  ...(['America/Los_Angeles', 'Asia/Tehran', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Berlin', 'UTC'] as TimeZone[]), // prettier-ignore
);
const starts = fc.integer({ min: 0, max: 1500 }).map((n) => plusDays('2027-01-01' as Day, n));
const worlds = fc.record({
  timeZone: zones,
  starts,
  day: fc.constantFrom(...WEEKDAYS),
  time: fc.constantFrom('23:59', '00:00', '12:00', '03:30'),
  week: fc.integer({ min: 2, max: 4 }),
  acceptedDays: fc.integer({ min: 0, max: 5 }),
  extraDays: fc.integer({ min: 1, max: 60 }),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

function inWorld(world: World): AccommodatedClass {
  const { timeZone, starts: first, day, time, week, acceptedDays, extraDays } = world;
  const base = aConfig(`accommodations: [{ student: ada@example.edu, extraDays: ${extraDays} }]\n`);
  const config = {
    ...base,
    term: { ...base.term, starts: first, ends: plusDays(first, 200), timeZone, breaks: [] },
  };
  const due = `due: { week: ${week}, day: ${day}, time: "${time}" }`;
  const accommodations = accommodationsByKey(config);
  const text = changed(COURSE, 'due: { week: 2, day: monday, time: "23:59" }', due);
  return {
    config,
    accommodations,
    course: aCourse(changed(text, 'acceptedDays: 0', `acceptedDays: ${acceptedDays}`)),
  };
}

describe('In any zone, over changes of the clocks and leap days', () => {
  test('extra days keep the time of day that the class has, on that many days later', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        // Where clocks jump over a time there is no such time to keep.
        fc.pre(world.time !== '00:00' && world.time !== '03:30');
        const inputs = inWorld(world);
        const windows = windowsOf(inputs.course, inputs.config.term, inputs.course.sessions);
        const [moved] = accommodatedWindows(ADA, inputs, windows);
        const before = inZone(windows[0]!.due, world.timeZone);
        expect(inZone(moved!.due, world.timeZone)).toEqual({
          day: plusDays(before.day, world.extraDays),
          time: before.time,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('nobody loses time: a moved deadline is later by its days, but for the hour of a change', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const inputs = inWorld(world);
        const windows = windowsOf(inputs.course, inputs.config.term, inputs.course.sessions);
        const own = accommodatedWindows(ADA, inputs, windows);
        expect(own.map(({ lab }) => lab)).toEqual(windows.map(({ lab }) => lab));
        own.forEach(({ due, closes, opens }, index) => {
          const hours = world.extraDays * 24;
          expect(due >= plusHours(windows[index]!.due, hours - 1)).toBe(true);
          expect(due <= plusHours(windows[index]!.due, hours + 1)).toBe(true);
          expect(closes >= due).toBe(true);
          expect(opens).toBe(windows[index]!.opens);
        });
      }),
      { numRuns: 60 },
    );
  });
});

test('A window is passed through in order, each phase from its first instant on', () => {
  const window = {
    opens: '2027-01-11T16:00:00Z' as Instant,
    due: '2027-01-19T07:59:00Z' as Instant,
    closes: '2027-01-20T07:59:00Z' as Instant,
  };
  const at = (instant: string): string => phaseAt(window, instant as Instant);
  expect([at('2027-01-11T15:59:59Z'), at('2027-01-11T16:00:00Z')]).toEqual(['upcoming', 'open']);
  expect([at('2027-01-19T07:58:59Z'), at('2027-01-19T07:59:00Z')]).toEqual(['open', 'late']);
  expect([at('2027-01-20T07:58:59Z'), at('2027-01-20T07:59:00Z')]).toEqual(['late', 'closed']);
});

describe('In the plan', () => {
  const config = accommodated('student: ada@example.edu, lab: lab1, extraDays: 30');
  const plan = aPlan({ config, roster: CLASS });

  test('a tenant has the windows that are its own, and the class’s for all others', () => {
    const [lab1, lab2] = plan.labs;
    expect(windowOf(tenant(plan, 'ada'), lab1!).due).toBe('2027-02-18T07:59:00Z');
    expect(windowOf(tenant(plan, 'ada'), lab2!)).toMatchObject({ lab: 'lab2', due: lab2!.due });
    expect(tenant(plan, 'bo')).not.toHaveProperty('windows');
  });

  test('labs that a later deadline keeps open have room beside the next ones, and nobody else has more', () => {
    const alone = aPlan({
      config: aConfig('accommodations: [{ student: ada@example.edu, lab: lab1, extraDays: 30 }]\n'),
    });
    const pods = (handle: string): number => tenant(alone, handle).quota.pods;
    expect(pods('ada')).toBeGreaterThan(pods('bo'));
    expect(tenant(alone, 'bo')).toEqual(tenant(aPlan(), 'bo'));
  });

  test('an earlier deadline takes no room away', () => {
    const sooner = aPlan({
      config: accommodated('student: ada@example.edu, lab: lab1, dueAt: 2027-01-15T12:00'),
      roster: CLASS,
    });
    expect(tenant(sooner, 'ada').windows).toHaveLength(1);
    expect(tenant(sooner, 'ada').quota).toEqual(tenant(sooner, 'bo').quota);
  });
});
