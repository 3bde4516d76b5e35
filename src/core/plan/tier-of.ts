import type { CohortConfig, PlaceOverride, Tier } from '../config/cohort.schema';
import type { LedgerKey } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';

/** Tier of a place by who it is for, also when it is held or gone. */
export function tierOf({ tier, places }: Pick<CohortConfig, 'tier' | 'places'>, key: LedgerKey): Tier {
  const text = keyText(key);
  return places.find((place) => overrideKey(place) === text)?.tier ?? tier;
}

/** Whom an entry of `places` is about, as `keyText` writes it. */
export function overrideKey({ student, team }: Pick<PlaceOverride, 'student' | 'team'>): string {
  return student ?? keyText({ team: team! });
}
