import type { ResourceKind } from '../../rehearsal/provider/resource-kind';
import type { RememberedResource } from '../../rehearsal/scenario/terraform-state';
import { identityOf } from '../../rehearsal/provider/identity';

/**
 * How many resources a step left as they were: those in the states that it neither made nor changed nor adopted. What
 * Terraform keeps by itself, as `terraform_data`, is none.
 */
export function keptResources(
  remembered: readonly RememberedResource[],
  touched: ReadonlySet<string>,
  kindOf: (type: string) => ResourceKind | undefined,
): number {
  return remembered.filter(
    ({ type, attributes }) => kindOf(type) !== undefined && !touched.has(identityOf(type, attributes) ?? ''),
  ).length;
}
