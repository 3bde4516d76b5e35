import { resolve } from 'node:path';
import type { CohortPlan } from '../core/plan/cohort-plan';
import type { ChartArchives } from './charts/cohort-charts';
import { EXIT } from './exit-code';
import { tryExplain } from './explain-error';
import { reportProblems } from './report-problems';
import { resolveCohort } from './resolve-cohort';
import type { OnProgress, Synthesized } from './synthesize';
import { processTerminal } from './terminal';

/** What an engine's own command line runs: the cohort of PRACTICUM_COHORT, written where the engine says. */
export function runForEngine(
  outdirVariable: string,
  usualFolder: string,
  write: (plan: CohortPlan, folder: string, onProgress: OnProgress, charts: ChartArchives) => Synthesized,
): void {
  const terminal = processTerminal();
  try {
    const cohort = resolveCohort({}, { record: true, charts: true });
    if (cohort.ok)
      write(
        cohort.value.plan,
        resolve(process.env[outdirVariable] ?? usualFolder),
        terminal.progress,
        cohort.value.charts,
      );
    else process.exitCode = reportProblems(terminal, cohort.problems, false);
  } catch (error) {
    const explanation = tryExplain(error);
    if (explanation === undefined) throw error;
    terminal.note(explanation);
    process.exitCode = EXIT.badInput;
  }
  terminal.done();
}
