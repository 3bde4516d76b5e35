import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Problem } from '../../core/input/problem';
import { formatRoster } from '../../core/roster/exports/plain-roster';
import type { Roster } from '../../core/roster/roster';
import { isDirectory } from '../cohort-directory';

/** Why a roster may not be written to `file`; undefined where it may. */
export function whyNotWritten(file: string, force: boolean): Problem | undefined {
  const problem = (message: string, write: string): Problem => ({ file, line: 1, column: 1, message, write });
  if (file.trim() === '') return problem('this is no file name', '--out roster.csv');
  if (isDirectory(resolve(file))) return problem('this is a folder, not a file', `--out ${file}/roster.csv`);
  if (!force && existsSync(resolve(file)))
    return problem('this file is there already', '--force to replace it, or another name after --out');
  return undefined;
}

/** Writes the roster whole or not at all; what stood there before stays until the new one is on disk. */
export function writeRoster(file: string, roster: Roster): void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileAtomic.sync(path, formatRoster(roster));
}
