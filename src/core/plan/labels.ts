import type { CohortId, Handle } from '../domain/ids';
import { NAME_LIMITS } from '../domain/name-limits';

/** Labels of cloud resources: whose they are, for bills and for finding leftovers. Never a person's data. */
export function labels(
  cohort: CohortId,
  { cell, tenant }: { readonly cell?: number; readonly tenant?: Handle },
): Readonly<Record<string, string>> {
  const all = {
    'managed-by': 'practicum',
    'practicum-cohort': cohort,
    ...(cell === undefined ? {} : { 'practicum-cell': `c${cell}` }),
    ...(tenant === undefined ? {} : { 'practicum-tenant': tenant }),
  };
  for (const value of Object.values(all)) {
    if (!NAME_LIMITS.labelValue.pattern.test(value)) throw new Error(`"${value}" is no label value`);
  }
  return all;
}
