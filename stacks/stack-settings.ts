import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { TerraformStack } from 'cdktf';
import { GcsBackend, LocalBackend } from 'cdktf';
import type { CohortPlan, GooglePlan } from '../src/core/plan/cohort-plan';

/**
 * Where a stack keeps its state. `local` stands beside the output folder, not in it: the output can be
 * deleted and made again, state cannot.
 */
export function addBackend(stack: TerraformStack, { state, cohort }: CohortPlan): void {
  if (state.backend === 'gcs')
    new GcsBackend(stack, { bucket: state.bucket, prefix: `${cohort}/${stack.node.id}` });
  else new LocalBackend(stack, { path: `../../../../terraform-state/${cohort}/${stack.node.id}.tfstate` });
}

/** The provider that all resources of a stack use unless they name another. */
export function addGoogle(stack: TerraformStack, { region }: GooglePlan): void {
  new GoogleProvider(stack, 'google', { region });
}

/**
 * The provider for budgets: the API that keeps them belongs to no project of the cohort, so the calls
 * are counted to the admin project.
 */
export function addBudgetsGoogle(
  stack: TerraformStack,
  { region, adminProject }: GooglePlan,
): GoogleProvider {
  return new GoogleProvider(stack, 'google-budgets', {
    alias: 'budgets',
    region,
    billingProject: adminProject,
    userProjectOverride: true,
  });
}
