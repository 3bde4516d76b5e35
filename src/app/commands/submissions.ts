import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { byText } from '../../core/domain/sorting';
import type { LabId } from '../../core/domain/ids';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { nearest } from '../../core/input/read-object';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { SubmissionTable } from '../../core/submissions/submission-table';
import { submissionsCsv, submissionsJson } from '../../core/submissions/submission-table';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { clusterFlags } from '../grade/cluster-flags';
import { isKubectl } from '../grade/run-kubectl';
import { Stopped } from '../recover/stack-terraform';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { readSubmissions } from '../submissions/read-submissions';
import { submissionLines } from '../submissions/submission-lines';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface SubmissionsOptions extends CohortOptions {
  readonly out: string;
  readonly kubectl: string;
  readonly context?: string;
  readonly outputs?: string;
  readonly student?: string;
}

/** Tells which images run what the places handed in for a lab, by digest: a tag that is pushed again is another. */
export async function submissions(
  terminal: Terminal,
  options: SubmissionsOptions,
  labId: string,
): Promise<ExitCode> {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan } = cohort.value;
  const tenants = placesOf(plan, labId, options.student);
  if (!tenants.ok) return reportProblems(terminal, tenants.problems, json);
  const folder = resolve(options.out);
  const flags = clusterFlags(plan, tenants.value, options, folder);
  if (!flags.ok) return reportProblems(terminal, flags.problems, json);
  if (!isKubectl(options.kubectl)) {
    const said = `"${options.kubectl}" cannot be run: install kubectl, or say where it is with --kubectl.`;
    terminal.note(wrapped('', said, terminal.width));
    return EXIT.badInput;
  }
  try {
    const places = await readSubmissions({
      lab: labId as LabId,
      tenants: tenants.value,
      program: options.kubectl,
      flags: flags.value,
      onPlace: (done) => terminal.progress(`${done} of ${counted(tenants.value.length, 'place')}`),
    });
    terminal.done();
    return tell(terminal, { lab: labId, at: plan.at, places }, folder, json);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    terminal.note('Stopped. Nothing was written.');
    return EXIT.findings;
  }
}

function tell(terminal: Terminal, table: SubmissionTable, folder: string, json: boolean): ExitCode {
  mkdirSync(folder, { recursive: true });
  writeFileAtomic.sync(join(folder, `${table.lab}.csv`), submissionsCsv(table));
  writeFileAtomic.sync(join(folder, `${table.lab}.json`), submissionsJson(table));
  if (json) terminal.print(submissionsJson(table).trimEnd());
  else {
    for (const line of submissionLines(table, terminal)) terminal.print(line);
    terminal.print(`The table: ${join(relative(process.cwd(), folder), `${table.lab}.csv`)} (.json)`);
  }
  return table.places.some((place) => 'unread' in place) ? EXIT.findings : EXIT.ok;
}

/** The places that work on the lab, those that are held too; or the one that is asked for. */
function placesOf(
  plan: CohortPlan,
  labId: string,
  student: string | undefined,
): Outcome<readonly TenantPlan[]> {
  const ids = plan.labs.map(({ id }): string => id);
  if (!ids.includes(labId))
    return told('the course has no such lab', labId, `one of ${ids.join(', ')}`, `practicum submissions ${nearest(labId, ids) ?? ids[0]!}`); // prettier-ignore
  const tenants = plan.shards
    .flatMap((shard) => shard.tenants)
    .filter(({ labs }) => labs.some((id) => id === labId))
    .sort(byText(({ handle }) => handle));
  const asked = student === undefined ? tenants : tenants.filter(({ handle }) => handle === student);
  if (asked.length > 0) return accept(asked);
  const handles = tenants.map(({ handle }): string => handle);
  return student === undefined
    ? told('nobody has a place for this lab yet', labId, 'a lab that somebody works on', 'practicum plan')
    : told(`no place of ${labId} has this handle`, student, `a handle of the ${counted(handles.length, 'place')}; "practicum plan" lists them`, `--student ${nearest(student, handles) ?? handles[0] ?? 'amara-okafor'}`); // prettier-ignore
}

const told = (message: string, got: string, allowed: string, write: string): Outcome<never> =>
  refuse([{ file: 'practicum submissions', line: 1, column: 1, message, got: shown(got), allowed, write }]);
