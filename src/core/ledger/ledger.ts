import { createHash } from 'node:crypto';
import type { CellNumber, CohortId, Email, Handle, ShardNumber } from '../domain/ids';
import type { Day } from '../domain/time';
import type { LastingProject, LastingProjects } from './lasting-projects';

/** What happened to a tenant. */
export const LEDGER_EVENTS = [
  'enrolled',
  'renamed',
  'held',
  'returned',
  'emptied',
  'destroyed',
  'forgotten',
] as const;
export type LedgerEventKind = (typeof LEDGER_EVENTS)[number];

/** The events that say no more than what happened, when and to which place. */
export type PlaceEventKind = Exclude<LedgerEventKind, 'enrolled' | 'renamed'>;

/** Who a place is for: a student by e-mail, a team by its name. */
export type TenantKey = { readonly student: Email } | { readonly team: string };

/** What stands in a ledger where a key was taken out: only what kind of tenant it was. */
export interface ForgottenKey {
  readonly forgotten: 'student' | 'team';
}

/** What a line of the ledger says of who a place is for. */
export type LedgerKey = TenantKey | ForgottenKey;

/** One line of the ledger. It stays what it is; `forgetIn` alone takes the key out of it. */
export type LedgerEvent = { readonly on: Day; readonly handle: Handle } & (
  | {
      readonly event: 'enrolled';
      readonly key: LedgerKey;
      readonly cell: CellNumber;
      readonly shard: ShardNumber;
    }
  | { readonly event: 'renamed'; readonly key: LedgerKey }
  | { readonly event: PlaceEventKind }
);

/** The permanent record of who has which place in a cohort. */
export interface Ledger extends LastingProjects {
  readonly cohort: CohortId;
  readonly events: readonly LedgerEvent[];
}

/** Access is gone from `held` on, what runs from `emptied` on, everything from `destroyed` on. */
export type TenantState = 'active' | 'held' | 'emptied' | 'destroyed';

/** What the ledger says of a tenant now. */
export interface LedgerPlace {
  readonly handle: Handle;
  /** The last one: a person or team may have had others before. */
  readonly key: LedgerKey;
  readonly cell: CellNumber;
  readonly shard: ShardNumber;
  readonly state: TenantState;
  readonly enrolled: Day;
  /** Day from which it is in this state. */
  readonly since: Day;
  /** Day on which the key was taken out; absent where it stands. */
  readonly forgotten?: Day;
}

export const emptyLedger = (cohort: CohortId): Ledger => ({ cohort, events: [] });

/** What an event may follow, and what it leads to where that is another state. */
const NEXT: Readonly<
  Record<
    Exclude<LedgerEventKind, 'enrolled'>,
    { readonly from: readonly TenantState[]; readonly to?: TenantState }
  >
> = {
  renamed: { from: ['active', 'held', 'emptied'] },
  held: { from: ['active'], to: 'held' },
  returned: { from: ['held'], to: 'active' },
  emptied: { from: ['held'], to: 'emptied' },
  destroyed: { from: ['active', 'held', 'emptied'], to: 'destroyed' },
  forgotten: { from: ['destroyed'] },
};

/** What is wrong with `event` after what happened before, in words; undefined if nothing is. */
export function contradiction(
  places: ReadonlyMap<Handle, LedgerPlace>,
  event: LedgerEvent,
): string | undefined {
  const { handle } = event;
  const place = places.get(handle);
  if (event.event === 'enrolled')
    return place ? `${handle} was enrolled before` : takenKey(places, handle, event.key);
  if (!place) return `${handle} was never enrolled`;
  if (place.forgotten !== undefined) return `${handle} is forgotten`;
  if (!NEXT[event.event].from.includes(place.state)) return `${handle} is ${place.state}`;
  if (event.event === 'renamed') return wrongName(places, place, event.key);
  if (event.event === 'forgotten' && !isForgotten(place.key))
    return `a line above still says who ${handle} was`;
  return undefined;
}

function wrongName(
  places: ReadonlyMap<Handle, LedgerPlace>,
  { handle, key }: LedgerPlace,
  next: LedgerKey,
): string | undefined {
  if (kindOf(next) !== kindOf(key)) return `${handle} is a ${kindOf(key)}`;
  if (!isForgotten(next) && asWritten(next) === asWritten(key)) return `${handle} has this key already`;
  return takenKey(places, handle, next);
}

/** Only one place that is not destroyed may be a person's or a team's. */
function takenKey(
  places: ReadonlyMap<Handle, LedgerPlace>,
  handle: Handle,
  key: LedgerKey,
): string | undefined {
  if (isForgotten(key)) return undefined;
  const kind = kindOf(key);
  const text = keyText(key);
  for (const other of places.values()) {
    if (other.handle === handle || other.state === 'destroyed' || kindOf(other.key) !== kind) continue;
    if (keyText(other.key) === text) return `${other.handle} has this key`;
  }
  return undefined;
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
  const { to } = NEXT[event.event];
  places.set(handle, {
    ...place,
    ...(to === undefined ? {} : { state: to, since: on }),
    ...(event.event === 'renamed' ? { key: event.key } : {}),
    ...(event.event === 'forgotten' ? { forgotten: on } : {}),
  });
}

/** The ledger with more lines; each must be able to follow those before it. */
export function extended(ledger: Ledger, events: readonly LedgerEvent[]): Ledger {
  const places = new Map(placesOf(ledger));
  for (const event of events) {
    const wrong = contradiction(places, event);
    if (wrong !== undefined) throw new Error(`The ledger cannot take "${event.event}": ${wrong}`);
    applyEvent(places, event);
  }
  return events.length === 0 ? ledger : { ...ledger, events: [...ledger.events, ...events] };
}

/** True where the key was taken out of the ledger. */
export const isForgotten = (key: LedgerKey): key is ForgottenKey => 'forgotten' in key;

/** What kind of tenant a key is of; a forgotten one still says it. */
export function kindOf(key: LedgerKey): 'student' | 'team' {
  if (isForgotten(key)) return key.forgotten;
  return 'student' in key ? 'student' : 'team';
}

/** A tenant's key as one text: what is looked up. One that was forgotten is nobody's. */
export function keyText(key: LedgerKey): string {
  if (isForgotten(key)) return `forgotten ${key.forgotten}`;
  return 'student' in key ? key.student : `team ${key.team.trim().normalize('NFC').toLowerCase()}`;
}

/** A key letter by letter: `keyText` takes names of other letter case for one team, a sum must not. */
function asWritten(key: LedgerKey): string {
  return 'team' in key ? `team ${key.team}` : keyText(key);
}

/** Length of a line's sum, in hexadecimal digits: enough to notice an edit, short enough to read. */
const SUM_LENGTH = 16;

/**
 * Sum of a line and of all lines before it, so that no line is changed, moved or taken out by hand unnoticed. It is no
 * signature: whoever has this program can make the chain anew, as it does itself where a key is forgotten.
 */
export function sumOf(before: string, event: LedgerEvent): string {
  const { on, handle, event: kind } = event;
  return sumOfLine([before, on, kind, handle, ...partsOf(event)]);
}

/** Sum of a line that tells of a project: these have a chain of their own, beside that of places. */
export const sumOfProject = (before: string, { on, cell, project }: LastingProject): string =>
  sumOfLine([before, on, 'project', cell, project]);

/** Sum over both chains; that of places alone where no line tells of a project. */
export const headOf = (places: string, projects: string | undefined): string =>
  projects === undefined ? places : sumOfLine([places, projects]);

const sumOfLine = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, SUM_LENGTH);

function partsOf(event: LedgerEvent): readonly (string | number)[] {
  if (event.event === 'enrolled') return [asWritten(event.key), event.cell, event.shard];
  return event.event === 'renamed' ? [asWritten(event.key)] : [];
}
