import { relative, resolve } from 'node:path';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { cohortDirectory } from '../cohort-directory';
import { loadScenario } from '../rehearse/load-scenario';
import { monotonicMilliseconds } from '../clock';
import { tryFindStranger } from '../rehearse/rehearsal-folder';
import { writeAssets } from '../rehearse/write-assets';
import { serve } from './rehearse-serve';
import { ProgressView } from '../rehearse/progress-view';
import { RehearsalGround } from '../rehearse/rehearsal-ground';
import { passed } from '../rehearse/report/report';
import { reportTable } from '../rehearse/report/report-table';
import { writeReport } from '../rehearse/report/write-report';
import { rehearsalReport } from '../rehearse/rehearsal-report';
import { runScenario } from '../rehearse/run-rehearsal';
import { summaryOf } from '../rehearse/step-summary';
import type { EngineName } from '../rehearse/stack-engine';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import type { Terminal } from '../terminal';

export interface RehearseOptions extends CohortOptions {
  readonly scenario: string;
  readonly students?: number;
  readonly faults?: number;
  readonly engine: EngineName;
  readonly out: string;
  readonly terraform: string;
  readonly parallelism: number;
  readonly serve?: boolean;
}

/** Runs a term through the real terraform on a simulated cloud, and tells what was found. */
export async function rehearse(terminal: Terminal, options: RehearseOptions): Promise<ExitCode> {
  const json = options.json === true;
  const folder = resolve(options.out, 'rehearsal');
  const taken = tryFindStranger(folder);
  if (taken !== undefined) return reportProblems(terminal, [taken], json);
  if (options.serve === true) return serve(terminal, options, folder);
  const scenario = loadScenario(options.scenario);
  if (!scenario.ok) return reportProblems(terminal, scenario.problems, json);
  const students = options.students ?? scenario.value.students;
  const view = new ProgressView(terminal, monotonicMilliseconds);
  let now = { step: '', done: 0 };
  const ground = await RehearsalGround.prepare({
    cohort: cohortDirectory(options.cohort),
    folder,
    engine: options.engine,
    terraform: options.terraform,
    parallelism: options.parallelism,
    onCall: ({ action, type }) => {
      if (action === 'read' || action === 'data') return;
      now = { ...now, done: now.done + 1 };
      view.take({ step: now.step, stack: type, done: now.done, total: 0 });
    },
    ...(students === undefined ? {} : { students }),
  });
  if (!ground.ok) return reportProblems(terminal, ground.problems, json);
  try {
    const steps = await runScenario({
      ground: ground.value,
      scenario: scenario.value,
      clock: monotonicMilliseconds,
      onStep: ({ name }) => {
        now = { step: name, done: 0 };
        view.start(name);
      },
      onDone: (step, index) => {
        view.finish({ step: step.name, ...summaryOf(step) });
        writeAssets(ground.value.simulation.cloud, folder, index, step.name);
      },
      ...(options.faults === undefined ? {} : { seed: options.faults }),
    });
    const report = rehearsalReport({ ground: ground.value, scenario: scenario.value, steps, options });
    const files = writeReport(report, folder);
    terminal.done();
    if (json) terminal.print(JSON.stringify(report, undefined, 2));
    else {
      for (const line of reportTable(report, terminal)) terminal.print(line);
      terminal.print();
      terminal.print(`The report: ${relative(process.cwd(), files.html)}`);
    }
    return passed(report) ? EXIT.ok : EXIT.findings;
  } finally {
    await ground.value.close();
  }
}
