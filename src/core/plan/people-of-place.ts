import type { Email, Handle } from '../domain/ids';
import type { TenantKey } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';
import { placesByKey } from '../ledger/places-by-key';
import { addressesIn } from './groups-plan';
import type { PlanInputs } from './plan-inputs';
import type { Team } from './tenant-keys';
import { teamsOf } from './tenant-keys';

/** Everyone of a cohort as places need them, worked out once. */
export interface People {
  readonly names: ReadonlyMap<Email, string>;
  /** Accounts on GitHub, of those of whom the roster says one. */
  readonly logins: ReadonlyMap<Email, string>;
  readonly teams: ReadonlyMap<string, Team>;
  /** Students whose own place is held or gone. */
  readonly heldStudents: ReadonlySet<Email>;
  /** By which address a student is let in. */
  readonly addressOf: (student: Email) => Email;
  /** Places are called by their handles: whose they are stands nowhere in the plan. */
  readonly arePseudonymous: boolean;
}

export function peopleIn({ config, roster, ledger }: PlanInputs): People {
  return {
    names: new Map(roster.students.map(({ email, name }) => [email, name])),
    logins: new Map(
      roster.students.flatMap(({ email, github }) =>
        github === undefined ? [] : [[email, github] as const],
      ),
    ),
    teams: teamsOf(roster),
    heldStudents: new Set(
      [...placesByKey(ledger).values()].flatMap(({ key, state }) =>
        state !== 'active' && 'student' in key ? [key.student] : [],
      ),
    ),
    addressOf: addressesIn(config, ledger),
    arePseudonymous: config.privacy.pseudonyms !== undefined,
  };
}

/** Who a place is for, by the addresses that let them in. A student who is held is kept out of the team's place too. */
export function peopleOfPlace(
  { names, logins, teams, heldStudents, addressOf, arePseudonymous }: People,
  { key, handle }: { readonly key: TenantKey; readonly handle: Handle },
): { readonly title: string; readonly members: readonly Email[]; readonly logins: readonly string[] } {
  const loginsOf = (students: readonly Email[]): readonly string[] =>
    students.flatMap((student) => logins.get(student) ?? []);
  const called = (title: string): string => (arePseudonymous ? handle : title);
  if ('student' in key)
    return {
      title: called(names.get(key.student) ?? handle),
      members: [addressOf(key.student)],
      logins: loginsOf([key.student]),
    };
  const team = teams.get(keyText(key));
  const present = (team?.members ?? []).filter((member) => !heldStudents.has(member));
  return {
    title: called(team?.title ?? key.team),
    members: present.map(addressOf),
    logins: loginsOf(present),
  };
}
