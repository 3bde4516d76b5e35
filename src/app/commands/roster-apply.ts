import type { Outcome, Problem } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import { sharedChartsIn } from '../../core/plan/shared-charts-plan';
import { NO_CHARTS, readCharts } from '../charts/cohort-charts';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { later } from '../later';
import { withLedgerLock } from '../ledger-store';
import { reportProblems } from '../report-problems';
import { applicationData, applicationLines } from '../roster/application-lines';
import type { ApplyOptions, RosterApplication } from '../roster/application';
import { decideApplication } from '../roster/application';
import { churnLines } from '../roster/churn-lines';
import type { ExportFiles } from '../roster/read-exports';
import { noteLine } from '../roster/reading-lines';
import { writeApplication } from '../roster/write-application';
import type { Terminal } from '../terminal';

/** Loaded for who asks for it: it brings the engine along, and takes as long as the rest. */
const proveChurn = later(
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports
  () => (require('../roster/prove-churn') as typeof import('../roster/prove-churn')).proveChurn,
);

export interface RosterApplyOptions extends ApplyOptions {
  readonly cohort?: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly prove?: boolean;
}

/**
 * Compares exports with the roster and the ledger, shows what changes and for whom, and writes both files: both, or
 * neither and the reasons.
 */
export function rosterApply(terminal: Terminal, options: RosterApplyOptions, files: ExportFiles): ExitCode {
  const json = options.json === true;
  const dryRun = options.dryRun === true;
  const directory = cohortDirectory(options.cohort);
  const work = (): Outcome<RosterApplication> => {
    const decided = decideApplication(directory, files, options);
    if (decided.ok && !dryRun && decided.value.open.length === 0) writeApplication(directory, decided.value);
    return decided;
  };
  // A first look shows whether there is anything to lock; what is written is decided again under the lock.
  const first = decideApplication(directory, files, options);
  // What would keep the proof from being made is told before anything is written.
  const charts =
    first.ok && options.prove === true
      ? readCharts(directory, sharedChartsIn(first.value.plans.after))
      : accept(NO_CHARTS);
  if (!charts.ok) return reportProblems(terminal, charts.problems, json);
  const decided = !first.ok || dryRun ? first : withLedgerLock(directory, work);
  if (!decided.ok) return reportProblems(terminal, decided.problems, json);
  const { open, notes } = decided.value;
  if (open.length > 0 && !dryRun) return refused(terminal, decided.value, open, json);
  const churn =
    options.prove === true ? proveChurn(decided.value, terminal.progress, charts.value) : undefined;
  terminal.done();
  const isBroken = churn !== undefined && churn.broken.length > 0;
  if (json) {
    const data = applicationData(decided.value, { written: !dryRun });
    terminal.print(JSON.stringify({ problems: open, ...data, ...(churn && { churn }) }, undefined, 2));
  } else {
    for (const line of applicationLines(terminal, decided.value, { written: !dryRun })) terminal.print(line);
    if (churn !== undefined) for (const line of churnLines(terminal, churn)) terminal.print(line);
    for (const note of notes) terminal.note(noteLine(note, terminal));
    if (open.length > 0) reportProblems(terminal, open, false);
  }
  return isBroken || open.length > 0 ? EXIT.findings : EXIT.ok;
}

/** What changes is told before what keeps it from being written: a person needs the one to judge the other. */
function refused(
  terminal: Terminal,
  application: RosterApplication,
  open: readonly Problem[],
  json: boolean,
): ExitCode {
  if (!json)
    for (const line of applicationLines(terminal, application, { written: false })) terminal.note(line);
  return reportProblems(terminal, open, json);
}
