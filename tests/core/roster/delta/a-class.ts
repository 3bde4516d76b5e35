import type { Email, Handle } from '../../../../src/core/domain/ids';
import { email } from '../../../../src/core/domain/ids';
import type { Day } from '../../../../src/core/domain/time';
import { enroll } from '../../../../src/core/ledger/enroll';
import type { Ledger, PlaceEventKind } from '../../../../src/core/ledger/ledger';
import { emptyLedger, extended, placesOf } from '../../../../src/core/ledger/ledger';
import { nameOf } from '../../../../src/core/ledger/ledger-history';
import { tenantKeysOf } from '../../../../src/core/plan/tenant-keys';
import type { RosterChange, RosterSides, Told } from '../../../../src/core/roster/delta/roster-change';
import { rosterChange } from '../../../../src/core/roster/delta/roster-change';
import type { Student } from '../../../../src/core/roster/roster';
import type { Outcome } from '../../../../src/core/input/problem';
import { CAPACITY, aConfig, aCourse } from '../../sample-cohort';

export const DAY = '2027-02-01' as Day;
/** A cohort in which the project is team work. */
export const CONFIG = aConfig('teamLabs: [project]\n');
export const COURSE = aCourse();

/** A student by a word: ` ada Kestrel ` is Ada of that team, whose account on GitHub is hers. */
export function student(word: string, more: Partial<Student> = {}): Student {
  const [who = '', team] = word.split(' ');
  const name = `${who[0]!.toUpperCase()}${who.slice(1)} Smith`;
  return { email: email(`${who}@example.edu`), name, ...(team === undefined ? {} : { team }), ...more };
}

/** The ledger in which all of these have their places. */
export function ledgerOf(students: readonly Student[]): Ledger {
  const keys = tenantKeysOf(CONFIG, { file: 'roster.csv', students }, COURSE);
  return enroll(emptyLedger(CONFIG.id), keys, '2027-01-11' as Day, CAPACITY);
}

/** The ledger after this happened to the place. */
export const then = (ledger: Ledger, event: PlaceEventKind, handle: string): Ledger =>
  extended(ledger, [{ on: '2027-01-20' as Day, event, handle: handle as Handle }]);

export interface Applied {
  readonly before: readonly Student[];
  readonly after: readonly Student[];
  readonly ledger?: Ledger;
  readonly told?: Partial<Told>;
}

export const NOTHING_TOLD: Told = { same: new Map(), another: new Set(), teams: new Map(), again: [] };

/** What a new roster makes of the class. */
export function applied({
  before,
  after,
  ledger = ledgerOf(before),
  told = {},
}: Applied): Outcome<RosterChange> {
  const sides: RosterSides = {
    config: CONFIG,
    course: COURSE,
    ledger,
    before,
    after: { file: 'new.csv', students: after },
    told: { ...NOTHING_TOLD, ...told },
    on: DAY,
    capacity: CAPACITY,
    ledgerKey: (key) => key,
  };
  return rosterChange(sides);
}

/** New lines in short: `renamed ada ada.l@example.edu`. */
export const told = ({ events }: RosterChange): readonly string[] =>
  events.map((event) =>
    [event.event, event.handle, ...('key' in event ? [nameOf(event.key)] : [])].join(' '),
  );

/** Who has which place, by handle: `ada ada@example.edu active`. */
export const places = (ledger: Ledger): readonly string[] =>
  [...placesOf(ledger).values()].map(({ handle, key, state }) => `${handle} ${nameOf(key)} ${state}`).sort();

export const same = (from: string, to: string): ReadonlyMap<Email, Email> =>
  new Map([[`${to}@example.edu` as Email, `${from}@example.edu` as Email]]);
