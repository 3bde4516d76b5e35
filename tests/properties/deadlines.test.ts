import fc from 'fast-check';
import { transitionsOf } from '../../src/core/calendar/transitions';
import type { Instant } from '../../src/core/domain/time';
import { epochSeconds, fromEpochSeconds } from '../../src/core/domain/time';
import { cohorts } from './cohorts';
import { withoutWindows } from './without-windows';
import type { World } from './world';
import { planOf, worldOf } from './world';
import type { Written } from './written';
import { differences, writtenBy } from './written';

jest.setTimeout(120_000);

/** A cohort with an extension and an exam. */
const worlds = cohorts({ min: 2, max: 5 }).map((cohort): World => {
  const world = worldOf(cohort);
  const [student] = world.inputs.roster.students;
  const day = world.inputs.config.term.starts;
  const config = {
    ...world.inputs.config,
    accommodations: [{ student: student!.email, extraDays: 2 }],
    hours: [
      {
        name: 'Midterm',
        kind: 'exam' as const,
        starts: { day, time: '18:00' },
        ends: { day, time: '20:00' },
        labs: ['lab1'],
      },
    ],
  } as unknown as World['inputs']['config'];
  return { ...world, inputs: { ...world.inputs, config } };
});

const transitionsIn = (world: World): readonly Instant[] => {
  const { config, ledger } = world.inputs;
  return [...new Set(transitionsOf({ plan: planOf(world), config, ledger }).map(({ at }) => at))];
};
const secondBefore = (at: Instant): Instant => fromEpochSeconds(epochSeconds(at) - 1);

/** The chart of what a cluster's tenants share, in both forms, and the hash of it in the stack that installs it. */
const SHARED = /\/(?:[^/]*\.?services)(?:\.k8s\.yaml|\/)|(?:cell-\d+-services|-places)\/cdk\.tf\.json$/;

const at = (world: World, instant: Instant): Written => writtenBy(planOf(world, instant));

test('A passing deadline changes windows in what clusters share, and nothing in anybody’s place', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), (world, index) => {
      const instants = transitionsIn(world);
      const instant = instants[index % instants.length]!;
      const [before, after] = [at(world, secondBefore(instant)), at(world, instant)];
      const changed = differences(before, after);
      expect(changed.filter((path) => !SHARED.test(path))).toEqual([]);
      expect(differences(withoutWindows(before), withoutWindows(after))).toEqual([]);
    }),
    { seed: 255, numRuns: 10 },
  );
});

test('Between two transitions every byte is the same', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (world, index, share) => {
      const instants = transitionsIn(world);
      const place = index % (instants.length - 1);
      const [from, to] = [epochSeconds(instants[place]!), epochSeconds(instants[place + 1]!)];
      const between = fromEpochSeconds(from + Math.floor((to - from - 1) * share));
      expect(differences(at(world, instants[place]!), at(world, between))).toEqual([]);
    }),
    { seed: 255, numRuns: 6 },
  );
});
