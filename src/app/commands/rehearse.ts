import { relative, resolve } from 'node:path';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { cohortDirectory } from '../cohort-directory';
import { loadScenario } from '../rehearse/load-scenario';
import { monotonicMilliseconds } from '../clock';
import { tryFindOwnCohort, tryFindStranger } from '../rehearse/rehearsal-folder';
import { writeAssets } from '../rehearse/write-assets';
import { serve } from './rehearse-serve';
import { RehearsalGround } from '../rehearse/rehearsal-ground';
import { RehearsalProgress } from '../rehearse/rehearsal-progress';
import type { RehearsalReport } from '../rehearse/report/report';
import { passed } from '../rehearse/report/report';
import { reportTable } from '../rehearse/report/report-table';
import { writeReport } from '../rehearse/report/write-report';
import { rehearsalReport } from '../rehearse/rehearsal-report';
import { runScenario } from '../rehearse/run-rehearsal';
import type { EngineName } from '../rehearse/stack-engine';
import { tryFindTerraformVersion } from '../rehearse/terraform-version';
import { untilStopped } from '../rehearse/until-stopped';
import { reportProblems, wrapped } from '../report-problems';
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
  const cohort = cohortDirectory(options.cohort);
  const stranger = tryFindStranger(folder);
  if (stranger !== undefined) return reportProblems(terminal, [stranger], json);
  if (options.serve === true) return serve(terminal, options, folder);
  const inside = tryFindOwnCohort(folder, cohort.path);
  if (inside !== undefined) return reportProblems(terminal, [inside], json);
  const loaded = loadScenario(options.scenario);
  if (!loaded.ok) return reportProblems(terminal, loaded.problems, json);
  const scenario = loaded.value;
  const terraformVersion = tryFindTerraformVersion(options.terraform);
  if (terraformVersion === undefined) {
    const said = `"${options.terraform}" cannot be run: install terraform, or say where it is with --terraform.`;
    terminal.note(wrapped('', said, terminal.width));
    return EXIT.badInput;
  }
  const students = options.students ?? scenario.students;
  const watch = untilStopped();
  const progress = new RehearsalProgress(terminal, monotonicMilliseconds);
  const prepared = await RehearsalGround.prepare({
    cohort,
    folder,
    engine: options.engine,
    terraform: options.terraform,
    parallelism: options.parallelism,
    onCall: (call) => progress.call(call),
    ...(students === undefined ? {} : { students }),
  });
  if (!prepared.ok) {
    watch.forget();
    progress.end();
    return reportProblems(terminal, prepared.problems, json);
  }
  const ground = prepared.value;
  try {
    const run = runScenario({
      ground,
      scenario,
      clock: monotonicMilliseconds,
      onStep: (step) => progress.step(step),
      onChecks: () => progress.checks(),
      onDone: (step, index) => {
        progress.done(step);
        writeAssets(ground.simulation.cloud, folder, index, step.name);
      },
      ...(options.faults === undefined ? {} : { seed: options.faults }),
    });
    const steps = await Promise.race([run, watch.stopped]);
    progress.end();
    if (steps === 'stopped') {
      terminal.note('Stopped. All of it was simulated: nothing is left to clean up.');
      return EXIT.findings;
    }
    const report = rehearsalReport({ ground, scenario, steps, terraformVersion, options });
    const files = writeReport(report, folder);
    if (json) terminal.print(JSON.stringify(report, undefined, 2));
    else tell(terminal, report, relative(process.cwd(), files.html));
    return passed(report) ? EXIT.ok : EXIT.findings;
  } finally {
    progress.end();
    await ground.close();
    watch.forget();
  }
}

function tell(terminal: Terminal, report: RehearsalReport, file: string): void {
  for (const line of reportTable(report, terminal)) terminal.print(line);
  terminal.print();
  terminal.print(`The report: ${file}`);
}
