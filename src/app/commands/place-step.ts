import type { Day } from '../../core/domain/time';
import { inZone } from '../../core/domain/time';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import type { Ledger, LedgerEvent } from '../../core/ledger/ledger';
import { extended } from '../../core/ledger/ledger';
import type { PlaceStep } from '../../core/ledger/place-step';
import { stepOf } from '../../core/ledger/place-step';
import { tierOf } from '../../core/plan/tier-of';
import type { CohortDirectory } from '../cohort-directory';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { askedPlaces } from '../ledger/asked-places';
import { stepLines } from '../ledger/step-lines';
import { withLedgerLock, writeLedger } from '../ledger-store';
import { loadCohort, loadNamedCohort } from '../load-cohort';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { instantOf } from '../resolve-cohort';
import type { Terminal } from '../terminal';

export interface PlaceStepOptions extends CohortOptions {
  readonly dryRun?: boolean;
  readonly now?: boolean;
}

/** What a step made of the ledger. */
export interface TakenStep {
  readonly step: PlaceStep;
  readonly events: readonly LedgerEvent[];
  readonly on: Day;
  readonly ledger: Ledger;
  readonly holdDays: number;
}

/** Records that places are held, returned or destroyed: all that were asked for, or none and the reasons. */
export function placeStep(
  terminal: Terminal,
  options: PlaceStepOptions,
  step: PlaceStep,
  who: readonly string[],
): ExitCode {
  const directory = cohortDirectory(options.cohort);
  const json = options.json === true;
  // Where files are wrong or missing there is nothing to lock.
  const readable = loadNamedCohort(directory);
  if (!readable.ok) return reportProblems(terminal, readable.problems, json);
  const dryRun = options.dryRun === true;
  const work = (): Outcome<TakenStep> => {
    const taken = decided(directory, options, step, who);
    if (taken.ok && !dryRun) writeLedger(directory, taken.value.ledger);
    return taken;
  };
  const taken = dryRun ? work() : withLedgerLock(directory, work);
  if (!taken.ok) return reportProblems(terminal, taken.problems, json);
  const { events } = taken.value;
  if (json) terminal.print(JSON.stringify({ step, written: !dryRun, events }, undefined, 2));
  else
    for (const line of stepLines(terminal, taken.value, {
      dryRun,
      file: directory.display('cohort.lock.yaml'),
    }))
      terminal.print(line);
  return EXIT.ok;
}

function decided(
  directory: CohortDirectory,
  options: PlaceStepOptions,
  step: PlaceStep,
  who: readonly string[],
): Outcome<TakenStep> {
  const command = `practicum ${step}`;
  const named = loadNamedCohort(directory);
  if (!named.ok) return named;
  // As the plan knows them: in a cohort with pseudonyms, entries of cohort.yaml name people otherwise than the ledger.
  const planned = loadCohort(directory);
  if (!planned.ok) return planned;
  const { config } = planned.value;
  const { ledger } = named.value.inputs;
  const at = instantOf(options.at, config.term.timeZone);
  if (!at.ok) return at;
  const on = inZone(at.value, config.term.timeZone).day;
  const { places, problems } = askedPlaces(command, who, named.value, directory);
  const refusals: Problem[] = [...problems];
  const events: LedgerEvent[] = [];
  for (const { asked, place } of places) {
    const circumstances = {
      on,
      holdDays: config.hold.days,
      tier: tierOf(config, place.key),
      now: options.now === true,
    };
    const result = stepOf(step, place, circumstances);
    if ('event' in result) events.push(result);
    else refusals.push({ file: command, line: 1, column: 1, got: shown(asked), ...result });
  }
  if (refusals.length > 0) return refuse(refusals);
  return accept({ step, events, on, ledger: extended(ledger, events), holdDays: config.hold.days });
}
