import type { Handle } from '../domain/ids';
import type { Day } from '../domain/time';
import type { Ledger, LedgerEvent } from './ledger';
import { extended, isForgotten, kindOf } from './ledger';

/**
 * The ledger without what it knows of who had a place: each line of the handle stays, its key is written as forgotten,
 * and a last line says when. The sums of all lines from there on are others when it is written: the chain shows
 * that nobody edited the file by hand, and is no signature over what it once said. The place must be destroyed.
 */
export function forgetIn(ledger: Ledger, handle: Handle, on: Day): Ledger {
  const events = ledger.events.map((event) => (event.handle === handle ? withoutKey(event) : event));
  return extended({ ...ledger, events }, [{ on, event: 'forgotten', handle }]);
}

function withoutKey(event: LedgerEvent): LedgerEvent {
  if (!('key' in event) || isForgotten(event.key)) return event;
  return { ...event, key: { forgotten: kindOf(event.key) } };
}
