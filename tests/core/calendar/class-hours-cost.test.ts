import { classHoursCosts } from '../../../src/core/calendar/class-hours-cost';
import { toInstant } from '../../../src/core/domain/time';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { aPlan } from '../plan/a-plan';
import { aConfig, aRoster, aStudent } from '../sample-cohort';

const CLASS = aRoster(Array.from({ length: 95 }, (_, n) => aStudent(`s${n}`)));
const SLEEP = 'classHours: { sleep: { starts: "01:00", ends: "07:00" } }\n';
const planAt = (at: string, more = ''): CohortPlan =>
  aPlan({ roster: CLASS, config: aConfig(`nodes: { max: 20 }\n${more}`), at: toInstant(at) });

/** e2-standard-4 in us-central1: four vCPUs and 16 GiB, and a boot disk of 170 GB. */
const NODE_HOUR = 4 * 0.02181159 + 16 * 0.00292353 + (170 * 0.1) / 730;
const cents = (usd: number): number => Math.round(usd * 100) / 100;

test('Nodes for a class cost what their placeholders need, while they stand and until they are taken away', () => {
  const [{ prewarm } = {}] = classHoursCosts(planAt('2027-01-12T23:50:00Z'));
  // 47 fit on a node: 100 are three nodes, three times 25 minutes and ten.
  expect(prewarm).toMatchObject({
    placeholders: 100,
    nodes: 3,
    usdPerHour: cents(3 * NODE_HOUR),
    usdPerTerm: cents(3 * 3 * (35 / 60) * NODE_HOUR),
    now: { placeholders: 100, nodes: 3, usdPerHour: cents(3 * NODE_HOUR), until: '2027-01-13T00:10:00Z' },
  });
});

test('Between classes there is nothing now', () => {
  const [{ prewarm } = {}] = classHoursCosts(planAt('2027-01-13T00:10:00Z'));
  expect(prewarm).not.toHaveProperty('now');
});

test('Sleep saves at most all nodes beyond the fewest, in the hours of its nights', () => {
  const plan = planAt('2027-01-12T10:00:00Z', SLEEP);
  const { lab } = plan.cells[0]!.cluster!.pools;
  const [{ sleep } = {}] = classHoursCosts(plan);
  expect(sleep).toMatchObject({
    places: 95,
    // One of them is that of the change of the clocks.
    hours: sleep!.nights * 6 - 1,
    savedUsdPerTerm: cents((20 - lab.minNodes) * (sleep!.nights * 6 - 1) * NODE_HOUR),
    until: '2027-01-12T15:00:00Z',
  });
  expect(classHoursCosts(planAt('2027-01-12T16:00:00Z', SLEEP))[0]!.sleep).not.toHaveProperty('until');
});

test('The list of prices is named, with the month in which it was read', () => {
  const [cost] = classHoursCosts(planAt('2027-01-12T10:00:00Z'));
  expect(cost!.prices).toEqual({ region: 'us-west1', listRegion: 'us-central1', read: '2026-09' });
});

test('A cohort that wants neither has nothing to pay for', () => {
  expect(classHoursCosts(planAt('2027-01-12T10:00:00Z', 'classHours: { prewarmMinutes: 0 }\n'))).toEqual([]);
});
