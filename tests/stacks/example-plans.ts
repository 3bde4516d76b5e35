import { join } from 'node:path';
import { HOME, cohortDirectory } from '../../src/app/cohort-directory';
import { loadCohort } from '../../src/app/load-cohort';
import type { Day } from '../../src/core/domain/time';
import { toInstant } from '../../src/core/domain/time';
import { enroll } from '../../src/core/ledger/enroll';
import { emptyLedger } from '../../src/core/ledger/ledger';
import type { CellPlan, CohortPlan, ShardPlan, TenantPlan } from '../../src/core/plan/cohort-plan';
import type { PlanInputs } from '../../src/core/plan/plan-inputs';
import { resolvePlan } from '../../src/core/plan/resolve-plan';
import { tenantKeysOf } from '../../src/core/plan/tenant-keys';

/** The cohorts that ship with the program. */
export const EXAMPLES = [
  'csce790-fall',
  'mlsd-fall',
  'sharif-spring',
  'tier-cluster',
  'tier-namespace',
  'tier-project',
  'w255-spring',
] as const;
export type Example = (typeof EXAMPLES)[number];

const known = new Map<Example, PlanInputs>();

/** What an example's files say. */
export function exampleInputs(example: Example): PlanInputs {
  const inputs = known.get(example) ?? readInputs(example);
  known.set(example, inputs);
  return inputs;
}

function readInputs(example: Example): PlanInputs {
  const loaded = loadCohort(cohortDirectory(join(HOME, 'examples', example)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

export function planOf({ config, roster, course, ledger }: PlanInputs): CohortPlan {
  return resolvePlan(config, roster, course, ledger, toInstant('2027-02-01T12:00:00Z'));
}

/** The plan of an example, at a day in the term. */
export function examplePlan(example: Example): CohortPlan {
  return planOf(exampleInputs(example));
}

/** An example's inputs with the same tenants, some of whom this happened to. */
export function withEvents(
  inputs: PlanInputs,
  event: 'held' | 'returned' | 'emptied' | 'destroyed',
  handles: readonly string[],
): PlanInputs {
  const events = inputs.ledger.events
    .filter((each) => each.event === 'enrolled' && handles.includes(each.handle))
    .map(({ handle, on }) => ({ on, handle, event }));
  return { ...inputs, ledger: { ...inputs.ledger, events: [...inputs.ledger.events, ...events] } };
}

export function theCell(plan: CohortPlan): CellPlan {
  return plan.cells[0]!;
}

export function theShard(plan: CohortPlan): ShardPlan {
  return plan.shards[0]!;
}

export function findTenant(plan: CohortPlan, handle: string): TenantPlan {
  const found = plan.shards.flatMap(({ tenants }) => tenants).find((tenant) => tenant.handle === handle);
  if (found === undefined) throw new Error(`${plan.cohort} has no tenant ${handle}`);
  return found;
}

/** Three tenants over two cells, of which the second hangs below the first. */
export function planOfTwoCells(): CohortPlan {
  const inputs = exampleInputs('tier-namespace');
  const { config, roster, course } = inputs;
  const keys = tenantKeysOf(config, roster, course);
  const capacity = { tenantsPerShard: 1, tenantsPerCell: 2 };
  return planOf({ ...inputs, ledger: enroll(emptyLedger(config.id), keys, '2027-01-04' as Day, capacity) });
}
