import type { Outcome, Problem } from '../core/input/problem';
import { accept, refuse } from '../core/input/problem';
import { enroll } from '../core/ledger/enroll';
import { withLasting } from '../core/ledger/lasting-projects';
import { capacityOf } from '../core/plan/capacity';
import { projectsAskedFor } from '../core/plan/outside-projects';
import type { PlanInputs } from '../core/plan/plan-inputs';
import { tenantKeysOf } from '../core/plan/tenant-keys';
import { today } from './clock';
import type { CohortDirectory } from './cohort-directory';
import { withLedgerLock, writeLedger } from './ledger-store';
import { loadCohort } from './load-cohort';

/** A cohort in which every tenant has its ledger line. */
export interface EnrolledCohort {
  readonly inputs: PlanInputs;
  /** Ledger lines of places that were added for it. */
  readonly added: number;
  /** And those of projects that stay until the teardown. */
  readonly projectsAdded: number;
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
  if (!isNew(first.value)) return first;
  return withLedgerLock(directory, () => {
    const cohort = previewCohort(directory);
    if (cohort.ok && isNew(cohort.value)) writeLedger(directory, cohort.value.inputs.ledger);
    return cohort;
  });
}

function enrolled(inputs: PlanInputs): EnrolledCohort {
  const { config, roster, course, ledger } = inputs;
  const on = today(config.term.timeZone);
  const places = enroll(ledger, tenantKeysOf(config, roster, course), on, capacityOf(inputs));
  const extended = withLasting(places, projectsAskedFor({ ...inputs, ledger: places }), on);
  return {
    inputs: { ...inputs, ledger: extended },
    added: places.events.length - ledger.events.length,
    projectsAdded: (extended.projects ?? []).length - (ledger.projects ?? []).length,
  };
}

/** Whether the ledger has a line more than its file. */
const isNew = ({ added, projectsAdded }: EnrolledCohort): boolean => added + projectsAdded > 0;
