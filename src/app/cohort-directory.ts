import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { byText } from '../core/domain/sorting';
import type { Problem } from '../core/input/problem';

/** Folder of the program itself: presets of courses and the example stand in it. */
export const HOME = resolve(__dirname, '..', '..');

const EXAMPLE = join(HOME, 'examples', 'w255-spring');

export const COHORT_FILE = 'cohort.yaml';
export const ROSTER_FILE = 'roster.csv';
export const LEDGER_FILE = 'cohort.lock.yaml';

/** A folder that holds a cohort, and how its files are called in messages. */
export interface CohortDirectory {
  readonly path: string;
  /** Path of a file of the folder, as a person would type it from here. */
  display(file: string): string;
}

/** The folder that is asked for: by option, by PRACTICUM_COHORT, the current one, or the example. */
export function cohortDirectory(option: string | undefined): CohortDirectory {
  const asked = option ?? process.env['PRACTICUM_COHORT'];
  const here = existsSync(COHORT_FILE) ? '.' : EXAMPLE;
  const path = resolve(asked ?? here);
  return { path, display: (file) => relative(process.cwd(), join(path, file)) || file };
}

/** What a command needs behind it to be about this cohort: nothing where it is the one that is usual here. */
export function cohortOption({ path }: CohortDirectory): string {
  if (path === cohortDirectory(undefined).path) return '';
  return ` --cohort ${relative(process.cwd(), path) || '.'}`;
}

/** The bytes of a file, or what is wrong with it; `remedy` says how to get one. */
export function readInput(path: string, name: string, remedy: string): Uint8Array | Problem {
  const problem = (message: string): Problem => ({ file: name, line: 1, column: 1, message, write: remedy });
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return problem('there is no such file');
    if (code === 'ELOOP') return problem('this is a link that leads back to itself');
    if (code === 'ENAMETOOLONG') return problem('the path is too long for a file');
    if (code === 'EISDIR') return problem('this is a folder, not a file');
    if (code === 'EACCES' || code === 'EPERM') return problem('this file may not be read by you');
    throw error;
  }
}

/** Ids of the courses that ship with the program. */
export function presets(): readonly string[] {
  return readdirSync(join(HOME, 'courses'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort(byText(String));
}

/** Where the course that a cohort names stands: a preset by its id, an own file from the cohort's folder. */
export function coursePath(directory: CohortDirectory, course: string): { path: string; name: string } {
  if (!course.startsWith('.'))
    return { path: join(HOME, 'courses', `${course}.yaml`), name: `courses/${course}.yaml` };
  return { path: resolve(directory.path, course), name: directory.display(course) };
}

/** True for a folder that is there. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
