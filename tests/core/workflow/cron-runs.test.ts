import fc from 'fast-check';
import type { Transition } from '../../../src/core/calendar/transitions';
import type { Instant } from '../../../src/core/domain/time';
import { epochSeconds, toInstant } from '../../../src/core/domain/time';
import { cronOf, cronRuns } from '../../../src/core/workflow/cron-runs';

const opens = (at: string, deploys = true): Transition => ({
  at: at as Instant,
  kind: 'lab opens',
  about: 'lab1',
  deploys,
});
const runs = (...instants: readonly string[]): readonly string[] =>
  cronRuns(instants.map((each) => opens(each))).map(({ at, transitions }) => `${at} ${transitions.length}`);

test('Each instant has its run, and those of one instant one', () => {
  expect(runs('2027-03-16T06:59:00Z', '2027-03-16T15:00:00Z', '2027-03-16T15:00:00Z')).toEqual([
    '2027-03-16T06:59:00Z 1',
    '2027-03-16T15:00:00Z 2',
  ]);
});

test('Instants within five minutes have one run, at the last of them', () => {
  expect(runs('2027-03-16T06:59:00Z', '2027-03-16T07:00:00Z')).toEqual(['2027-03-16T07:00:00Z 2']);
  expect(runs('2027-03-16T06:55:00Z', '2027-03-16T07:00:00Z')).toHaveLength(2);
});

test('What ends by itself has no run', () => {
  expect(cronRuns([opens('2027-03-16T06:59:00Z', false)])).toEqual([]);
});

const transitions = fc
  .array(fc.integer({ min: 0, max: 120 }), { maxLength: 40 })
  .map((minutes) =>
    [...minutes]
      .sort((a, b) => a - b)
      .map((minute) => opens(toInstant(new Date(Date.UTC(2027, 2, 14, 0, minute)).toISOString()))),
  );

test('No run comes before what it applies or ten minutes after, none twice in five minutes, and nothing is lost', () => {
  fc.assert(
    fc.property(transitions, (all) => {
      const made = cronRuns(all);
      expect(made.flatMap((run) => run.transitions)).toEqual(all);
      made.forEach(({ at, transitions: its }, index) => {
        for (const each of its) {
          expect(epochSeconds(at)).toBeGreaterThanOrEqual(epochSeconds(each.at));
          expect(epochSeconds(at) - epochSeconds(each.at)).toBeLessThan(600);
        }
        if (index > 0)
          expect(epochSeconds(at) - epochSeconds(made[index - 1]!.at)).toBeGreaterThanOrEqual(300);
      });
    }),
    { seed: 255, numRuns: 300 },
  );
});

test.each([
  ['2027-03-16T06:59:00Z', '59 6 16 3 *'],
  ['2028-02-29T00:00:00Z', '0 0 29 2 *'],
  ['2027-12-31T18:15:00Z', '15 18 31 12 *'],
])('%s is "%s" in cron', (at, cron) => {
  expect(cronOf(at as Instant)).toBe(cron);
});
