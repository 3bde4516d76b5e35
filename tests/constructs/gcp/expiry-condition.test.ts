import { expiryCondition } from '../../../constructs/gcp/expiry-condition';
import type { Instant } from '../../../src/core/domain/time';

test('The condition compares the time of the request with the instant', () => {
  expect(expiryCondition('2027-05-15T07:00:00Z' as Instant)).toEqual({
    title: 'until-term-end',
    expression: 'request.time < timestamp("2027-05-15T07:00:00Z")',
  });
});
