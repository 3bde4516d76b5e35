import type { Handle } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { TenantPlan } from '../plan/cohort-plan';
import { keyText, placesOf } from '../ledger/ledger';
import { teamsOf } from '../plan/tenant-keys';
import type { PlanInputs } from '../plan/plan-inputs';

/** Handles of a person's places, or of one place, as people ask for them: by e-mail in any letter case, or by handle. */
export function handlesOf(
  asked: string,
  { ledger, roster }: Pick<PlanInputs, 'ledger' | 'roster'>,
  tenants: readonly Pick<TenantPlan, 'handle'>[],
): readonly Handle[] {
  const places = [...placesOf(ledger).values()];
  const planned = new Set(tenants.map(({ handle }) => handle));
  const own = places.find(
    ({ key, handle }) => handle === asked || keyText(key) === asked.trim().toLowerCase(),
  );
  if (own === undefined) return [];
  const teams = [...teamsOf(roster)].flatMap(([key, { members }]) =>
    'student' in own.key && members.includes(own.key.student) ? [key] : [],
  );
  return places
    .filter(({ key, handle }) => handle === own.handle || teams.includes(keyText(key)))
    .map(({ handle }) => handle)
    .filter((handle) => planned.has(handle))
    .sort(byText(String));
}
