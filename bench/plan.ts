import { accessEndsOf } from '../src/core/course/calendar';
import { enroll } from '../src/core/ledger/enroll';
import { LIMITS } from '../src/core/limits/limits';
import type { CohortPlan } from '../src/core/plan/cohort-plan';
import type { PlanInputs } from '../src/core/plan/plan-inputs';
import { resolvePlan } from '../src/core/plan/resolve-plan';
import { tenantKeysOf } from '../src/core/plan/tenant-keys';

/** The plan of a new cohort, as `practicum synth` makes it; at its last instant, so that no clock is read. */
export function newPlan({ config, roster, course, ledger }: PlanInputs): CohortPlan {
  const capacity = {
    tenantsPerShard: LIMITS.tenantsPerShard.planFor,
    tenantsPerCell: LIMITS.tenantsPerCell.planFor,
  };
  const enrolled = enroll(ledger, tenantKeysOf(config, roster, course), config.term.starts, capacity);
  return resolvePlan(config, roster, course, enrolled, accessEndsOf(config.term));
}
