import type { CohortConfig } from '../config/cohort.schema';
import type { Day } from '../domain/time';
import { plusDays } from '../domain/time';
import type { LedgerPlace } from '../ledger/ledger';
import type { KnownPerson } from './find-person';

/** From when on somebody may be forgotten; `standing` is a place that must be destroyed first. */
export type Retention = { readonly from: Day } | { readonly standing: LedgerPlace };

/**
 * The days that a cohort remembers people for begin when the last of their places is destroyed; for those who never had
 * one, when the students' access ends.
 */
export function retentionOf({ places }: KnownPerson, { term, privacy }: CohortConfig): Retention {
  const standing = places.find(({ state }) => state !== 'destroyed');
  if (standing !== undefined) return { standing };
  const last =
    places
      .map(({ since }) => since)
      .sort()
      .at(-1) ?? plusDays(term.ends, term.daysAfterEnd);
  return { from: plusDays(last, privacy.retentionDays) };
}
