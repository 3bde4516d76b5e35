import type { Student } from '../../core/roster/roster';
import type { ChangedStudent, PlacedStudent } from '../../core/roster/delta/roster-delta';
import type { TeamChange } from '../../core/roster/delta/team-changes';
import { wrapped } from '../report-problems';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';
import type { RosterApplication } from './application';
import { footprints } from './footprints';

/** More of a kind than these nobody reads; `--json` has them all. */
const MOST_SHOWN = 12;

interface Outcome {
  readonly written: boolean;
}

/** How the class changes, as a person checks it before it is deployed. */
export function applicationLines(
  { colors, width }: Terminal,
  application: RosterApplication,
  { written }: Outcome,
): readonly string[] {
  const { reading, change, touched, namesPeople } = application;
  const { students, teams, events } = change;
  const called = ({ student, handle }: PlacedStudent): string =>
    namesPeople ? student.name + (handle === undefined ? '' : ` (${handle})`) : (handle ?? 'a new place');
  const section = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0
      ? []
      : [
          '',
          `${colors.bold(title)}  ${items.length}`,
          ...items.slice(0, MOST_SHOWN).map((item) => wrapped('  ', item, width)),
          ...(items.length > MOST_SHOWN
            ? [`  … and ${items.length - MOST_SHOWN} more; --json has them all`]
            : []),
        ];
  const state = written
    ? `${colors.green('✓')} ${counted(reading.roster.students.length, 'student')}; roster.csv and ${counted(events.length, 'new line')} of the ledger are written`
    : `${colors.yellow('!')} ${counted(reading.roster.students.length, 'student')}; nothing is written`;
  const missing = students.missing.map(({ name, handle, email }) =>
    namesPeople
      ? `${name ?? email}${handle === undefined ? '' : ` (${handle})`}`
      : (handle ?? 'a student without a place'),
  );
  const nothing = [
    students.joined,
    students.changed,
    students.returned,
    students.missing,
    teams,
    events,
  ].every(({ length }) => length === 0);
  return [
    state,
    ...section('Joined', students.joined.map(called)),
    ...section(
      'Changed',
      students.changed.map((each) => changedLine(each, namesPeople)),
    ),
    ...section('Returned', students.returned.map(called)),
    ...section('Missing: held, all data is kept', missing),
    ...section(
      'Held by hand: they stay so; "practicum return" gives access back',
      students.heldByHand.map(called),
    ),
    ...section(
      'Without a place: it was destroyed; --enroll-again makes a new one',
      students.placeless.map(called),
    ),
    ...section(
      'Teams',
      teams.map((team) => teamLine(team, namesPeople)),
    ),
    ...(nothing ? ['', 'Nothing changed.'] : ['', ...footprintLines(application, width)]),
    ...(touched.stacks.length === 0 ? [] : ['', wrapped('stacks  ', touched.stacks.join(', '), width)]),
    ...(written && events.length > 0
      ? ['', 'Commit roster.csv and cohort.lock.yaml, then "practicum synth" and deploy.']
      : []),
  ];
}

function changedLine({ before, after, fields, by }: ChangedStudent, namesPeople: boolean): string {
  if (!namesPeople) return `${fields.join(', ')} of a student`;
  const shown = (student: Student, field: (typeof fields)[number]): string => student[field] ?? 'none';
  const how =
    by === undefined
      ? ''
      : `, known by ${by === 'your word' ? 'your word' : 'their GitHub account'}; the place stays`;
  const parts = fields.map(
    (field) => `${field} ${shown(before, field)} → ${shown(after, field)}${field === 'email' ? how : ''}`,
  );
  return `${after.name}: ${parts.join('; ')}`;
}

function teamLine(team: TeamChange, namesPeople: boolean): string {
  const name = namesPeople || team.kind === 'formed' ? team.name : team.handle;
  switch (team.kind) {
    case 'formed':
      return `${namesPeople ? name : 'a team'}: new, with ${counted(team.members, 'member')}`;
    case 'renamed': {
      const from = namesPeople ? team.from : 'another name';
      const why =
        team.by === 'your word' ? 'as you say' : `${team.stayed} of its ${team.were} members are in it`;
      const hint = team.ambiguous
        ? '; others went elsewhere or came from another team: --team OLD=NEW, if it is not so'
        : '';
      return `${name}: goes on in the place ${team.handle} of ${from}, ${why}${hint}`;
    }
    case 'members':
      return `${name}: ${team.came} came, ${team.went} went; the place ${team.handle} stays`;
    case 'returned':
      return `${name}: has members again; its place ${team.handle} is given back`;
    case 'held':
      return `${name}: has no members any more; its place ${team.handle} is held`;
    case 'placeless':
      return `${name}: its place ${team.handle} was destroyed; --enroll-again makes a new one`;
  }
}

function footprintLines(application: RosterApplication, width: number): readonly string[] {
  const rows = footprints(application).map(({ what, people, places, objects, resources, usdPerMonth }) => [
    what,
    String(people),
    String(places),
    String(objects),
    String(resources),
    usdPerMonth.toFixed(2),
  ]);
  const head = ['', 'people', 'places', 'objects', 'resources', 'USD a month'];
  const aligned = [head, ...rows].map((row) =>
    row.map((cell, index) => (index === 0 ? cell : cell.padStart(head[index]!.length))),
  );
  return [
    ...table(aligned),
    wrapped(
      '  ',
      'Objects and resources are all that stands in the places concerned. The money is the most that their quotas allow at list price; held places cost until they are destroyed.',
      width,
    ),
  ];
}

/** The same for programs. */
export function applicationData(
  application: RosterApplication,
  { written }: Outcome,
): Readonly<Record<string, unknown>> {
  const { change, touched, reading, notes } = application;
  const { people, students, teams, events } = change;
  return {
    written,
    students: reading.roster.students.length,
    ...students,
    addresses: people.changed,
    teams,
    events,
    touched: {
      stacks: touched.stacks,
      made: touched.made.map(({ handle }) => handle),
      changed: touched.changed.map(({ handle }) => handle),
      same: touched.same.length,
    },
    footprints: footprints(application),
    sources: reading.sources,
    notes,
  };
}
