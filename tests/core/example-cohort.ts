import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortFile } from '../../src/core/config/parse-cohort';
import type { CourseFile } from '../../src/core/course/parse-course';
import { readCsv } from '../../src/core/input/csv-source';
import { decodeText } from '../../src/core/input/decode-text';
import type { Roster } from '../../src/core/roster/roster';
import { parseRoster } from '../../src/core/roster/roster';
import { valueOf } from './outcomes';
import { readCohort, readCourse } from './sample-cohort';

const text = (...path: readonly string[]): string =>
  valueOf(decodeText(path.at(-1)!, readFileSync(join(__dirname, '../..', ...path))));

/** The course that ships with the product, read from its file. */
export const w255 = (): CourseFile => valueOf(readCourse(text('courses', 'w255.yaml')));

/** The example cohort, read from its files. */
export const w255Spring = (): CohortFile =>
  valueOf(readCohort(text('examples', 'w255-spring', 'cohort.yaml')));
export const w255SpringRoster = (): Roster =>
  valueOf(parseRoster(valueOf(readCsv('roster.csv', text('examples', 'w255-spring', 'roster.csv')))));
