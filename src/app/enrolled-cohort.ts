import type { Outcome, Problem } from '../core/input/problem';
import { accept, refuse } from '../core/input/problem';
import { enroll } from '../core/ledger/enroll';
import { capacityOf } from '../core/plan/capacity';
import type { PlanInputs } from '../core/plan/plan-inputs';
import { tenantKeysOf } from '../core/plan/tenant-keys';
import { today } from './clock';
import type { CohortDirectory } from './cohort-directory';
import { withLedgerLock, writeLedger } from './ledger-store';
import { loadCohort } from './load-cohort';

/** A cohort in which every tenant has its ledger line. */
export interface EnrolledCohort {
  readonly inputs: PlanInputs;
  /** Ledger lines that were added for it. */
  readonly added: number;
}

/** The cohort as it would be after writing the ledger; writes nothing. */
export function previewCohort(directory: CohortDirectory): Outcome<EnrolledCohort> {
  const loaded = loadCohort(directory);
  return loaded.ok ? accept(enrolled(loaded.value)) : loaded;
}

/**
 * The cohort, after writing the ledger lines that were missing; nobody else can write in between. What `missing` tells
 * keeps anything from being written.
 */
export function recordCohort(
  directory: CohortDirectory,
  missing: (inputs: PlanInputs) => readonly Problem[] = () => [],
): Outcome<EnrolledCohort> {
  const first = previewCohort(directory);
  if (!first.ok) return first;
  const problems = missing(first.value.inputs);
  if (problems.length > 0) return refuse(problems);
  if (first.value.added === 0) return first;
  return withLedgerLock(directory, () => {
    const cohort = previewCohort(directory);
    if (cohort.ok && cohort.value.added > 0) writeLedger(directory, cohort.value.inputs.ledger);
    return cohort;
  });
}

function enrolled(inputs: PlanInputs): EnrolledCohort {
  const { config, roster, course, ledger } = inputs;
  const extended = enroll(
    ledger,
    tenantKeysOf(config, roster, course),
    today(config.term.timeZone),
    capacityOf(inputs),
  );
  return { inputs: { ...inputs, ledger: extended }, added: extended.events.length - ledger.events.length };
}
