import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { calendarPicture } from '../../core/course-outline/calendar-picture';
import type { CourseOutline } from '../../core/course-outline/course-outline';
import { PLAIN_TERM, courseOutline } from '../../core/course-outline/course-outline';
import { coursePage } from '../../core/course-outline/course-page';
import { coursesOverview } from '../../core/course-outline/courses-overview';
import { priceListFor } from '../../core/prices/price-list';
import { HOME, cohortDirectory, presets } from '../cohort-directory';
import { loadCohort } from '../load-cohort';
import { readAskedCourse } from './read-course';

/** Cohorts of `examples/` whose days the pages show. */
const EXAMPLES: Readonly<Record<string, string>> = {
  csce790: 'csce790-fall',
  mlsd: 'mlsd-fall',
  sharif: 'sharif-spring',
  w255: 'w255-spring',
};

/** Files of `docs/courses`, by name: a page and a picture of each course that ships, and one page of all. */
export function coursePages(): ReadonlyMap<string, string> {
  const outlines = presets().map((id) => [outlineOf(id), exampleOf(id)] as const);
  return new Map([
    ...outlines.flatMap(([outline, example]) => [
      [`${outline.course.id}.md`, coursePage(outline, example === undefined ? {} : { example })] as const,
      [`${outline.course.id}.svg`, calendarPicture(outline)] as const,
    ]),
    ['README.md', coursesOverview(outlines.map(([outline]) => outline))],
  ]);
}

function exampleOf(id: string): string | undefined {
  const example = EXAMPLES[id];
  return example !== undefined && existsSync(join(HOME, 'examples', example)) ? example : undefined;
}

function outlineOf(id: string): CourseOutline {
  const file = readAskedCourse(id, 'npm run schemas');
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  const example = exampleOf(id);
  const prices = priceListFor('us-central1');
  if (example === undefined) return courseOutline(file.value.course, { term: PLAIN_TERM }, prices);
  const cohort = loadCohort(cohortDirectory(join(HOME, 'examples', example)));
  if (!cohort.ok) throw new Error(JSON.stringify(cohort.problems));
  const { term, sessions, teamLabs } = cohort.value.config;
  return courseOutline(file.value.course, { term, sessions, teamLabs }, prices);
}
