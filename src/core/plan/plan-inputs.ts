import type { CohortConfig } from '../config/cohort.schema';
import type { Course } from '../course/course.schema';
import type { LockRow } from '../images/image-lock';
import type { Ledger } from '../ledger/ledger';
import type { Roster } from '../roster/roster';

/** What a plan is made from. */
export interface PlanInputs {
  readonly config: CohortConfig;
  readonly roster: Roster;
  readonly course: Course;
  readonly ledger: Ledger;
  /** Digests of images that nobody names by one, as the cohort saw them first. @default - none */
  readonly imageLock?: readonly LockRow[];
}
