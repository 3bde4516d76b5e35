import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import type { ScanResults } from '../../core/scans/scan-results';
import { SCAN_RESULTS_SCHEMA } from '../../core/scans/scan-results';
import { readInput } from '../cohort-directory';

const ALLOWED = 'the file that "practicum scans" writes for this cohort';
const WRITE = 'practicum scans scans/*.json';

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
        allowed: ALLOWED,
        write: WRITE,
      },
    ]);
  const bytes = readInput(file, file, WRITE);
  if (!(bytes instanceof Uint8Array)) return refuse([{ ...bytes, allowed: ALLOWED }]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return problem('this is not JSON');
  }
  const results = SCAN_RESULTS_SCHEMA.safeParse(parsed);
  if (!results.success) return problem('these are no results of scans');
  if (results.data.cohort !== cohort) return problem('this is of another cohort', shown(results.data.cohort));
  return accept(results.data as ScanResults);
}
