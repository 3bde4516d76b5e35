import type { Outcome } from '../../input/problem';
import { accept, refuse } from '../../input/problem';
import type { Ledger, LedgerEvent } from '../../ledger/ledger';
import { applyEvent, contradiction, placesOf } from '../../ledger/ledger';

/**
 * The same lines in an order in which each name is free when another place takes it; or those that can never be, as when
 * two exchange their names.
 */
export function renamesInOrder(
  ledger: Ledger,
  renames: readonly LedgerEvent[],
  file: string,
): Outcome<readonly LedgerEvent[]> {
  if (renames.length === 0) return accept([]);
  const places = new Map(placesOf(ledger));
  const ordered: LedgerEvent[] = [];
  let waiting = renames;
  for (;;) {
    const possible = waiting.filter((event) => {
      if (contradiction(places, event) !== undefined) return false;
      applyEvent(places, event);
      return true;
    });
    ordered.push(...possible);
    waiting = waiting.filter((event) => !possible.includes(event));
    if (waiting.length === 0) return accept(ordered);
    if (possible.length > 0) continue;
    return refuse(
      waiting.map((event) => ({
        file,
        line: 1,
        column: 1,
        message: `the place ${event.handle} cannot take its new name: ${contradiction(places, event)!}`,
        allowed: 'a name or address that no other place has',
        write: 'two applications, with another name in between',
      })),
    );
  }
}
