import { mkdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { transitionsOf } from '../../core/calendar/transitions';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, legible, refuse } from '../../core/input/problem';
import { sharedChartsIn } from '../../core/plan/shared-charts-plan';
import { cronRuns } from '../../core/workflow/cron-runs';
import { scheduledWorkflow, workflowFile, workflowStart } from '../../core/workflow/scheduled-workflow';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions, ResolvedCohort } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { counted } from '../table';
import type { Terminal } from '../terminal';
import { tryReadText } from '../workflow/read-text';

export interface WorkflowOptions extends CohortOptions {
  readonly out: string;
  readonly check?: boolean;
}

/** Writes the GitHub Actions workflow that applies the term's changes when they are due, or tells whether it is current. */
export function workflow(terminal: Terminal, options: WorkflowOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, inputs } = cohort.value;
  const folder = folderInRepository(cohort.value);
  if (!folder.ok) return reportProblems(terminal, folder.problems, json);
  const transitions = transitionsOf({ plan, config: inputs.config, ledger: inputs.ledger });
  const charts = sharedChartsIn(plan).length > 0;
  const text = scheduledWorkflow({ plan, transitions, folder: folder.value, charts });
  const path = join(resolve(options.out), workflowFile(plan.cohort));
  const file = relative(process.cwd(), path);
  const before = tryReadText(path);
  const runs = cronRuns(transitions).length;
  if (options.check === true) {
    const current = before === text;
    if (json) terminal.print(JSON.stringify({ file, current, runs }, undefined, 2));
    else terminal.print(current ? `${file} is current.` : wrapped('', stale(file, before), terminal.width));
    return current ? EXIT.ok : EXIT.findings;
  }
  if (before !== undefined && !before.startsWith(workflowStart(plan.cohort)))
    return reportProblems(terminal, [foreign(file)], json);
  const failed = before === text ? undefined : tryWrite(path, text, file);
  if (failed !== undefined) return reportProblems(terminal, [failed], json);
  if (json) terminal.print(JSON.stringify({ file, current: true, runs }, undefined, 2));
  else {
    terminal.print(
      `${before === text ? 'Current' : 'Written'}: ${file}, ${counted(runs, 'run')} in the term.`,
    );
    terminal.print(wrapped('', 'docs/windows.md tells how to let it in without a key.', terminal.width));
  }
  return EXIT.ok;
}

const stale = (file: string, before: string | undefined): string =>
  `${file} ${before === undefined ? 'is not there' : 'is not what would be written now'}: "practicum workflow" writes it.`;

/** The cohort's folder as a workflow finds it: below where it starts. Its state must be where every run finds it. */
function folderInRepository({ directory, plan }: ResolvedCohort): Outcome<string> {
  const folder = relative(process.cwd(), directory.path).split(sep).join('/');
  const at = { line: 1, column: 1 };
  const problems: Problem[] = [];
  if (folder.startsWith('..'))
    problems.push({
      file: directory.display('.'),
      ...at,
      message: 'the cohort is not below this folder, and a workflow has nothing but its repository',
      allowed: 'a folder of the repository, with practicum started at its top',
      write: '--cohort my-class',
    });
  if (plan.state.backend === 'local')
    problems.push({
      file: directory.display('cohort.yaml'),
      ...at,
      message: "Terraform's state is local: a workflow's files are gone after each run",
      allowed: 'state in a bucket',
      write: 'state: { backend: gcs, bucket: example-labs-state }',
    });
  return problems.length === 0 ? accept(folder === '' ? '.' : folder) : refuse(problems);
}

const foreign = (file: string): Problem => ({
  file: legible(file),
  line: 1,
  column: 1,
  message: 'this file stands there already, and practicum did not write it for this cohort',
  allowed: 'a file that begins with the line that practicum writes, or none',
  write: '--out another-folder',
});

/** Why the workflow cannot be written, if it cannot. */
function tryWrite(path: string, text: string, file: string): Problem | undefined {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileAtomic.sync(path, text);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return {
      file: legible(file),
      line: 1,
      column: 1,
      message: 'the workflow cannot be written there',
      allowed: 'a folder that you may write to, or that is yet to be made',
      write: '--out .github/workflows',
    };
  }
}
