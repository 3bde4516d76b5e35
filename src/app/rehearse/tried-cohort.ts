import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Outcome, Problem } from '../../core/input/problem';
import { refuse } from '../../core/input/problem';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { CohortDirectory } from '../cohort-directory';
import { inventedStudent } from './invented-students';
import { RehearsalCohort } from './rehearsal-cohort';

/** The plan of a cohort as it would be rehearsed, decided in a copy that is gone afterwards; or what is wrong. */
export function triedCohort(cohort: CohortDirectory, students: number | undefined): Outcome<CohortPlan> {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-cohort-'));
  try {
    const copy = RehearsalCohort.copy(cohort, folder, students);
    if (!copy.ok) return copy;
    const plan = copy.value.plan(copy.value.firstDay);
    if (plan.ok) return plan;
    return refuse(plan.problems.map((problem) => asOfOriginal(problem, folder, cohort, students)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A problem of the copy where the instructor can mend it; the original has none, so it comes from invented people. */
function asOfOriginal(
  problem: Problem,
  copy: string,
  cohort: CohortDirectory,
  students: number | undefined,
): Problem {
  const inside = relative(copy, resolve(problem.file));
  // A course of the original is told of where it stands.
  const file = inside.startsWith('..') ? problem.file : cohort.display(inside);
  // What lies beside the people is nothing that inventing them has changed.
  if (students === undefined || problem.file.endsWith('.tgz')) return { ...problem, file };
  return {
    ...problem,
    file,
    message: `${problem.message}: the ${students} of this rehearsal are invented`,
    allowed: `your own roster, or invented people such as ${inventedStudent(0, false).email}`,
    write: 'rehearse without --students and without "students:" in the scenario',
  };
}
