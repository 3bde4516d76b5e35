import type { LabId } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { CohortPlan, TenantPlan } from '../plan/cohort-plan';
import { deadlineOf } from './deadline-of';

/** The tenants of a lab, by what becomes of them when it is graded. */
export interface GradedPlaces {
  readonly due: readonly TenantPlan[];
  /** Their access is paused, and so is their grading. */
  readonly held: readonly TenantPlan[];
  /** They may still work on it. */
  readonly early: readonly TenantPlan[];
}

/** Who is graded at the plan's instant, each part by handle. */
export function gradedPlaces(plan: CohortPlan, id: LabId): GradedPlaces {
  const lab = plan.labs.find((each) => each.id === id)!;
  const tenants = plan.shards
    .flatMap((shard) => shard.tenants)
    .filter(({ labs }) => labs.includes(id))
    .sort(byText(({ handle }) => handle));
  const present = tenants.filter(({ held }) => !held);
  const isDue = (tenant: TenantPlan): boolean => deadlineOf(tenant, lab) <= plan.at;
  return {
    due: present.filter(isDue),
    held: tenants.filter(({ held }) => held),
    early: present.filter((tenant) => !isDue(tenant)),
  };
}
