import type { Handle } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import type { TenantPlan } from '../plan/cohort-plan';
import type { Criterion, Judgement } from './criteria';
import { judge } from './criteria';
import type { GradedPlaces } from './graded-places';
import type { PlaceRecord } from './grading-records';
import type { LoadReport } from './load-report';

/** What came of grading a place. */
export type GradeOutcome = 'passed' | 'failed' | 'not graded' | 'held' | 'not due';

/** A place in the table of a lab: who, what came of it, and by which numbers. */
export interface GradeRow {
  readonly handle: Handle;
  readonly title: string;
  readonly outcome: GradeOutcome;
  readonly judgements: readonly Judgement[];
  readonly at?: Instant;
  readonly report?: LoadReport;
  /** Why there are no numbers. */
  readonly reason?: string;
}

/** The rows of a lab, by the names that people have. */
export function gradeRows(
  { due, held, early }: GradedPlaces,
  records: ReadonlyMap<Handle, PlaceRecord>,
  criteria: readonly Criterion[],
): readonly GradeRow[] {
  const without = (outcome: GradeOutcome, reason: string) => (tenant: TenantPlan) =>
    records.get(tenant.handle)?.result?.record === 'graded'
      ? gradedRow(tenant, records.get(tenant.handle), criteria)
      : { ...ownerOf(tenant), outcome, judgements: [], reason };
  return [
    ...due.map((tenant) => gradedRow(tenant, records.get(tenant.handle), criteria)),
    ...held.map(without('held', 'access is paused')),
    ...early.map(without('not due', 'may still hand in')),
  ].sort(byText(({ title, handle }) => `${title}\n${handle}`));
}

/** Rows of places that should have been graded and were not. */
export const missingRows = (rows: readonly GradeRow[]): readonly GradeRow[] =>
  rows.filter(({ outcome }) => outcome === 'not graded');

const ownerOf = ({ handle, title }: TenantPlan): Pick<GradeRow, 'handle' | 'title'> => ({ handle, title });

function gradedRow(
  tenant: TenantPlan,
  record: PlaceRecord | undefined,
  criteria: readonly Criterion[],
): GradeRow {
  const result = record?.result;
  if (result?.record !== 'graded') {
    const reason = result?.reason ?? 'its turn has not come yet';
    const at = result === undefined ? {} : { at: result.at };
    return { ...ownerOf(tenant), outcome: 'not graded', judgements: [], reason, ...at };
  }
  const { report, at } = result;
  const judgements = judge(criteria, report);
  const outcome = judgements.every(({ passed }) => passed) ? 'passed' : 'failed';
  return { ...ownerOf(tenant), outcome, judgements, report, at };
}

/** A measured value as tables show it. */
export function valueText({ value, unit }: Judgement): string {
  return Number.isFinite(value) ? `${Number(value.toFixed(2))} ${unit}` : 'none';
}
