import { createHash } from 'node:crypto';
import type { CellNumber, CohortId, Email, Handle, ShardNumber } from '../domain/ids';
import type { Day } from '../domain/time';

/** What happened to a tenant. */
export const LEDGER_EVENTS = ['enrolled', 'held', 'returned', 'destroyed'] as const;
export type LedgerEventKind = (typeof LEDGER_EVENTS)[number];

/** Who a ledger line is about: a student by e-mail, a team by its name. */
export type TenantKey = { readonly student: Email } | { readonly team: string };

/** One line of the ledger; never changed, never removed. */
export type LedgerEvent = { readonly on: Day; readonly handle: Handle } & (
  | {
      readonly event: 'enrolled';
      readonly key: TenantKey;
      readonly cell: CellNumber;
      readonly shard: ShardNumber;
    }
  | { readonly event: Exclude<LedgerEventKind, 'enrolled'> }
);

/** The permanent record of who has which place in a cohort. */
export interface Ledger {
  readonly cohort: CohortId;
  readonly events: readonly LedgerEvent[];
}

export type TenantState = 'active' | 'held' | 'destroyed';

/** What the ledger says of a tenant now. */
export interface LedgerPlace {
  readonly handle: Handle;
  readonly key: TenantKey;
  readonly cell: CellNumber;
  readonly shard: ShardNumber;
  readonly state: TenantState;
  readonly enrolled: Day;
  readonly since: Day;
}

export const emptyLedger = (cohort: CohortId): Ledger => ({ cohort, events: [] });

/** What an event may follow; a state that is not listed has no way there. */
const NEXT: Readonly<
  Record<Exclude<LedgerEventKind, 'enrolled'>, { from: readonly TenantState[]; to: TenantState }>
> = {
  held: { from: ['active'], to: 'held' },
  returned: { from: ['held'], to: 'active' },
  destroyed: { from: ['active', 'held'], to: 'destroyed' },
};

/** What is wrong with `event` after what happened before, in words; undefined if nothing is. */
export function contradiction(
  places: ReadonlyMap<Handle, LedgerPlace>,
  event: LedgerEvent,
): string | undefined {
  const place = places.get(event.handle);
  if (event.event === 'enrolled') return place ? `${event.handle} was enrolled before` : undefined;
  if (!place) return `${event.handle} was never enrolled`;
  return NEXT[event.event].from.includes(place.state) ? undefined : `${event.handle} is ${place.state}`;
}

/** Where each tenant stands after all events, by handle. */
export function placesOf(ledger: Ledger): ReadonlyMap<Handle, LedgerPlace> {
  const places = new Map<Handle, LedgerPlace>();
  for (const event of ledger.events) applyEvent(places, event);
  return places;
}

/** Brings `places` up to `event`. */
export function applyEvent(places: Map<Handle, LedgerPlace>, event: LedgerEvent): void {
  const { handle, on } = event;
  if (event.event === 'enrolled') {
    const { key, cell, shard } = event;
    places.set(handle, { handle, key, cell, shard, state: 'active', enrolled: on, since: on });
    return;
  }
  const place = places.get(handle);
  if (!place) throw new Error(`The ledger names ${handle}, which was never enrolled`);
  places.set(handle, { ...place, state: NEXT[event.event].to, since: on });
}

/** A tenant's key as one text: what is looked up. */
export function keyText(key: TenantKey): string {
  return 'student' in key ? key.student : `team ${key.team.trim().normalize('NFC').toLowerCase()}`;
}

/** A key letter by letter: `keyText` takes names of other letter case for one team, a sum must not. */
function asWritten(key: TenantKey): string {
  return 'student' in key ? key.student : `team ${key.team}`;
}

/** Length of a line's sum, in hexadecimal digits: enough to notice an edit, short enough to read. */
const SUM_LENGTH = 16;

/** Sum of a line and of all lines before it, so that no line can be changed, moved or taken out unnoticed. */
export function sumOf(before: string, event: LedgerEvent): string {
  const { on, handle, event: kind } = event;
  const rest = event.event === 'enrolled' ? [asWritten(event.key), event.cell, event.shard] : [];
  const line = JSON.stringify([before, on, kind, handle, ...rest]);
  return createHash('sha256').update(line).digest('hex').slice(0, SUM_LENGTH);
}
