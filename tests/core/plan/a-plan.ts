import type { CohortConfig } from '../../../src/core/config/cohort.schema';
import type { Course } from '../../../src/core/course/course.schema';
import type { Day, Instant } from '../../../src/core/domain/time';
import type { Capacity } from '../../../src/core/ledger/enroll';
import type { Ledger, LedgerEvent, PlaceEventKind } from '../../../src/core/ledger/ledger';
import { keyText, placesOf } from '../../../src/core/ledger/ledger';
import type { CohortPlan, TenantPlan } from '../../../src/core/plan/cohort-plan';
import { resolvePlan } from '../../../src/core/plan/resolve-plan';
import type { Roster } from '../../../src/core/roster/roster';
import { CAPACITY, NOON, aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';

export interface PlanParts {
  readonly config?: CohortConfig;
  readonly roster?: Roster;
  readonly course?: Course;
  readonly ledger?: Ledger;
  readonly capacity?: Capacity;
  readonly at?: Instant;
}

/** What is told of each cohort that has no lock of its images. */
export const BY_TAG = '2 images are run by tag: "practicum images lock" pins them';

export const THREE = aRoster([aStudent('ada'), aStudent('bo'), aStudent('cy')]);

/** The plan of the sample cohort with three students, everyone enrolled, but for what is given. */
export function aPlan({
  config = aConfig(),
  roster = THREE,
  course = aCourse(),
  ledger,
  capacity = CAPACITY,
  at = NOON,
}: PlanParts = {}): CohortPlan {
  return resolvePlan(config, roster, course, ledger ?? enrolled(config, roster, course, capacity), at);
}

export const tenantsOf = (plan: CohortPlan): readonly TenantPlan[] =>
  plan.shards.flatMap(({ tenants }) => tenants);

export function tenant(plan: CohortPlan, handle: string): TenantPlan {
  const found = tenantsOf(plan).find((each) => each.handle === handle);
  if (!found) throw new Error(`no tenant ${handle}`);
  return found;
}

/** The ledger after this happened to the tenant with this e-mail or "team name". */
export function after(ledger: Ledger, event: PlaceEventKind, who: string): Ledger {
  const place = [...placesOf(ledger).values()].find(({ key }) => keyText(key) === who)!;
  const next: LedgerEvent = { on: '2027-02-01' as Day, event, handle: place.handle };
  return { ...ledger, events: [...ledger.events, next] };
}
