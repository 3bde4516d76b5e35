import { readFileSync } from 'node:fs';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import type { ScanResults } from '../../core/scans/scan-results';
import { SCAN_RESULTS_SCHEMA } from '../../core/scans/scan-results';

/** Reads the file that "practicum scans" wrote for this cohort. */
export function readScanResults(file: string, { cohort }: CohortPlan): Outcome<ScanResults> {
  const problem = (message: string, got?: string): Outcome<never> =>
    refuse([
      {
        file,
        line: 1,
        column: 1,
        message,
        ...(got === undefined ? {} : { got }),
        allowed: 'the file that "practicum scans" writes for this cohort',
        write: 'practicum scans scans/*.json',
      },
    ]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return problem('there is no such file');
    if (code === 'EISDIR') return problem('this is a folder, not a file');
    if (error instanceof SyntaxError) return problem('this is not JSON');
    throw error;
  }
  const results = SCAN_RESULTS_SCHEMA.safeParse(parsed);
  if (!results.success) return problem('these are no results of scans');
  if (results.data.cohort !== cohort) return problem('this is of another cohort', shown(results.data.cohort));
  return accept(results.data as ScanResults);
}
