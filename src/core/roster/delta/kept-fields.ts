import type { Email } from '../../domain/ids';
import type { Student } from '../roster';

/** What one export knows and another does not: a gradebook has neither teams nor GitHub names. */
const MAY_LACK = ['team', 'section', 'github'] as const;
export type KeptField = (typeof MAY_LACK)[number];

export interface KeptFields {
  readonly students: readonly Student[];
  readonly kept: readonly KeptField[];
}

/**
 * The students of an export, with what it tells of nobody as it was before: an export without teams dissolves none. `same`
 * has the old address of who changed it.
 */
export function withKeptFields(
  before: readonly Student[],
  after: readonly Student[],
  same: ReadonlyMap<Email, Email>,
): KeptFields {
  const kept = MAY_LACK.filter(
    (field) =>
      after.every((student) => student[field] === undefined) &&
      before.some((student) => student[field] !== undefined),
  );
  if (kept.length === 0) return { students: after, kept };
  const was = new Map(before.map((student) => [student.email, student]));
  const students = after.map((student) => {
    const old = was.get(same.get(student.email) ?? student.email);
    const fields = kept.flatMap((field) =>
      old?.[field] === undefined ? [] : [[field, old[field]] as const],
    );
    return { ...student, ...Object.fromEntries(fields) };
  });
  return { students, kept };
}
