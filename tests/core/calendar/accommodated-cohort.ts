import {
  checkAccommodatedLabs,
  checkAccommodatedPeople,
} from '../../../src/core/calendar/check-accommodations';
import type { CohortConfig } from '../../../src/core/config/cohort.schema';
import type { Problem } from '../../../src/core/input/problem';
import { valueOf } from '../outcomes';
import {
  COHORT,
  COURSE,
  aConfig,
  aRoster,
  aStudent,
  enrolled,
  readCohort,
  readCourse,
} from '../sample-cohort';

/** Three students, of whom two are a team. */
export const CLASS = aRoster([
  aStudent('ada', { team: 'Kestrel' }),
  aStudent('bo', { team: 'Kestrel' }),
  aStudent('cy'),
]);

const KEYS = 'teamLabs: [project]\naccommodations:\n';
/** Line of the file in which the first entry stands. */
export const FIRST_LINE = COHORT.split('\n').length + 2;

const entries = (all: readonly string[]): string => KEYS + all.map((each) => `  - { ${each} }\n`).join('');

/** The sample cohort with the project in teams and these accommodations. */
export const accommodated = (...all: readonly string[]): CohortConfig => aConfig(entries(all));

/** What is wrong with these accommodations: in themselves, or with course and roster. */
export function problemsWith(...all: readonly string[]): readonly Problem[] {
  const cohort = readCohort(COHORT + entries(all));
  if (!cohort.ok) return cohort.problems;
  const course = valueOf(readCourse(COURSE));
  return [
    ...checkAccommodatedLabs(cohort.value, course),
    ...checkAccommodatedPeople(cohort.value, CLASS, enrolled(cohort.value.config, CLASS, course.course)),
  ];
}
