import fc from 'fast-check';
import { timesOf } from '../../../src/core/course/session-times';
import type { CohortConfig } from '../../../src/core/config/cohort.schema';
import type { Day, TimeZone } from '../../../src/core/domain/time';
import { hoursBetween, inZone, plusMinutes, weekdayOf } from '../../../src/core/domain/time';
import type { ClassHoursPlan } from '../../../src/core/plan/class-hours-plan';
import type { Roster } from '../../../src/core/roster/roster';
import { COHORT, aConfig, aRoster, aStudent, changed } from '../sample-cohort';
import { aPlan } from './a-plan';

const hoursOf = (config: CohortConfig, roster: Roster): ClassHoursPlan =>
  aPlan({ config, roster }).cells[0]!.cluster!.classHours;
const students = (count: number, section?: string): Roster['students'] =>
  Array.from({ length: count }, (_, n) =>
    aStudent(`${section ?? 's'}${String(n).padStart(4, '0')}`, section === undefined ? {} : { section }),
  );
const NIGHTS = 'classHours: { sleep: { starts: "01:00", ends: "07:00" } }\n';

describe('Nodes before a class', () => {
  test('They are ready from fifteen minutes before each class in which a lab is open, to ten minutes after', () => {
    // Four weeks of Tuesdays at 16:00 in Los Angeles; the project is due a day before the last class.
    expect(hoursOf(aConfig(), aRoster(students(3))).prewarm?.spans).toEqual([
      { opens: '2027-01-12T23:45:00Z', closes: '2027-01-13T00:10:00Z', placeholders: 10 },
      { opens: '2027-01-19T23:45:00Z', closes: '2027-01-20T00:10:00Z', placeholders: 10 },
      { opens: '2027-01-26T23:45:00Z', closes: '2027-01-27T00:10:00Z', placeholders: 10 },
    ]);
  });

  test('A placeholder asks for what a place starts with: a container, and the most of toolkits', () => {
    const { placeholder, perNode } = hoursOf(aConfig(), aRoster(students(3))).prewarm!;
    expect(`${placeholder.cpu.toString()} ${placeholder.memory.toString()}`).toBe('75m 128Mi');
    expect(perNode).toBe(47);
  });

  test('Only who comes is counted: a section for itself, and together where classes meet', () => {
    const sessions =
      'sessions:\n' +
      '  - { day: tuesday, starts: "16:00", ends: "17:30", section: "001" }\n' +
      '  - { day: tuesday, starts: "16:05", ends: "17:30", section: "002" }\n';
    const roster = aRoster([...students(11, '001'), ...students(25, '002'), ...students(40)]);
    const spans = hoursOf(aConfig(sessions), roster).prewarm!.spans.slice(0, 3);
    expect(spans).toEqual([
      { opens: '2027-01-12T23:45:00Z', closes: '2027-01-12T23:50:00Z', placeholders: 20 },
      { opens: '2027-01-12T23:50:00Z', closes: '2027-01-13T00:10:00Z', placeholders: 40 },
      { opens: '2027-01-13T00:10:00Z', closes: '2027-01-13T00:15:00Z', placeholders: 30 },
    ]);
  });

  test('There are never more than the largest pool has room for', () => {
    const config = aConfig('nodes: { max: 2 }\n');
    const { spans, perNode } = hoursOf(config, aRoster(students(100))).prewarm!;
    expect(new Set(spans.map(({ placeholders }) => placeholders))).toEqual(new Set([2 * perNode]));
  });

  test('A student more changes nothing, or the number of one step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const [before, after] = [count, count + 1].map(
          (many) => hoursOf(aConfig('nodes: { max: 30 }\n'), aRoster(students(many))).prewarm!,
        );
        const { spans: was, ...rest } = before!;
        const { spans: is, ...same } = after!;
        expect(same).toEqual(rest);
        const step = count % 10 === 0 ? 10 : 0;
        expect(is).toEqual(was.map((span) => ({ ...span, placeholders: span.placeholders + step })));
      }),
      { numRuns: 15 },
    );
  });

  test('None are where the cohort wants none', () => {
    expect(hoursOf(aConfig('classHours: { prewarmMinutes: 0 }\n'), aRoster(students(3)))).toEqual({});
  });
});

describe('Sleep', () => {
  const sleepOf = (more: string, text = COHORT) => hoursOf(aConfig(more, text), aRoster(students(2))).sleep!;

  test('Nothing sleeps unless the cohort asks for it', () => {
    expect(hoursOf(aConfig(), aRoster(students(2))).sleep).toBeUndefined();
    expect(aPlan().shards[0]!.tenants[0]).not.toHaveProperty('sleeps');
  });

  test('Nights are whole but for two days before a deadline', () => {
    const { nights } = sleepOf(NIGHTS);
    // lab1 is due on Monday the 18th at 23:59: the nights of the 17th and 18th are gone.
    expect(
      nights.slice(0, 7).map(({ opens }) => inZone(opens, 'America/Los_Angeles' as TimeZone).day),
    ).toEqual(['11', '12', '13', '14', '15', '16', '19'].map((day) => `2027-01-${day}`));
    expect(nights[0]).toEqual({ opens: '2027-01-11T09:00:00Z', closes: '2027-01-11T15:00:00Z' });
  });

  test('A night that begins before midnight ends in the morning after', () => {
    const { nights } = sleepOf(changed(NIGHTS, '01:00', '23:00'));
    expect(nights[0]).toEqual({ opens: '2027-01-12T07:00:00Z', closes: '2027-01-12T15:00:00Z' });
  });

  test('A deadline of her own keeps her place awake, and no other', () => {
    const { places, nights } = sleepOf(
      `${NIGHTS}accommodations:\n  - { student: s0000@example.edu, lab: lab1, dueAt: 2027-01-22T12:00 }\n`,
    );
    const [own, other] = places;
    expect(other!.awake).toEqual([]);
    expect(own!.awake).toEqual([{ opens: '2027-01-20T20:00:00Z', closes: '2027-01-22T20:00:00Z' }]);
    expect(nights.some(({ opens }) => opens === '2027-01-21T09:00:00Z')).toBe(true);
  });

  test('A class in the night keeps everybody awake from its lead on', () => {
    const early = 'sessions: [{ day: tuesday, starts: "05:00", ends: "06:30" }]\n';
    const tuesday = sleepOf(`${NIGHTS}${early}`).nights.filter(({ opens }) => opens.startsWith('2027-01-12'));
    // From 01:00 to 04:45; the half hour after the class is too short to be worth it.
    expect(tuesday).toEqual([{ opens: '2027-01-12T09:00:00Z', closes: '2027-01-12T12:45:00Z' }]);
  });
});

/** Zones that change their clocks in the term, and some with odd offsets. */
const ZONES = ['America/Los_Angeles', 'Asia/Tehran', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago']; // prettier-ignore

test('Classes and nights are of local time, on both sides of a change of the clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom('2027-01-11', '2027-03-08', '2021-03-15', '2021-09-13', '2027-09-20'),
      (timeZone, starts) => {
        const ends = new Date(Date.parse(starts) + 80 * 86_400_000).toISOString().slice(0, 10);
        const text = changed(
          changed(
            changed(COHORT, 'America/Los_Angeles', timeZone),
            'starts: 2027-01-11',
            `starts: ${starts}`,
          ),
          'ends: 2027-04-16\n',
          `ends: ${ends}\n`,
        ).replace(/ {2}breaks: .*\n/, '');
        const config = aConfig(
          'classHours: { sleep: { starts: "04:30", ends: "08:00", awakeHoursBeforeDeadline: 0 } }\n' +
            'sessions: [{ day: tuesday, starts: "16:00", ends: "17:30" }]\n',
          text,
        );
        const zone = timeZone as TimeZone;
        const times = timesOf(config.sessions![0]!, config.term, 11);
        expect(times.length).toBeGreaterThanOrEqual(10);
        for (const { opens, closes } of times) {
          const { day, time } = inZone(opens, zone);
          expect([weekdayOf(day as Day), time, inZone(closes, zone).time]).toEqual([
            'tuesday',
            '16:00',
            '17:30',
          ]);
          expect(hoursBetween(opens, closes)).toBe(1.5);
        }
        const { prewarm, sleep } = hoursOf(config, aRoster(students(2)));
        for (const { opens, closes } of prewarm!.spans)
          expect([opens, closes].map((at) => inZone(at, zone).time)).toEqual(['15:45', '16:10']);
        expect(plusMinutes(times[0]!.opens, -15)).toBe(prewarm!.spans[0]!.opens);
        for (const { opens, closes } of sleep!.nights)
          expect([opens, closes].map((at) => inZone(at, zone).time)).toEqual(['04:30', '08:00']);
      },
    ),
    { numRuns: 30 },
  );
});
