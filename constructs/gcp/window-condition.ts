import { windowConditionTitle } from '../../src/core/domain/names';
import type { Instant } from '../../src/core/domain/time';
import type { ExpiryCondition } from './expiry-condition';

/**
 * The IAM condition that holds between two instants.
 *
 * @see https://cloud.google.com/iam/docs/conditions-attribute-reference#date-time
 */
export function windowCondition(from: Instant, until: Instant): ExpiryCondition {
  return {
    title: windowConditionTitle(),
    expression: `request.time >= timestamp("${from}") && request.time < timestamp("${until}")`,
  };
}
