import fc from 'fast-check';
import { churnBetween } from '../../src/core/roster/delta/churn';
import { touchedBetween } from '../../src/core/roster/delta/touched';
import type { PlaceEventKind } from '../../src/core/ledger/ledger';
import { extended, placesOf } from '../../src/core/ledger/ledger';
import type { Day } from '../../src/core/domain/time';
import type { Handle } from '../../src/core/domain/ids';
import { cohorts } from './cohorts';
import type { World } from './world';
import { planOf, withRoster, worldOf } from './world';
import { differences, writtenBy } from './written';

/** The same cohort after this happened to one place. */
function after({ inputs, capacity }: World, event: PlaceEventKind, handle: Handle): World {
  const ledger = extended(inputs.ledger, [{ on: '2027-01-25' as Day, event, handle }]);
  return { inputs: { ...inputs, ledger }, capacity };
}

const first = (world: World, index: number): Handle => {
  const handles = [...placesOf(world.inputs.ledger).keys()];
  return handles[index % handles.length]!;
};

test('A place that is held and given back is, byte for byte, what it was, and so is all else', () => {
  fc.assert(
    fc.property(cohorts({ max: 5 }), fc.nat(), (cohort, index) => {
      const world = worldOf(cohort);
      const handle = first(world, index);
      const held = after(world, 'held', handle);
      const before = writtenBy(planOf(world));
      expect(differences(before, writtenBy(planOf(held)))).not.toEqual([]);
      expect(differences(before, writtenBy(planOf(after(held, 'returned', handle))))).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test('Whoever joins, leaves, is held, emptied or destroyed: nothing of anybody else changes by a byte', () => {
  fc.assert(
    fc.property(
      cohorts({ max: 5 }),
      fc.nat(),
      fc.constantFrom('held', 'emptied', 'destroyed', 'leaves'),
      (cohort, index, what) => {
        const world = worldOf(cohort);
        const handle = first(world, index);
        const held = after(world, 'held', handle);
        const [was, is] =
          what === 'leaves'
            ? [world, withRoster(world, cohort.rows.slice(0, Math.max(1, cohort.rows.length - 1)))]
            : what === 'held'
              ? [world, held]
              : [held, after(held, what as PlaceEventKind, handle)];
        const [before, then] = [planOf(was), planOf(is)];
        const { same, changed } = touchedBetween(before, then);
        if (what === 'held' || what === 'emptied')
          expect(changed.map((tenant) => tenant.handle)).toContain(handle);
        const churn = churnBetween(writtenBy(before), writtenBy(then), same);
        expect(churn.broken).toEqual([]);
        expect(churn.places).toBe(same.length);
        // What is shared is a cell's, never a shard's, but for records of hosts of clusters of people's own, and for the
        // metrics that count a shard's hosts by name.
        expect(churn.shared.filter((each) => !/cell-\d|\/(Zone|Traffic)\//.test(each))).toEqual([]);
      },
    ),
    { numRuns: 10 },
  );
});

test('A change of somebody else’s place is seen', () => {
  const world = worldOf(fc.sample(cohorts(), { numRuns: 1, seed: 1 })[0]!);
  const handle = first(world, 0);
  const [was, is] = [writtenBy(planOf(world)), writtenBy(planOf(after(world, 'held', handle)))];
  expect(churnBetween(was, is, [handle]).broken).toEqual([handle]);
});
