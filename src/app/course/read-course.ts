import { join, relative, resolve } from 'node:path';
import type { CourseFile } from '../../core/course/parse-course';
import { parseCourse } from '../../core/course/parse-course';
import { isOneLine } from '../../core/input/one-line';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { nearest } from '../../core/input/read-object';
import { HOME, presets } from '../cohort-directory';
import { readYaml } from '../load-cohort';
import { readOwnToolkits } from '../own-manifests';

/** Whatever has a dot or a slash in it is a path: ids have neither. One that nobody could read in a message is none. */
const isPath = (asked: string): boolean => /[./\\]/.test(asked) && isOneLine(asked);

/** Path of the course that a word names: a preset by its id, or a file; undefined for an id that there is not. */
export function pathOfCourse(asked: string): string | undefined {
  if (isPath(asked)) return resolve(asked);
  return presets().includes(asked) ? join(HOME, 'courses', `${asked}.yaml`) : undefined;
}

/** A course as its file has it, without what stands beside it, and where the file is. */
export interface AskedFile {
  readonly file: CourseFile;
  readonly path: string;
}

/** Reads the file of the course that a word names, or tells all that is wrong with it. */
export function readAskedFile(asked: string, command: string): Outcome<AskedFile> {
  const path = pathOfCourse(asked);
  if (path === undefined) return refuse([strange(asked, command)]);
  const name = isPath(asked) ? relative(process.cwd(), path) : `courses/${asked}.yaml`;
  const source = readYaml(path, name, `practicum course new ${name}`);
  const course = source.ok ? parseCourse(source.value) : source;
  return course.ok ? accept({ file: course.value, path }) : course;
}

/** Reads the course that a word names, with its own toolkits, or tells all that is wrong with it. */
export function readAskedCourse(asked: string, command: string): Outcome<CourseFile> {
  const read = readAskedFile(asked, command);
  return read.ok ? readOwnToolkits(read.value.file, read.value.path) : read;
}

/** What is told of a word that is no course. */
export function strange(asked: string, command: string): Problem {
  const known = presets();
  return {
    file: command,
    line: 1,
    column: 1,
    message: 'no course that ships with practicum has this id',
    got: shown(asked),
    allowed: `one of ${known.join(', ')}, or the path of your own file`,
    write: nearest(asked, known) ?? './my-course.yaml',
  };
}
