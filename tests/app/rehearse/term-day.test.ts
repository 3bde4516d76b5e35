import { instantOf } from '../../../src/app/rehearse/term-day';
import type { Day } from '../../../src/core/domain/time';

test('A day begins at midnight of the universal time', () => {
  expect(instantOf('2027-01-11' as Day)).toBe(Date.UTC(2027, 0, 11));
});
