import type { Criterion } from './criteria';
import { csvCell } from '../input/csv-cell';
import type { GradeRow } from './grade-table';

/** The rows as CSV, a line for each place, numbers in the units that the head names. */
export function gradeCsv(rows: readonly GradeRow[], criteria: readonly Criterion[]): string {
  const head = [
    'handle',
    'name',
    'result',
    ...criteria.flatMap(({ id, title, unit }) => [`${id} (${unit})`, title]),
    'requests',
    'answered',
    'seconds',
    'median (ms)',
    'p95 (ms)',
    'p99 (ms)',
    'graded at',
    'reason',
  ];
  return [head, ...rows.map((row) => cellsOf(row, criteria))]
    .map((cells) => `${cells.map(csvCell).join(',')}\n`)
    .join('');
}

function cellsOf(
  { handle, title, outcome, judgements, report, at, reason }: GradeRow,
  criteria: readonly Criterion[],
): readonly string[] {
  const judged = criteria.flatMap(({ id }) => {
    const judgement = judgements.find(({ criterion }) => criterion === id);
    if (judgement === undefined) return ['', ''];
    return [numberCell(judgement.value), judgement.passed ? 'pass' : 'fail'];
  });
  const { latency } = report ?? {};
  const measured = [
    report?.requests,
    report?.answered,
    report?.seconds,
    latency?.med,
    latency?.['p(95)'],
    latency?.['p(99)'],
  ];
  return [handle, title, outcome, ...judged, ...measured.map(numberCell), at ?? '', reason ?? ''];
}

const numberCell = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toFixed(3)));
