import type { Email } from '../../core/domain/ids';
import { EMAIL, email } from '../../core/domain/ids';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import type { Told } from '../../core/roster/delta/roster-change';

/** What a person says on the command line about people and teams of a new roster. */
export interface ToldOptions {
  readonly samePerson?: readonly string[];
  readonly anotherPerson?: readonly string[];
  readonly team?: readonly string[];
  readonly enrollAgain?: readonly string[];
}

/** What the options say, or which of them say nothing. */
export function toldBy({
  samePerson = [],
  anotherPerson = [],
  team = [],
  enrollAgain = [],
}: ToldOptions): Outcome<Told> {
  const problems: Problem[] = [];
  const isEmail = (text: string | undefined): text is string =>
    text !== undefined && EMAIL.pattern.test(text);
  const same = new Map<Email, Email>();
  for (const each of samePerson) {
    const [from, to, ...rest] = each.split('=').map((part) => part.trim());
    if (isEmail(from) && isEmail(to) && rest.length === 0 && !same.has(email(to))) same.set(email(to), email(from));
    else problems.push(badOption('--same-person', each, 'an old and a new e-mail address, each once, with = between them', '--same-person amara@example.edu=amara.okafor@example.edu')); // prettier-ignore
  }
  const teams = new Map<string, string>();
  for (const each of team) {
    const [from, to, ...rest] = each.split('=').map((part) => part.trim());
    if (from && to && rest.length === 0 && !teams.has(from)) teams.set(from, to);
    else problems.push(badOption('--team', each, 'the old and the new name of a team, each once, with = between them', '--team "Team Kestrel=Team Heron"')); // prettier-ignore
  }
  for (const each of anotherPerson.filter((who) => !isEmail(who)))
    problems.push(badOption('--another-person', each, 'an e-mail address of the file', '--another-person amara@example.edu')); // prettier-ignore
  for (const each of enrollAgain.filter((who) => who.trim() === '' || (who.includes('@') && !isEmail(who))))
    problems.push(badOption('--enroll-again', each, 'an e-mail address or a team of the file', '--enroll-again amara@example.edu')); // prettier-ignore
  if (problems.length > 0) return refuse(problems);
  return accept({
    same,
    another: new Set(anotherPerson.map(email)),
    teams,
    again: enrollAgain.map((who) => (who.includes('@') ? email(who) : who.trim())),
  });
}

const badOption = (option: string, got: string, allowed: string, write: string): Problem => ({
  file: option,
  line: 1,
  column: 1,
  message: 'this cannot be read',
  got: shown(got),
  allowed,
  write,
});
