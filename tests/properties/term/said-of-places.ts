import type { Handle } from '../../../src/core/domain/ids';
import { YamlSource } from '../../../src/core/input/yaml-source';
import type { Ledger, LedgerPlace } from '../../../src/core/ledger/ledger';
import { placesOf } from '../../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../../src/core/ledger/ledger-file';
import type { World } from '../world';

/** Places of the ledger that are wanted, in its order. */
export function placesIn(ledger: Ledger, wanted: (place: LedgerPlace) => boolean): readonly LedgerPlace[] {
  return [...placesOf(ledger).values()].filter(wanted);
}

/** The ledger as it is read from the file that it is written to. */
export function readBack(written: Ledger): Ledger {
  const source = YamlSource.read('cohort.lock.yaml', formatLedger(written));
  const ledger = source.ok ? parseLedger(source.value) : source;
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problems));
  return ledger.value;
}

/** What the files say of a place: when it is the same before and after, nothing of the place may change. */
export function saidOf({ inputs }: World, { key, state, handle }: LedgerPlace): string {
  const { roster, config, ledger } = inputs;
  if ('forgotten' in key) return 'forgotten';
  const away = new Set(
    placesIn(ledger, (place) => place.state !== 'active' && 'student' in place.key).flatMap((place) =>
      'student' in place.key ? [place.key.student] : [],
    ),
  );
  const people = roster.students.filter((row) =>
    'student' in key ? row.email === key.student : row.team !== undefined && sameTeam(row.team, key.team),
  );
  const accommodations = config.accommodations.filter(
    ({ student }) => 'student' in key && student === key.student,
  );
  return JSON.stringify([
    handle,
    state,
    key,
    people.map(({ email: address, name, team }) =>
      'student' in key ? [address, name] : [address, team, away.has(address)],
    ),
    accommodations,
  ]);
}

const sameTeam = (one: string, other: string): boolean =>
  one.trim().normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase();

/** Handles of all places that are or were, in the order of the ledger. */
export const handlesIn = ({ events }: Ledger): readonly Handle[] =>
  events.flatMap(({ event, handle }) => (event === 'enrolled' ? [handle] : []));
