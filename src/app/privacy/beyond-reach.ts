import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { KnownPerson } from '../../core/privacy/find-person';
import type { PlanInputs } from '../../core/plan/plan-inputs';
import type { CohortDirectory } from '../cohort-directory';

/** A place that still knows somebody, which this program does not change. */
export interface BeyondReach {
  readonly where: string;
  readonly why: string;
  /** Commands that take them out there, for the instructor to run. */
  readonly commands: readonly string[];
}

/** What knows a person beside the files that were changed, with what can be done about it. */
export function beyondReach(
  directory: CohortDirectory,
  { config }: PlanInputs,
  person: KnownPerson,
  { out, leftLines }: { readonly out: string; readonly leftLines: readonly number[] },
): readonly BeyondReach[] {
  const pseudonymous = config.privacy.pseudonyms !== undefined;
  const handles = person.places.map(({ handle }) => handle);
  const rehearsal = join(out, 'rehearsal');
  return [
    ...(leftLines.length === 0
      ? []
      : [
          {
            where: `${directory.display('cohort.yaml')}, ${leftLines.length === 1 ? 'line' : 'lines'} ${leftLines.join(', ')}`,
            why: 'names them in a comment or elsewhere: change it by hand',
            commands: [],
          },
        ]),
    ...(existsSync(rehearsal)
      ? [
          {
            where: rehearsal,
            why: 'a rehearsal works on a copy of the roster',
            commands: [`rm -r ${quotedForShell(rehearsal)}`],
          },
        ]
      : []),
    {
      where: 'archives that "practicum teardown" made',
      why: 'hold what stood in their place, and grades; the list of sums names the files that go',
      commands: handles
        .map((handle) => join(directory.path, 'archive', 'places', handle))
        .filter((folder) => existsSync(folder))
        .map((folder) => `rm -r ${quotedForShell(relative(process.cwd(), folder))}`),
    },
    ...(isInGit(directory.path)
      ? [
          {
            where: 'git history',
            why: 'earlier versions of the files name them; git-filter-repo writes the history anew, and every clone must be made again',
            commands: historyCommands(person),
          },
        ]
      : []),
    ...(config.state.backend === 'gcs' && !pseudonymous
      ? [
          {
            where: `earlier versions of Terraform's state in gs://${config.state.bucket}`,
            why: 'name members of policies by their addresses; the bucket goes with "practicum teardown --include-state"',
            commands: [`gcloud storage ls --all-versions --recursive gs://${config.state.bucket}/`],
          },
        ]
      : []),
    ...(pseudonymous
      ? [
          {
            where: `the groups in ${config.privacy.pseudonyms!.groupsDomain}`,
            why: 'hold their account until somebody deletes the group',
            commands: handles.map(
              (handle) =>
                `gcloud identity groups delete ${config.id}-${handle}@${config.privacy.pseudonyms!.groupsDomain}`,
            ),
          },
        ]
      : handles.map((handle) => ({
          where: `the handle ${handle}`,
          why: 'stays in the ledger, since no handle is given twice; it was made from the address',
          commands: [],
        }))),
    {
      where: "Google's audit logs",
      why: 'keep who did what, by account, for 400 days (admin activity), and nobody can shorten that',
      commands: [],
    },
    {
      where: 'backups, clones, CI logs, sent mail and the learning system',
      why: 'have rules of their own: ask who runs them',
      commands: [],
    },
  ];
}

/** @see https://github.com/newren/git-filter-repo (read 2026-11) */
function historyCommands({ key, student }: KnownPerson): readonly string[] {
  const words = ['student' in key ? key.student : key.team, student?.name, student?.github].flatMap((word) =>
    word === undefined ? [] : [word],
  );
  return [
    `printf '%s==>forgotten\\n' ${words.map(quotedForShell).join(' ')} > forget.txt`,
    'git filter-repo --replace-text forget.txt --replace-message forget.txt',
    'git push --force --all && git push --force --tags && rm forget.txt',
  ];
}

/** One word of a shell, whatever is in it. */
const quotedForShell = (text: string): string =>
  /^[A-Za-z0-9@%+=:,./_-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

function isInGit(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) === folder ? false : isInGit(dirname(folder));
}
