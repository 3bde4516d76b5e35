import type { Handle } from '../domain/ids';
import type { Day } from '../domain/time';
import type { Ledger, LedgerEventKind, LedgerKey, LedgerPlace } from './ledger';
import { isForgotten, placesOf } from './ledger';
import { dueFrom } from './place-step';

/** A line of the ledger as people read it. */
export interface HistoryLine {
  readonly on: Day;
  readonly event: LedgerEventKind;
  readonly handle: Handle;
  /** Whom the place was for at that time: an e-mail, or the name of a team; undefined for who is forgotten. */
  readonly who?: string;
  readonly cell: number;
  readonly shard: number;
}

/** A held place, and the first day on which it may be destroyed. */
export interface DuePlace {
  readonly handle: Handle;
  readonly due: Day;
}

/** What happened, oldest first, to all places or to some. */
export function historyOf(ledger: Ledger, only?: ReadonlySet<Handle>): readonly HistoryLine[] {
  const places = placesOf(ledger);
  const names = new Map<Handle, string | undefined>();
  return ledger.events.flatMap((event) => {
    const { on, handle } = event;
    if ('key' in event) names.set(handle, nameOf(event.key));
    if (only !== undefined && !only.has(handle)) return [];
    const { cell, shard } = places.get(handle)!;
    const who = names.get(handle);
    return [{ on, event: event.event, handle, ...(who === undefined ? {} : { who }), cell, shard }];
  });
}

/** Held places by the day from which they may go. */
export function heldUntil(ledger: Ledger, holdDays: number): readonly DuePlace[] {
  return [...placesOf(ledger).values()]
    .filter(({ state }) => state === 'held')
    .map((place): DuePlace => ({ handle: place.handle, due: dueFrom(place, holdDays) }))
    .sort((a, b) => (a.due === b.due ? (a.handle < b.handle ? -1 : 1) : a.due < b.due ? -1 : 1));
}

/** Places of which a second step is still to come. */
export const emptiedPlaces = (ledger: Ledger): readonly LedgerPlace[] =>
  [...placesOf(ledger).values()].filter(({ state }) => state === 'emptied');

/** An e-mail, or a team's name. */
export function nameOf(key: LedgerKey): string | undefined {
  if (isForgotten(key)) return undefined;
  return 'student' in key ? key.student : key.team;
}
