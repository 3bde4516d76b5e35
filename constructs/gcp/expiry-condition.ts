import { expiryConditionTitle } from '../../src/core/domain/names';
import type { Instant } from '../../src/core/domain/time';

/** An IAM condition, in the shape that all bindings of the provider share. */
export interface ExpiryCondition {
  readonly title: string;
  readonly expression: string;
}

/**
 * The IAM condition that holds until `expires`.
 *
 * @see https://cloud.google.com/iam/docs/conditions-attribute-reference#date-time
 */
export function expiryCondition(expires: Instant): ExpiryCondition {
  return { title: expiryConditionTitle(), expression: `request.time < timestamp("${expires}")` };
}
