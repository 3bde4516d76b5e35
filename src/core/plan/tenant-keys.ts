import type { CohortConfig } from '../config/cohort.schema';
import type { Course, Lab } from '../course/course.schema';
import type { Email } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { TenantKey } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';
import type { Roster } from '../roster/roster';

/** Who works on a lab in this cohort: the course says it, and the cohort may make it team work. */
export function workedBy(lab: Lab, config: CohortConfig): Lab['workedBy'] {
  return config.teamLabs.includes(lab.id) ? 'team' : lab.workedBy;
}

/** The labs that tenants of one kind work on. */
export function labsOf(kind: Lab['workedBy'], course: Course, config: CohortConfig): readonly Lab[] {
  return course.labs.filter((lab) => workedBy(lab, config) === kind);
}

/** A team as the roster forms it. */
export interface Team {
  readonly title: string;
  readonly members: readonly Email[];
}

/** The teams of the roster by their key; a name in other letter case is the same team. */
export function teamsOf(roster: Roster): ReadonlyMap<string, Team> {
  const teams = new Map<string, Team>();
  for (const { team, email } of roster.students) {
    if (team === undefined) continue;
    const key = keyText({ team });
    const known = teams.get(key);
    teams.set(key, { title: known?.title ?? team.trim(), members: [...(known?.members ?? []), email] });
  }
  return teams;
}

/** Who receives a place: each student, and each team if there is a lab for teams. */
export function tenantKeysOf(config: CohortConfig, roster: Roster, course: Course): readonly TenantKey[] {
  const students =
    labsOf('student', course, config).length === 0
      ? []
      : roster.students.map(({ email }) => ({ student: email }));
  const teams =
    labsOf('team', course, config).length === 0
      ? []
      : [...teamsOf(roster).values()].map(({ title }) => ({ team: title }));
  return [...students, ...teams].sort(byText(keyText));
}
