import type { Tier } from '../../../src/core/config/cohort.schema';
import { cellNumber, handle, shardNumber } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import type { LedgerPlace, TenantState } from '../../../src/core/ledger/ledger';
import { PLACE_STEPS, dueFrom, stepOf } from '../../../src/core/ledger/place-step';
import { aStudent } from '../sample-cohort';

const ADA = handle('ada');
const place = (state: TenantState): LedgerPlace => ({
  handle: ADA,
  key: { student: aStudent('ada').email },
  cell: cellNumber(1),
  shard: shardNumber(1),
  state,
  enrolled: '2027-01-11' as Day,
  since: '2027-02-01' as Day,
});
const at = (on: string, tier: Tier = 'namespace', now = false) => ({
  on: on as Day,
  holdDays: 14,
  tier,
  now,
});
const LATER = at('2027-02-15');

/** The event of each step from each state, or why there is none. */
const table = (circumstances: ReturnType<typeof at>): readonly string[] =>
  (['active', 'held', 'emptied', 'destroyed'] as const).flatMap((state) =>
    PLACE_STEPS.map((step) => {
      const result = stepOf(step, place(state), circumstances);
      return `${state} ${step}: ${'event' in result ? result.event : result.message}`;
    }),
  );

test('Each step has one state to begin in, and says what is wrong in any other', () => {
  expect(table(LATER)).toEqual([
    'active hold: held',
    'active return: the place is not held: its people have their access',
    'active destroy: the place is not held: somebody works there',
    'held hold: the place is held since 2027-02-01',
    'held return: returned',
    'held destroy: destroyed',
    'emptied hold: the place is emptied since 2027-02-01',
    'emptied return: what ran in the place is taken away already',
    'emptied destroy: destroyed',
    'destroyed hold: the place was destroyed on 2027-02-01',
    'destroyed return: the place was destroyed on 2027-02-01',
    'destroyed destroy: the place was destroyed on 2027-02-01',
  ]);
});

test('Nothing is destroyed before the hold period is over, unless somebody says so', () => {
  expect(dueFrom(place('held'), 14)).toBe('2027-02-15');
  expect(stepOf('destroy', place('held'), at('2027-02-14'))).toEqual({
    message: 'the place is kept until 2027-02-15: held on 2027-02-01, for 14 days',
    allowed: 'a place that is held, and its hold period over',
    write: '--now, to destroy it and all that is in it today',
  });
  expect(stepOf('destroy', place('held'), at('2027-02-01', 'namespace', true))).toMatchObject({
    event: 'destroyed',
  });
  expect(stepOf('destroy', place('active'), at('2027-02-01', 'namespace', true))).not.toHaveProperty('event');
});

test('A cluster of somebody’s own is emptied first', () => {
  expect(stepOf('destroy', place('held'), at('2027-02-15', 'cluster'))).toMatchObject({ event: 'emptied' });
  expect(stepOf('destroy', place('emptied'), at('2027-02-15', 'cluster'))).toMatchObject({
    event: 'destroyed',
  });
  expect(stepOf('destroy', place('held'), at('2027-02-15', 'project'))).toMatchObject({ event: 'destroyed' });
});
