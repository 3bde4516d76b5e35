import { join, relative, resolve } from 'node:path';
import { cohortGroups, registerOf } from '../../core/privacy/cohort-groups';
import type { Problem } from '../../core/input/problem';
import { COHORT_FILE, cohortDirectory } from '../cohort-directory';
import { recordCohort } from '../enrolled-cohort';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { loadNamedCohort } from '../load-cohort';
import { fittedRows } from '../privacy/fitted-rows';
import { PRIVATE_FOLDER, writeGroups } from '../privacy/write-groups';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface GroupsOptions extends CohortOptions {
  readonly out?: string;
}

/** Writes which account belongs in which Google group of a cohort with pseudonyms, and whose each place is. */
export function groups(terminal: Terminal, options: GroupsOptions): ExitCode {
  const json = options.json === true;
  const directory = cohortDirectory(options.cohort);
  // Groups are called after handles, so everyone must have one.
  const recorded = recordCohort(directory);
  const named = recorded.ok ? loadNamedCohort(directory) : recorded;
  if (!named.ok) return reportProblems(terminal, named.problems, json);
  const { inputs, pseudonyms } = named.value;
  if (pseudonyms === undefined)
    return reportProblems(terminal, [noPseudonyms(directory.display(COHORT_FILE))], json);
  const members = cohortGroups(inputs, pseudonyms);
  const register = registerOf(inputs, pseudonyms);
  const folder = resolve(options.out ?? join(directory.path, PRIVATE_FOLDER));
  const written = writeGroups(folder, members, register).map((path) => relative(process.cwd(), path));
  const groupCount = new Set(members.flatMap(({ group, member, type }) => (type === 'GROUP' ? [group, member] : [group]))).size; // prettier-ignore
  if (json) {
    terminal.print(JSON.stringify({ groups: groupCount, members: members.length, written }, undefined, 2));
    return EXIT.ok;
  }
  const { colors, width } = terminal;
  const { groupsDomain } = inputs.config.privacy.pseudonyms!;
  terminal.print(
    `${colors.green('✓')} ${counted(groupCount, 'group')} with ${counted(members.length, 'membership')}`,
  );
  terminal.print();
  const rows = [
    [written[0]!, 'for the Admin console: Directory, Groups, Bulk upload members'],
    [written[1]!, 'whose each place is; both files are for you alone'],
  ] as const;
  for (const line of fittedRows(rows, width)) terminal.print(line);
  terminal.print();
  terminal.print(
    wrapped(
      '  ',
      `Make the groups in ${groupsDomain} first, with "View members" for their members; docs/privacy.md has the commands. What is not in the file any more, take out of the groups by hand.`,
      width,
    ),
  );
  return EXIT.ok;
}

const noPseudonyms = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  message: 'people of this cohort are let in by their accounts, not by groups',
  allowed: 'a cohort with pseudonyms, chosen before its first place is recorded',
  write: 'privacy: { pseudonyms: { groupsDomain: example.edu } }',
});
