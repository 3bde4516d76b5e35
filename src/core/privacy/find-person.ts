import type { TenantKey } from '../ledger/ledger';
import { isForgotten, keyText, placesOf } from '../ledger/ledger';
import type { LedgerPlace } from '../ledger/ledger';
import { EMAIL, email } from '../domain/ids';
import type { PlanInputs } from '../plan/plan-inputs';
import { teamsOf } from '../plan/tenant-keys';
import type { Student } from '../roster/roster';
import { recognised } from './pseudonymous-inputs';
import type { Pseudonyms } from './pseudonyms';

/** Somebody whom the files of a cohort know: a student or a team. */
export interface KnownPerson {
  readonly kind: 'student' | 'team';
  /** As files and people name them; a pseudonym where no file says more. */
  readonly key: TenantKey;
  /** As the ledger names them. */
  readonly ledgerKey: TenantKey;
  /** Everything they ever had, oldest first. */
  readonly places: readonly LedgerPlace[];
  /** Their row of the roster. */
  readonly student?: Student;
}

/** Whom people mean by an e-mail address, a handle or a team's name; undefined where nobody is known by it. */
export function tryFindPerson(
  asked: string,
  inputs: PlanInputs,
  pseudonyms: Pseudonyms | undefined,
): KnownPerson | undefined {
  const key = keyOf(asked.trim().normalize('NFC'), inputs, pseudonyms);
  if (key === undefined) return undefined;
  const ledgerKey = pseudonyms?.key(key) ?? key;
  const sought = keyText(ledgerKey);
  const places = [...placesOf(inputs.ledger).values()].filter(
    (place) => !isForgotten(place.key) && keyText(place.key) === sought,
  );
  const student =
    'student' in key ? inputs.roster.students.find((each) => each.email === key.student) : undefined;
  const isTeam = 'team' in key && teamsOf(inputs.roster).has(keyText(key));
  if (places.length === 0 && student === undefined && !isTeam) return undefined;
  return {
    kind: 'student' in key ? 'student' : 'team',
    key,
    ledgerKey,
    places,
    ...(student === undefined ? {} : { student }),
  };
}

function keyOf(text: string, inputs: PlanInputs, pseudonyms: Pseudonyms | undefined): TenantKey | undefined {
  const ledger = pseudonyms === undefined ? inputs.ledger : recognised(inputs.ledger, inputs, pseudonyms);
  const byHandle = placesOf(ledger).get(text as LedgerPlace['handle']);
  if (byHandle !== undefined && !isForgotten(byHandle.key)) return byHandle.key;
  if (EMAIL.pattern.test(text)) return { student: email(text) };
  return text === '' ? undefined : { team: text };
}
