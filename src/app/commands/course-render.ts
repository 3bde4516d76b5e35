import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ChartOfTool } from '../../core/catalogue/own/chart-of-tool';
import { RENDERED_FILE, helmArguments, renderedManifests } from '../../core/catalogue/own/chart-of-tool';
import type { CourseFile } from '../../core/course/parse-course';
import type { ToolkitId } from '../../core/domain/ids';
import type { Outcome, Problem } from '../../core/input/problem';
import { legible, refuse, shown } from '../../core/input/problem';
import { isDirectory } from '../cohort-directory';
import { readAskedFile } from '../course/read-course';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import type { ProgramRun } from '../run-program';
import { runProgram } from '../run-program';
import type { Terminal } from '../terminal';

export interface CourseRenderOptions {
  readonly helm?: string;
}

interface Rendered {
  readonly path: string;
  readonly text: string;
}

const COMMAND = 'practicum course render';

/** Writes what the Helm charts of a course's own toolkits make, once all of them were rendered. */
export async function courseRender(
  terminal: Terminal,
  { helm = 'helm' }: CourseRenderOptions,
  asked: string,
): Promise<ExitCode> {
  const read = readAskedFile(asked, COMMAND);
  if (!read.ok) return reportProblems(terminal, read.problems, false);
  const { file, path } = read.value;
  const tools = file.course.ownToolkits.flatMap(({ id, chart, manifests }, index) =>
    chart === undefined ? [] : [{ id, chart, folder: resolve(dirname(path), manifests), index }],
  );
  if (tools.length === 0) return reportProblems(terminal, [noChart(file)], false);
  const rendered: Rendered[] = [];
  const problems: Problem[] = [];
  for (const { id, chart, folder, index } of tools) {
    const made = await render(helm, { id, chart, file, index, from: dirname(path) });
    if (made.ok) rendered.push({ path: join(folder, RENDERED_FILE), text: made.value });
    else problems.push(...made.problems);
    if (existsSync(folder) && !isDirectory(folder))
      problems.push(told(file, [index, 'manifests'], 'this is a file, not a folder', relative('.', folder)));
  }
  if (problems.length > 0) return reportProblems(terminal, problems, false);
  const { colors } = terminal;
  for (const { path: target, text } of rendered) {
    const isNew = !existsSync(target) || readFileSync(target, 'utf8') !== text;
    mkdirSync(dirname(target), { recursive: true });
    if (isNew) writeFileAtomic.sync(target, text);
    const name = relative(process.cwd(), target);
    terminal.print(`${colors.green('✓')} ${name} ${isNew ? 'is written' : 'says so already'}.`);
  }
  terminal.print(`  Read it, then: npx practicum course check ${relative(process.cwd(), path)}`);
  return EXIT.ok;
}

interface Asked {
  readonly id: ToolkitId;
  readonly chart: ChartOfTool;
  readonly file: CourseFile;
  readonly index: number;
  readonly from: string;
}

async function render(helm: string, { id, chart, file, index, from }: Asked): Promise<Outcome<string>> {
  let run: ProgramRun;
  try {
    run = await runProgram({
      program: helm,
      args: helmArguments(id, chart),
      folder: from,
      environment: process.env,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall?.startsWith('spawn') !== true) throw error;
    return refuse([
      {
        file: COMMAND,
        line: 1,
        column: 1,
        message: 'helm cannot be run',
        got: shown(helm),
        write: '--helm with the path of helm, from https://helm.sh/docs/intro/install',
      },
    ]);
  }
  if (run.code === 0) return renderedManifests(chart, run.result);
  const complaint = run.output.trim().split('\n').at(-1) ?? '';
  return refuse([
    told(file, [index, 'chart'], `helm says: ${legible(complaint.replace(/^Error: /, ''))}`, chart.from),
  ]);
}

const told = (file: CourseFile, at: readonly (string | number)[], message: string, got: string): Problem =>
  file.source.problem(['ownToolkits', ...at], { message, got: shown(got) });

const noChart = ({ source }: CourseFile): Problem =>
  source.problem(['ownToolkits'], {
    message: 'no toolkit of this course is made from a chart',
    write: 'chart: { from: ./charts/tool } beside "manifests" of one under "ownToolkits"',
  });
