import type { CohortConfig } from '../config/cohort.schema';
import type { Email } from '../domain/ids';
import { groupAddress } from '../domain/group-names';
import { byText } from '../domain/sorting';
import type { Ledger } from '../ledger/ledger';
import type { PlanInputs } from '../plan/plan-inputs';
import type { Roster, Student } from '../roster/roster';
import { shortName } from './pseudonyms';
import type { Pseudonyms } from './pseudonyms';

/**
 * The same inputs with nobody in them: what a plan makes of these can name no one, whoever writes the next stack or
 * chart. Students and teams have their pseudonyms, staff are the groups of their roles, GitHub accounts are left out.
 */
export function pseudonymousInputs(inputs: PlanInputs, pseudonyms: Pseudonyms): PlanInputs {
  return {
    ...inputs,
    config: pseudonymousConfig(inputs.config, pseudonyms),
    roster: pseudonymousRoster(inputs.roster, pseudonyms),
  };
}

function pseudonymousConfig(config: CohortConfig, pseudonyms: Pseudonyms): CohortConfig {
  const renamed = <T extends { readonly student?: Email | undefined; readonly team?: string | undefined }>(
    entry: T,
  ): T => ({
    ...entry,
    ...(entry.student === undefined ? {} : { student: pseudonyms.student(entry.student) }),
    ...(entry.team === undefined ? {} : { team: pseudonyms.team(entry.team) }),
  });
  return {
    ...config,
    staff: staffGroups(config),
    places: config.places.map(renamed),
    accommodations: config.accommodations.map(renamed),
  };
}

/** Word of a role in the address of its group. */
export const ROLE_GROUPS = { instructor: 'instructors', ta: 'tas' } as const;

function staffGroups({ id, staff, privacy }: CohortConfig): CohortConfig['staff'] {
  const { groupsDomain } = privacy.pseudonyms!;
  return (['instructor', 'ta'] as const)
    .filter((role) => staff.some((person) => person.role === role))
    .map((role) => ({
      email: groupAddress(id, ROLE_GROUPS[role], groupsDomain),
      name: ROLE_GROUPS[role],
      role,
    }));
}

function pseudonymousRoster({ file, students }: Roster, pseudonyms: Pseudonyms): Roster {
  const renamed = students.map(({ email, team, section }): Student => {
    const pseudonym = pseudonyms.student(email);
    return {
      email: pseudonym,
      name: shortName(pseudonym),
      ...(team === undefined ? {} : { team: pseudonyms.team(team) }),
      ...(section === undefined ? {} : { section }),
    };
  });
  return { file, students: renamed.sort(byText(({ email }) => email)) };
}

/** The ledger with the addresses and team names back in it that these files still tell; the others stay pseudonyms. */
export function recognised(
  ledger: Ledger,
  {
    config,
    roster,
  }: { readonly config: Pick<CohortConfig, 'places' | 'accommodations'>; readonly roster: Roster },
  pseudonyms: Pseudonyms,
): Ledger {
  const entries = [...roster.students.map(({ email, team }) => ({ student: email, team })), ...config.places, ...config.accommodations]; // prettier-ignore
  const students = new Map(
    entries.flatMap(({ student }) =>
      student === undefined ? [] : [[String(pseudonyms.student(student)), student] as const],
    ),
  );
  const teams = new Map(
    entries.flatMap(({ team }) => (team === undefined ? [] : [[pseudonyms.team(team), team] as const])),
  );
  return {
    ...ledger,
    events: ledger.events.map((event) => {
      if (!('key' in event)) return event;
      const { key } = event;
      if ('student' in key) return { ...event, key: { student: students.get(key.student) ?? key.student } };
      return 'team' in key ? { ...event, key: { team: teams.get(key.team) ?? key.team } } : event;
    }),
  };
}
