import type { CohortConfig } from '../../config/cohort.schema';
import type { Course } from '../../course/course.schema';
import type { Email, Handle } from '../../domain/ids';
import type { Day } from '../../domain/time';
import type { Outcome } from '../../input/problem';
import { accept, refuse } from '../../input/problem';
import type { Capacity } from '../../ledger/enroll';
import { enroll } from '../../ledger/enroll';
import type { Ledger, LedgerEvent, LedgerPlace, TenantKey } from '../../ledger/ledger';
import { extended, isForgotten, keyText } from '../../ledger/ledger';
import { placesByKey } from '../../ledger/places-by-key';
import { labsOf, teamsOf } from '../../plan/tenant-keys';
import type { Roster, Student } from '../roster';
import type { StudentDelta } from './roster-delta';
import { studentDelta } from './roster-delta';
import { renamesInOrder } from './renames-in-order';
import type { SamePeople, ToldPeople } from './same-people';
import { samePeople } from './same-people';
import type { TeamChange } from './team-changes';
import { teamChanges } from './team-changes';
import { toldProblems } from './told-problems';

/** What a person says of a roster that the files do not. */
export interface Told extends ToldPeople {
  /** New name by the old one. */
  readonly teams: ReadonlyMap<string, string>;
  /** E-mails and team names whose places were destroyed and who get new ones. */
  readonly again: readonly string[];
}

export interface RosterSides {
  readonly config: CohortConfig;
  readonly course: Course;
  readonly ledger: Ledger;
  /** The roster as it was; empty where there was none. */
  readonly before: readonly Student[];
  readonly after: Roster;
  readonly told: Told;
  readonly on: Day;
  readonly capacity: Capacity;
  /** How the ledger names a tenant: as the files do, or by a pseudonym. */
  ledgerKey(key: TenantKey): TenantKey;
}

/** How the class changed, and the ledger that says so. */
export interface RosterChange {
  readonly people: SamePeople;
  readonly students: StudentDelta;
  readonly teams: readonly TeamChange[];
  /** Lines that are new. */
  readonly events: readonly LedgerEvent[];
  readonly ledger: Ledger;
}

/** Decides what a new roster makes of the ledger: pure, the same for the same files. */
export function rosterChange(sides: RosterSides): Outcome<RosterChange> {
  const { config, course, before, after, ledger, told, on } = sides;
  const text = (key: TenantKey): string => keyText(sides.ledgerKey(key));
  const places = placesByKey(ledger);
  const studentPlace = (student: Email): LedgerPlace | undefined => places.get(text({ student }));
  const teamPlace = (team: string): LedgerPlace | undefined => places.get(text({ team }));
  const wrong = toldProblems({ before, after, told, studentPlace, teamPlace });
  if (wrong.length > 0) return refuse(wrong);

  const people = samePeople(before, after.students, told);
  const hasStudents = labsOf('student', course, config).length > 0;
  const hasTeams = labsOf('team', course, config).length > 0;
  const students = studentDelta({
    before,
    after,
    people,
    again: new Set(told.again),
    placeOf: studentPlace,
    activePlaces: activeStudents(places, [...before, ...after.students], text),
  });
  const again = told.again.map((who): TenantKey =>
    who.includes('@') ? { student: who as Email } : { team: who },
  );
  const now = new Map(people.changed.map(({ from, to }) => [from, to]));
  const renamedRows = before.map((student) => ({
    ...student,
    email: now.get(student.email) ?? student.email,
  }));
  const teams = hasTeams
    ? teamChanges({
        before: teamsOf({ file: after.file, students: renamedRows }),
        after: teamsOf(after),
        ...teamPlaces(places, [...before, ...after.students], text),
        told: new Map([...told.teams].map(([from, to]) => [keyText({ team: from }), keyText({ team: to })])),
        again: new Set(again.map(keyText)),
      })
    : [];

  const renames = [
    ...people.changed.flatMap(({ from, to }) => renamed(studentPlace(from), { student: to }, on, sides)),
    ...teams.flatMap((team) =>
      team.kind === 'renamed' ? renamed(teamPlace(team.from), { team: team.name }, on, sides) : [],
    ),
  ];
  const ordered = renamesInOrder(ledger, renames, after.file);
  if (!ordered.ok) return ordered;
  const held = [
    ...students.missing.flatMap(({ handle }) => handle ?? []),
    ...teams.flatMap((team) => (team.kind === 'held' ? [team.handle] : [])),
  ];
  const returned = [
    ...students.returned.flatMap(({ handle }) => handle ?? []),
    ...teams.flatMap((team) => (team.kind === 'returned' ? [team.handle] : [])),
  ];
  const changed = extended(ledger, [
    ...ordered.value,
    ...lines('returned', returned, on),
    ...lines('held', held, on),
  ]);
  const keys = [
    ...(hasStudents ? after.students.map(({ email }) => ({ student: email })) : []),
    ...(hasTeams ? [...teamsOf(after).values()].map(({ title }) => ({ team: title })) : []),
  ].map((key) => sides.ledgerKey(key));
  const enrolled = enroll(
    changed,
    keys,
    on,
    sides.capacity,
    again.map((key) => sides.ledgerKey(key)),
  );
  const made = placesByKey(enrolled);
  const joined = students.joined.map(({ student }) => {
    const handle = made.get(text({ student: student.email }))?.handle;
    return { student, ...(handle === undefined ? {} : { handle }) };
  });
  return accept({
    people,
    students: { ...students, joined },
    teams,
    ledger: enrolled,
    events: enrolled.events.slice(ledger.events.length),
  });
}

function renamed(
  place: LedgerPlace | undefined,
  key: TenantKey,
  on: Day,
  { ledgerKey }: RosterSides,
): readonly LedgerEvent[] {
  if (place === undefined || place.state === 'destroyed') return [];
  return [{ on, event: 'renamed', handle: place.handle, key: ledgerKey(key) }];
}

const lines = (event: 'held' | 'returned', handles: readonly Handle[], on: Day): readonly LedgerEvent[] =>
  [...handles].sort().map((handle) => ({ on, event, handle }));

/** Active places of students, by the addresses that a roster has for them. */
function activeStudents(
  places: ReadonlyMap<string, LedgerPlace>,
  rows: readonly Student[],
  text: (key: TenantKey) => string,
): readonly { readonly email: Email; readonly handle: Handle }[] {
  const addresses = new Map(rows.map(({ email }) => [text({ student: email }), email]));
  return [...places].flatMap(([key, { handle, state, key: who }]) =>
    state === 'active' && 'student' in who ? [{ email: addresses.get(key) ?? who.student, handle }] : [],
  );
}

/** Places of teams by the key of the name that a roster has for them, and the name. */
function teamPlaces(
  places: ReadonlyMap<string, LedgerPlace>,
  rows: readonly Student[],
  text: (key: TenantKey) => string,
): { readonly places: ReadonlyMap<string, LedgerPlace>; titleOf(key: string): string } {
  const names = new Map(
    rows.flatMap(({ team }) => (team === undefined ? [] : [[text({ team }), team.trim()]])),
  );
  const titles = new Map<string, string>();
  const found = new Map<string, LedgerPlace>();
  for (const [key, place] of places) {
    if (isForgotten(place.key) || !('team' in place.key)) continue;
    const title = names.get(key) ?? place.key.team;
    titles.set(keyText({ team: title }), title);
    found.set(keyText({ team: title }), place);
  }
  return { places: found, titleOf: (key) => titles.get(key) ?? key };
}
