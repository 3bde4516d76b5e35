import type { Instant, TimeZone } from '../core/domain/time';
import { INSTANT_ALLOWED, tryParseInstant } from '../core/domain/time';
import type { Outcome } from '../core/input/problem';
import { accept, refuse, shown } from '../core/input/problem';
import type { CohortPlan } from '../core/plan/cohort-plan';
import { resolvePlan } from '../core/plan/resolve-plan';
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
}

/** Reads and decides the cohort that `options` name; `record` writes new places into the ledger. */
export function resolveCohort(
  options: CohortOptions,
  { record }: { readonly record: boolean },
): Outcome<ResolvedCohort> {
  const directory = cohortDirectory(options.cohort);
  const cohort = record ? recordCohort(directory) : previewCohort(directory);
  if (!cohort.ok) return cohort;
  const { config, roster, course, ledger } = cohort.value.inputs;
  const at = instantOf(options.at, config.term.timeZone);
  if (!at.ok) return at;
  return accept({ ...cohort.value, directory, plan: resolvePlan(config, roster, course, ledger, at.value) });
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
