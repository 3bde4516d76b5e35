import { byText } from '../domain/sorting';
import { keyText, placesOf } from '../ledger/ledger';
import type { PlanInputs } from './plan-inputs';
import { labsOf, tenantKeysOf } from './tenant-keys';

/** What people should know of a plan, though nothing is wrong; no e-mail addresses. */
export function noticesOf(inputs: PlanInputs): readonly string[] {
  return [...missing(inputs), ...destroyed(inputs), ...teamless(inputs)];
}

function missing({ config, roster, course, ledger }: PlanInputs): readonly string[] {
  const present = new Set(tenantKeysOf(config, roster, course).map(keyText));
  return [...placesOf(ledger).values()]
    .filter(({ key, state }) => state === 'active' && !present.has(keyText(key)))
    .map(({ handle }) => `${handle} is not in the roster any more; the place stays as it is`)
    .sort(byText(String));
}

function destroyed({ config, roster, course, ledger }: PlanInputs): readonly string[] {
  const present = new Set(tenantKeysOf(config, roster, course).map(keyText));
  return [...placesOf(ledger).values()]
    .filter(({ key, state }) => state === 'destroyed' && present.has(keyText(key)))
    .map(({ handle }) => `${handle} is in the roster, but the place was destroyed and is not made again`)
    .sort(byText(String));
}

function teamless({ config, roster, course }: PlanInputs): readonly string[] {
  const labs = labsOf('team', course, config);
  const count = roster.students.filter(({ team }) => team === undefined).length;
  if (labs.length === 0 || count === 0) return [];
  return [
    `${count} of ${roster.students.length} students have no team yet, for ${labs.map(({ id }) => id).join(', ')}`,
  ];
}
