import { join, relative, resolve } from 'node:path';
import { criteriaOf } from '../../core/grading/criteria';
import { estimateOf } from '../../core/grading/estimate';
import { gradeRows, missingRows } from '../../core/grading/grade-table';
import type { LoadLab } from '../../core/grading/load-job';
import { loadJob } from '../../core/grading/load-job';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { estimateText } from '../grade/estimate-text';
import { clusterFlags } from '../grade/cluster-flags';
import { findLoadLab, placesToGrade, selectPlaces } from '../grade/grading-selection';
import { gradeUntilStopped } from '../grade/grade-until-stopped';
import { clusterQueues } from '../grade/cluster-queues';
import { ResultsFile } from '../grade/results-file';
import { resultsLines } from '../grade/results-lines';
import { isKubectl } from '../grade/run-kubectl';
import { writeResults } from '../grade/write-results';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions, ResolvedCohort } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import type { Terminal } from '../terminal';
import { yamlDocuments } from '../yaml-documents';

export interface GradeOptions extends CohortOptions {
  readonly out: string;
  readonly kubectl: string;
  readonly context?: string;
  readonly outputs?: string;
  readonly atOnce?: number;
  readonly student?: string;
  readonly again?: boolean;
  readonly early?: boolean;
  readonly manifest?: string;
}

/** Loads the services of a lab's places, as many at once as do not disturb each other, and tells who held. */
export async function grade(terminal: Terminal, options: GradeOptions, labId: string): Promise<ExitCode> {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const lab = findLoadLab(cohort.value.inputs.course, labId);
  if (!lab.ok) return reportProblems(terminal, lab.problems, json);
  return options.manifest === undefined
    ? gradeLab(terminal, options, cohort.value, lab.value)
    : printManifest(terminal, options, cohort.value, lab.value, options.manifest);
}

/** What a student applies to run the load on themselves, before anybody grades it. */
function printManifest(
  terminal: Terminal,
  options: GradeOptions,
  { plan }: ResolvedCohort,
  lab: LoadLab,
  handle: string,
): ExitCode {
  const tenant = selectPlaces(plan, lab, placesToGrade(plan, lab, true), handle);
  if (!tenant.ok) return reportProblems(terminal, tenant.problems, options.json === true);
  terminal.print(yamlDocuments(loadJob(lab, tenant.value[0]!.namespace)).trimEnd());
  return EXIT.ok;
}

async function gradeLab(
  terminal: Terminal,
  options: GradeOptions,
  { plan }: ResolvedCohort,
  lab: LoadLab,
): Promise<ExitCode> {
  const json = options.json === true;
  const folder = join(resolve(options.out), lab.id);
  const places = placesToGrade(plan, lab, options.early === true);
  const asked = selectPlaces(plan, lab, places, options.student);
  if (!asked.ok) return reportProblems(terminal, asked.problems, json);
  const flags = clusterFlags(plan, asked.value, options, folder);
  if (!flags.ok) return reportProblems(terminal, flags.problems, json);
  const resultsPath = join(folder, 'results.jsonl');
  const results = ResultsFile.open(resultsPath, relative(process.cwd(), resultsPath));
  if (!results.ok) return reportProblems(terminal, results.problems, json);
  if (!isKubectl(options.kubectl)) {
    const said = `"${options.kubectl}" cannot be run: install kubectl, or say where it is with --kubectl.`;
    terminal.note(wrapped('', said, terminal.width));
    return EXIT.badInput;
  }
  const file = results.value;
  if (options.again === true || options.student !== undefined)
    file.append({ record: 'again', handles: asked.value.map(({ handle }) => handle) });

  const left = asked.value.filter(({ handle }) => file.places.get(handle)?.result?.record !== 'graded');
  const queues = clusterQueues({
    plan,
    tenants: left,
    program: options.kubectl,
    flags: flags.value,
    places: file.places,
    ...(options.atOnce === undefined ? {} : { atOnce: options.atOnce }),
  });
  const estimate = estimateOf(queues, lab.load);
  if (left.length > 0) terminal.note(estimateText(estimate, asked.value.length - left.length));
  const end = await gradeUntilStopped({ lab, folder, file, queues, estimate, terminal });

  const criteria = criteriaOf(lab.load);
  const rows = gradeRows(places, file.places, criteria);
  const page = { lab: lab.title, load: loadSentence(lab), criteria, rows };
  writeResults(folder, page);
  if (json) terminal.print(JSON.stringify({ lab: lab.id, rows }, undefined, 2));
  else tell(terminal, resultsLines(rows, criteria, terminal), relative(process.cwd(), folder));
  if (end === 'stopped') terminal.note('Stopped. What has a result keeps it; run it again for the rest.');
  const askedFor = new Set(asked.value.map(({ handle }) => handle));
  return missingRows(rows).some(({ handle }) => askedFor.has(handle)) ? EXIT.findings : EXIT.ok;
}

function loadSentence({ load }: LoadLab): string {
  const { virtualUsers, duration, method, path } = load;
  return `${virtualUsers} virtual users for ${duration.toString()}, each ${method} ${path} again and again.`;
}

function tell(terminal: Terminal, lines: readonly string[], folder: string): void {
  for (const line of lines) terminal.print(line);
  terminal.print(`The table: ${join(folder, 'results.html')} (.csv, .json)`);
}
