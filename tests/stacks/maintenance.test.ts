import type { Instant } from '../../src/core/domain/time';
import { withScope } from '../../stacks/maintenance';

const plan = {
  startTime: '2027-01-13T10:00:00Z' as Instant,
  endTime: '2027-01-13T16:00:00Z' as Instant,
  recurrence: 'FREQ=WEEKLY;BYDAY=WE,TH,FR',
  exclusions: [
    {
      name: 'due-lab4',
      startTime: '2027-03-27T06:59:00Z' as Instant,
      endTime: '2027-03-31T06:59:00Z' as Instant,
    },
  ],
};

test('Around a deadline no node may be upgraded, and the window stays as it is', () => {
  expect(withScope(plan)).toEqual({
    ...plan,
    exclusions: [{ ...plan.exclusions[0], scope: 'NO_UPGRADES' }],
  });
});

test('Without deadlines nothing is excluded', () => {
  expect(withScope({ ...plan, exclusions: [] }).exclusions).toEqual([]);
});
