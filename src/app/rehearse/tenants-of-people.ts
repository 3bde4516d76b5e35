import type { Email, Handle } from '../../core/domain/ids';
import type { CohortPlan } from '../../core/plan/cohort-plan';

/** The handles of all places of a plan. */
export const handlesOf = (plan: CohortPlan): ReadonlySet<Handle> =>
  new Set(plan.shards.flatMap(({ tenants }) => tenants.map(({ handle }) => handle)));

/** The handles of the places, own or of a team, that people have in any of the plans. */
export function placesOfPeople(plans: readonly CohortPlan[], people: readonly Email[]): ReadonlySet<Handle> {
  const asked = new Set(people);
  return new Set(
    plans
      .flatMap(({ shards }) => shards.flatMap(({ tenants }) => tenants))
      .filter(({ members }) => members.some((member) => asked.has(member)))
      .map(({ handle }) => handle),
  );
}
