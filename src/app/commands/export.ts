import { mkdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Problem } from '../../core/input/problem';
import { resolvePlan } from '../../core/plan/resolve-plan';
import { tryFindPerson } from '../../core/privacy/find-person';
import { personExport } from '../../core/privacy/person-export';
import { pseudonymousInputs } from '../../core/privacy/pseudonymous-inputs';
import { cohortDirectory } from '../cohort-directory';
import { previewCohort } from '../enrolled-cohort';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { loadNamedCohort } from '../load-cohort';
import { exportLines } from '../privacy/export-lines';
import { gradesOf } from '../privacy/grades-of';
import { notFound } from '../privacy/not-found';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { instantOf } from '../resolve-cohort';
import { whyNotWritten } from '../roster/write-roster';
import type { Terminal } from '../terminal';

export interface ExportOptions extends CohortOptions {
  readonly out?: string;
  readonly results: string;
  readonly force?: boolean;
}

/** Tells everything that the cohort stores about one person; with `--out` as a file to hand to them. */
export function exportPerson(terminal: Terminal, options: ExportOptions, who: string): ExitCode {
  const json = options.json === true;
  const fail = (problems: readonly Problem[]): ExitCode => reportProblems(terminal, problems, json);
  const notWritten =
    options.out === undefined ? undefined : whyNotWritten(options.out, options.force === true);
  if (notWritten !== undefined) return fail([notWritten]);
  const directory = cohortDirectory(options.cohort);
  const named = loadNamedCohort(directory);
  const preview = previewCohort(directory);
  if (!named.ok) return fail(named.problems);
  if (!preview.ok) return fail(preview.problems);
  // Who is new has a place in the plan before the ledger is written.
  const inputs = { ...named.value.inputs, ledger: preview.value.inputs.ledger };
  const { pseudonyms } = named.value;
  const at = instantOf(options.at, inputs.config.term.timeZone);
  if (!at.ok) return fail(at.problems);
  const person = tryFindPerson(who, inputs, pseudonyms);
  if (person === undefined) return fail([notFound('practicum export', who, inputs, directory)]);
  const planned = pseudonyms === undefined ? inputs : pseudonymousInputs(inputs, pseudonyms);
  const { config, roster, course, ledger, imageLock } = planned;
  const plan = resolvePlan(config, roster, course, ledger, at.value, imageLock);
  const handles = person.places.map(({ handle }) => String(handle));
  const results = gradesOf(resolve(options.results), handles).map(({ file, entries }) => ({
    file: relative(process.cwd(), file),
    entries,
  }));
  const stored = { ...personExport(person, inputs, plan), results };
  const text = JSON.stringify(stored, undefined, 2);
  if (options.out !== undefined) {
    const path = resolve(options.out);
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, `${text}\n`, { mode: 0o600 });
  }
  if (json) terminal.print(text);
  else for (const line of exportLines(terminal, stored, inputs.config.term.timeZone)) terminal.print(line);
  if (options.out !== undefined) terminal.note(`${options.out} is written, for you alone.`);
  return EXIT.ok;
}
