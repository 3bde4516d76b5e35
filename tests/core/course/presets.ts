import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseFile } from '../../../src/core/course/parse-course';
import { valueOf } from '../outcomes';
import { readCourse } from '../sample-cohort';

const FOLDER = join(__dirname, '../../..', 'courses');

/** Ids of the courses that ship with the product. */
export const PRESETS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))
  .sort();

export const textOfPreset = (id: string): string => readFileSync(join(FOLDER, `${id}.yaml`), 'utf8');

export const preset = (id: string): CourseFile => valueOf(readCourse(textOfPreset(id)));
