import type { Instant, TimeZone } from '../core/domain/time';
import { INSTANT_ALLOWED, tryParseInstant } from '../core/domain/time';
import type { Outcome, Problem } from '../core/input/problem';
import { accept, refuse, shown } from '../core/input/problem';
import type { CohortPlan } from '../core/plan/cohort-plan';
import type { PlanInputs } from '../core/plan/plan-inputs';
import { resolvePlan } from '../core/plan/resolve-plan';
import { sharedChartsOf } from '../core/plan/shared-charts-plan';
import type { ChartArchives } from './charts/cohort-charts';
import { NO_CHARTS, readCharts } from './charts/cohort-charts';
import { now } from './clock';
import type { CohortDirectory } from './cohort-directory';
import { cohortDirectory } from './cohort-directory';
import type { EnrolledCohort } from './enrolled-cohort';
import { previewCohort, recordCohort } from './enrolled-cohort';

/** Options that every command on a cohort has. */
export interface CohortOptions {
  readonly cohort?: string;
  readonly json?: boolean;
  readonly at?: string;
}

/** A cohort that was read and decided. */
export interface ResolvedCohort extends EnrolledCohort {
  readonly directory: CohortDirectory;
  readonly plan: CohortPlan;
  /** Archives of the charts of others, where they were asked for. */
  readonly charts: ChartArchives;
}

/**
 * Reads and decides the cohort that `options` name; `record` writes new places into the ledger, `charts` wants the
 * charts that its clusters get, before anything is written.
 */
export function resolveCohort(
  options: CohortOptions,
  { record, charts = false }: { readonly record: boolean; readonly charts?: boolean },
): Outcome<ResolvedCohort> {
  const directory = cohortDirectory(options.cohort);
  const archivesFor = ({ course }: PlanInputs): Outcome<ChartArchives> =>
    charts ? readCharts(directory, sharedChartsOf(course)) : accept(NO_CHARTS);
  const missing = (inputs: PlanInputs): readonly Problem[] => {
    const archives = archivesFor(inputs);
    return archives.ok ? [] : archives.problems;
  };
  const cohort = record ? recordCohort(directory, missing) : previewCohort(directory);
  if (!cohort.ok) return cohort;
  const { config, roster, course, ledger, imageLock } = cohort.value.inputs;
  const at = instantOf(options.at, config.term.timeZone);
  if (!at.ok) return at;
  const archives = archivesFor(cohort.value.inputs);
  if (!archives.ok) return archives;
  const plan = resolvePlan(config, roster, course, ledger, at.value, imageLock);
  return accept({ ...cohort.value, directory, plan, charts: archives.value });
}

/** The instant that an option names, by the cohort's clocks where it has no offset; now, where it is not given. */
export function instantOf(asked: string | undefined, zone: TimeZone, option = '--at'): Outcome<Instant> {
  if (asked === undefined) return accept(now());
  const instant = tryParseInstant(asked, zone);
  if (instant !== undefined) return accept(instant);
  return refuse([
    {
      file: option,
      line: 1,
      column: 1,
      message: 'this is no instant',
      got: shown(asked),
      allowed: INSTANT_ALLOWED,
      write: `${option} 2027-03-09T18:00`,
    },
  ]);
}
