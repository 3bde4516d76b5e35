import { createHash } from 'node:crypto';

/**
 * Number of a project, twelve digits. Google draws it; here it follows from the id, so that the same cohort has the
 * same numbers in each rehearsal.
 */
export function projectNumber(project: string): string {
  const hash = createHash('sha256').update(`project ${project}`).digest('hex');
  return String(100_000_000_000 + (Number.parseInt(hash.slice(0, 12), 16) % 900_000_000_000));
}
