import type { Email } from '../../domain/ids';
import type { Problem } from '../../input/problem';
import { shown } from '../../input/problem';
import { nearest } from '../../input/read-object';
import type { LedgerPlace } from '../../ledger/ledger';
import { keyText } from '../../ledger/ledger';
import { teamsOf } from '../../plan/tenant-keys';
import type { Roster, Student } from '../roster';
import type { Told } from './roster-change';

interface Known {
  readonly before: readonly Student[];
  readonly after: Roster;
  readonly told: Told;
  studentPlace(email: Email): LedgerPlace | undefined;
  teamPlace(team: string): LedgerPlace | undefined;
}

/** What a person says of people and teams that the files contradict. */
export function toldProblems(known: Known): readonly Problem[] {
  return [...samePersons(known), ...another(known), ...teams(known), ...again(known)];
}

const isStanding = (place: LedgerPlace | undefined): boolean =>
  place?.state === 'active' || place?.state === 'held';

function problem(option: string, got: string, message: string, allowed: string, write?: string): Problem {
  const place = { file: option, line: 1, column: 1 };
  return { ...place, message, got: shown(got), allowed, ...(write === undefined ? {} : { write }) };
}

function samePersons({ before, after, told, studentPlace }: Known): readonly Problem[] {
  const option = '--same-person';
  const was = new Set(before.map(({ email }) => email));
  const is = new Set(after.students.map(({ email }) => email));
  const left = before.map(({ email }) => email).filter((email) => !is.has(email));
  const came = [...is].filter((email) => !was.has(email));
  const olds = [...told.same.values()];
  return [...told.same].flatMap(([to, from]) => {
    const got = `${from}=${to}`;
    const with_ = (old: string | undefined, next: string | undefined): string =>
      `${option} ${old ?? 'OLD'}=${next ?? 'NEW'}`;
    if (is.has(from))
      return [problem(option, got, 'the old address is in the file still: nobody changed it', 'an address that the file lacks', with_(nearest(from, left), to))]; // prettier-ignore
    if (!was.has(from) && !isStanding(studentPlace(from)))
      return [problem(option, got, 'nobody was known by the old address', 'an address of the roster as it was, or of a held place', with_(nearest(from, left), to))]; // prettier-ignore
    if (!is.has(to))
      return [problem(option, got, 'the file has nobody with the new address', `an address of ${after.file}`, with_(from, nearest(to, came)))]; // prettier-ignore
    if (was.has(to) || isStanding(studentPlace(to)))
      return [problem(option, got, 'the new address was somebody’s before', 'an address that is new', with_(from, nearest(to, came.filter((each) => each !== to))))]; // prettier-ignore
    if (olds.filter((each) => each === from).length > 1)
      return [problem(option, got, 'one old address is said to be two people', 'each address once')];
    return [];
  });
}

function another({ before, after, told }: Known): readonly Problem[] {
  const was = new Set(before.map(({ email }) => email));
  const came = after.students.map(({ email }) => email).filter((email) => !was.has(email));
  return [...told.another]
    .filter((email) => !came.includes(email) || told.same.has(email))
    .map(
      (email) =>
      problem('--another-person', email, 'nobody new has this address', `a new address of ${after.file}`, `--another-person ${nearest(email, came) ?? 'NEW'}`), // prettier-ignore
    );
}

function teams({ after, told, teamPlace }: Known): readonly Problem[] {
  const option = '--team';
  const titles = [...teamsOf(after).values()].map(({ title }) => title);
  const targets = [...told.teams.values()].map((team) => keyText({ team }));
  return [...told.teams].flatMap(([from, to]) => {
    const got = `${from}=${to}`;
    if (!isStanding(teamPlace(from)))
      return [problem(option, got, 'no team of this name has a place', 'the name of a team as "practicum ledger" shows it')]; // prettier-ignore
    if (!teamsOf(after).has(keyText({ team: to })))
      return [problem(option, got, 'the file has no team of the new name', titles.length === 0 ? 'a team of the file, which names none' : `one of ${titles.slice(0, 8).join(', ')}`, `${option} "${from}=${nearest(to, titles) ?? 'NEW'}"`)]; // prettier-ignore
    if (keyText({ team: from }) !== keyText({ team: to }) && isStanding(teamPlace(to)))
      return [problem(option, got, 'a team of the new name has a place of its own', 'a name that is new')];
    if (targets.filter((each) => each === keyText({ team: to })).length > 1)
      return [
        problem(option, got, 'two teams cannot both go on as one: it has one place', 'each new name once'),
      ];
    return [];
  });
}

function again({ after, told, studentPlace, teamPlace }: Known): readonly Problem[] {
  const emails = new Set<string>(after.students.map(({ email }) => email));
  const names = teamsOf(after);
  return told.again.flatMap((who) => {
    const isStudent = who.includes('@');
    const isNamed = isStudent ? emails.has(who) : names.has(keyText({ team: who }));
    const place = isStudent ? studentPlace(who as Email) : teamPlace(who);
    if (isNamed && place?.state === 'destroyed') return [];
    const message = isNamed ? 'no place of theirs was destroyed' : 'the file names nobody so';
    return [
      problem(
        '--enroll-again',
        who,
        message,
        `an e-mail or a team of ${after.file} whose place was destroyed`,
      ),
    ];
  });
}
