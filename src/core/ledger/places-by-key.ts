import type { Ledger, LedgerPlace } from './ledger';
import { isForgotten, keyText, placesOf } from './ledger';

/**
 * The place of each person and team, by `keyText`: the one that stands, else the last that was destroyed. Who was
 * forgotten has none.
 */
export function placesByKey(ledger: Ledger): ReadonlyMap<string, LedgerPlace> {
  const places = new Map<string, LedgerPlace>();
  for (const place of placesOf(ledger).values()) {
    if (isForgotten(place.key)) continue;
    const key = keyText(place.key);
    const known = places.get(key);
    if (known === undefined || known.state === 'destroyed') places.set(key, place);
  }
  return places;
}
