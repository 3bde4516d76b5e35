import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Problem } from '../../core/input/problem';

/** File that says that a folder is a rehearsal's own, and may be emptied. */
const MARK = '.practicum-rehearsal';

/** What is wrong with a folder that has files in it which no rehearsal put there. */
export function tryFindStranger(folder: string): Problem | undefined {
  if (!existsSync(folder) || existsSync(join(folder, MARK)) || readdirSync(folder).length === 0)
    return undefined;
  return {
    file: relative(process.cwd(), folder) || folder,
    line: 1,
    column: 1,
    message: 'this folder has files in it that no rehearsal made, and a rehearsal would delete them',
    write: '--out with a folder of its own',
  };
}

/** What is wrong with a cohort that stands in the folder which a rehearsal empties, as its own copy does. */
export function tryFindOwnCohort(folder: string, cohort: string): Problem | undefined {
  if (cohort !== folder && !cohort.startsWith(`${folder}${sep}`)) return undefined;
  return {
    file: relative(process.cwd(), cohort) || '.',
    line: 1,
    column: 1,
    message: 'this cohort is in the folder that the rehearsal would empty',
    write: '--out with a folder that the cohort is not in',
  };
}

/** Makes the folder and marks it; what an earlier rehearsal left in it goes. */
export function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  markFolder(folder);
}

/** Makes the folder if it is not there, and marks it. */
export function markFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, MARK),
    'Written by "practicum rehearse", which empties this folder when it begins.\n',
  );
}
