import { runInColumns } from '../app/recorded-terminal';
import type { Run } from './cohort-on-disk';

/** Runs the program in this process, in lines long enough for most remedies. */
export function run(...args: string[]): Promise<Run> {
  return runInColumns(110, args);
}
