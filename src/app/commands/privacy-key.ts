import { join } from 'node:path';
import { COHORT_SCHEMA } from '../../core/config/cohort.schema';
import { shown } from '../../core/input/problem';
import type { CohortId } from '../../core/domain/ids';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import type { CohortDirectory } from '../cohort-directory';
import { COHORT_FILE, LEDGER_FILE, cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { readLedger, readYaml } from '../load-cohort';
import { KEY_FILE, hasKey, leaveOutOfGit, makeKey } from '../privacy/key-file';
import { PRIVATE_FOLDER } from '../privacy/write-groups';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import type { Terminal } from '../terminal';

/** Files that stay with the instructor. */
const KEPT_BACK = [KEY_FILE, `${PRIVATE_FOLDER}/`];

/** Makes the key of a cohort's pseudonyms, once, before the first place is recorded. */
export function privacyKey(terminal: Terminal, options: CohortOptions): ExitCode {
  const json = options.json === true;
  const directory = cohortDirectory(options.cohort);
  const cohort = cohortOf(directory);
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const ignored = newKey(directory, cohort.value);
  const file = directory.display(KEY_FILE);
  if (json) {
    terminal.print(JSON.stringify({ key: file, ignored }, undefined, 2));
    return EXIT.ok;
  }
  for (const line of keyLines(terminal, file)) terminal.print(line);
  return EXIT.ok;
}

/** Makes the key and keeps it out of version control; what was added to the list of what is left out. */
export function newKey(directory: CohortDirectory, cohort: CohortId): readonly string[] {
  // First what keeps it back: a crash between the two leaves no key where git would take it.
  const ignored = leaveOutOfGit(directory, KEPT_BACK);
  makeKey(directory, cohort);
  return ignored;
}

/** What whoever made the key must know. */
export function keyLines({ colors, width }: Terminal, file: string): readonly string[] {
  const advice =
    'Only you can read it, and git leaves it out. Keep one copy in a safe place: it cannot be made again, and without it nobody can be given a place, moved or found.';
  return [`${colors.green('✓')} ${file} is written.`, wrapped('  ', advice, width)];
}

/** The cohort's id, if a key may be made for it. */
function cohortOf(directory: CohortDirectory): Outcome<CohortId> {
  const name = directory.display(COHORT_FILE);
  const source = readYaml(join(directory.path, COHORT_FILE), name, 'make one with "practicum init"');
  if (!source.ok) return source;
  const id = COHORT_SCHEMA.shape.id.safeParse(source.value.valueAt(['id']));
  if (!id.success)
    return refuse([
      source.value.problem(['id'], {
        message: 'the id of the cohort cannot be read',
        got: shown(source.value.valueAt(['id'])),
        write: 'what "practicum check" tells of this file first',
      }),
    ]);
  const problem = (file: string, message: string, write: string): Problem => ({
    file: directory.display(file),
    line: 1,
    column: 1,
    message,
    write,
  });
  if (hasKey(directory))
    return refuse([
      problem(KEY_FILE, 'there is a key already, and it is never written over', 'nothing: it is the one'),
    ]);
  const ledger = readLedger(directory, id.data);
  if (!ledger.ok) return ledger;
  if (ledger.value.events.length > 0)
    return refuse([
      problem(
        LEDGER_FILE,
        'places are recorded already, and a key made now is not the one that they were named with',
        'your copy of cohort.key back in its place; or a cohort with another id in an empty folder',
      ),
    ]);
  return accept(id.data);
}
