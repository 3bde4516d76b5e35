import type { Course } from '../../core/course/course.schema';
import { byText } from '../../core/domain/sorting';
import { readable } from '../../core/domain/time';
import { deadlineOf } from '../../core/grading/deadline-of';
import type { GradedPlaces } from '../../core/grading/graded-places';
import { gradedPlaces } from '../../core/grading/graded-places';
import type { LoadLab } from '../../core/grading/load-job';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { nearest } from '../../core/input/read-object';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import { counted } from '../table';

/** The lab of the course that is to be graded by load. */
export function findLoadLab({ labs }: Course, id: string): Outcome<LoadLab> {
  const loaded = labs.filter((lab): lab is LoadLab => lab.load !== undefined);
  const lab = loaded.find((each) => each.id === id);
  if (lab !== undefined) return accept(lab);
  const ids = loaded.map((each) => each.id);
  const isLab = labs.some((each) => each.id === id);
  return told(
    isLab ? `the lab ${id} has no load to grade it with` : 'the course has no such lab',
    shown(id),
    ids.length === 0
      ? 'a lab with load: in the course file; this course has none'
      : `one of ${ids.join(', ')}`,
    `practicum grade ${nearest(id, ids) ?? ids[0] ?? 'lab1'}`,
  );
}

/** The lab's places: with `early`, who may still hand in is due like the others. */
export function placesToGrade(plan: CohortPlan, { id }: LoadLab, early: boolean): GradedPlaces {
  const places = gradedPlaces(plan, id);
  return early ? { ...places, due: byHandle([...places.due, ...places.early]), early: [] } : places;
}

/** Those of the lab's places that are asked for: the one of `student`, or all that are due. */
export function selectPlaces(
  plan: CohortPlan,
  lab: LoadLab,
  { due, held, early }: GradedPlaces,
  student: string | undefined,
): Outcome<readonly TenantPlan[]> {
  const isStudent = ({ handle }: TenantPlan): boolean => handle === student;
  const asked = student === undefined ? due : due.filter(isStudent);
  if (asked.length > 0) return accept(asked);
  if (student === undefined || early.some(isStudent)) return nobodyIsDue(plan, lab, early);
  const handles = due.map(({ handle }): string => handle);
  return told(
    held.some(isStudent) ? `the access of ${student} is paused` : `no place of ${lab.id} has this handle`,
    shown(student),
    `a handle of the ${counted(due.length, 'place')} to grade; "practicum plan" lists them`,
    `--student ${nearest(student, handles) ?? handles[0] ?? 'amara-okafor'}`,
  );
}

const byHandle = (tenants: readonly TenantPlan[]): readonly TenantPlan[] =>
  [...tenants].sort(byText(({ handle }) => handle));

function nobodyIsDue(plan: CohortPlan, { id }: LoadLab, early: readonly TenantPlan[]): Outcome<never> {
  const lab = plan.labs.find((each) => each.id === id)!;
  if (early.length === 0)
    return told(`the lab ${id} has no place to grade`, id, 'a lab that somebody works on', 'practicum plan');
  const last = early
    .map((tenant) => deadlineOf(tenant, lab))
    .sort()
    .at(-1)!;
  return told(
    `${counted(early.length, 'place')} may still hand in ${id}`,
    readable(plan.at, plan.term.timeZone),
    `after ${readable(last, plan.term.timeZone)}`,
    `practicum grade ${id} --early`,
  );
}

function told(message: string, got: string, allowed: string, write: string): Outcome<never> {
  return refuse([{ file: 'practicum grade', line: 1, column: 1, message, got, allowed, write }]);
}
