import type { Email, Handle } from '../domain/ids';
import { groupAddress } from '../domain/group-names';
import { byText } from '../domain/sorting';
import { csvCell } from '../input/csv-cell';
import { keyText } from '../ledger/ledger';
import { placesByKey } from '../ledger/places-by-key';
import { addressesIn, groupsPlanOf } from '../plan/groups-plan';
import type { PlanInputs } from '../plan/plan-inputs';
import { ROLE_GROUPS } from './pseudonymous-inputs';
import type { Pseudonyms } from './pseudonyms';

/** One membership: who or what is in a group. */
export interface GroupMember {
  readonly group: Email;
  readonly member: Email;
  readonly type: 'USER' | 'GROUP';
}

/** Whose place a handle is, for whoever teaches. */
export interface RegisterRow {
  readonly email: Email;
  readonly name: string;
  /** Absent where the person has no place of their own. */
  readonly handle?: Handle;
  readonly group: Email;
  readonly team?: string;
  readonly teamHandle?: Handle;
}

/**
 * Who belongs in which group so that everyone is let in, of a cohort as its files name people: each student in a group
 * of their own, those in the group of all students, and the cohort's groups in the one that GKE asks.
 */
export function cohortGroups(inputs: PlanInputs, pseudonyms: Pseudonyms): readonly GroupMember[] {
  const { config } = inputs;
  const { students, security } = groupsPlanOf(config)!;
  const { groupsDomain } = config.privacy.pseudonyms!;
  const own = registerOf(inputs, pseudonyms).map(({ email, group }) => ({ email, group }));
  const ofRoles = (['instructor', 'ta'] as const).map((role) => ({
    group: groupAddress(config.id, ROLE_GROUPS[role], groupsDomain),
    people: config.staff.filter((person) => person.role === role).map(({ email }) => email),
  }));
  const roles = ofRoles.filter(({ people }) => people.length > 0);
  const classes = [...(own.length === 0 ? [] : [students]), ...roles.map(({ group }) => group)];
  return [
    ...classes.map((group) => ({ group: security, member: group, type: 'GROUP' as const })),
    ...own.map(({ group }) => ({ group: students, member: group, type: 'GROUP' as const })),
    ...roles.flatMap(({ group, people }) =>
      people.map((member) => ({ group, member, type: 'USER' as const })),
    ),
    ...own.map(({ email, group }) => ({ group, member: email, type: 'USER' as const })),
  ].sort(byText(({ group, member }) => `${group} ${member}`));
}

/** Everyone of the roster with the handle of their place, by e-mail; who is held is in it without a group's access. */
export function registerOf(
  { config, roster, ledger }: PlanInputs,
  pseudonyms: Pseudonyms,
): readonly RegisterRow[] {
  const places = placesByKey(ledger);
  const addressOf = addressesIn(config, ledger);
  return roster.students.map(({ email, name, team }) => {
    const student = pseudonyms.student(email);
    const handle = places.get(student)?.handle;
    const teamPlace = team === undefined ? undefined : places.get(keyText({ team: pseudonyms.team(team) }));
    return {
      email,
      name,
      ...(handle === undefined ? {} : { handle }),
      group: addressOf(student),
      ...(team === undefined ? {} : { team }),
      ...(teamPlace === undefined ? {} : { teamHandle: teamPlace.handle }),
    };
  });
}

/** The memberships as Google's Admin console takes them: Directory, Groups, Bulk upload members. */
export function groupsCsv(members: readonly GroupMember[]): string {
  return [
    'Group Email [Required],Member Email,Member Type,Member Role',
    ...members.map(({ group, member, type }) => [group, member, type, 'MEMBER'].join(',')),
    '',
  ].join('\n');
}

/** The register as a table. */
export function registerCsv(rows: readonly RegisterRow[]): string {
  return [
    'email,name,handle,group,team,team handle',
    ...rows.map(({ email, name, handle, group, team, teamHandle }) =>
      [email, name, handle ?? '', group, team ?? '', teamHandle ?? ''].map(csvCell).join(','),
    ),
    '',
  ].join('\n');
}
