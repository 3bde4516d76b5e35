import type { CellNumber } from '../domain/ids';
import type { Day } from '../domain/time';

/** What a project beside that of a cell is for. */
export const OUTSIDE_KINDS = ['services', 'machines', 'logs'] as const;
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** A project beside that of a cell, planned once: deleted, it would keep its id for good, and nobody could make it again. */
export interface LastingProject {
  readonly on: Day;
  readonly cell: CellNumber;
  readonly project: OutsideKind;
}

/** The part of a ledger that tells of projects, in the order in which they were planned. */
export interface LastingProjects {
  /** @default - none was ever planned */
  readonly projects?: readonly LastingProject[];
}

/** Whether a cell had a project for this, and so keeps it. */
export const lasts = ({ projects = [] }: LastingProjects, cell: CellNumber, kind: OutsideKind): boolean =>
  projects.some((each) => each.cell === cell && each.project === kind);

/** The ledger with a line for each project that has none yet. */
export function withLasting<T extends LastingProjects>(
  ledger: T,
  planned: readonly Omit<LastingProject, 'on'>[],
  on: Day,
): T {
  const added = planned.filter(({ cell, project }) => !lasts(ledger, cell, project));
  if (added.length === 0) return ledger;
  const lines = added.map(({ cell, project }) => ({ on, cell, project }));
  return { ...ledger, projects: [...(ledger.projects ?? []), ...lines] };
}
