import type { ToolkitSize } from '../catalogue/allowance';
import { largestOf } from '../catalogue/allowance';
import type { ToolkitRef } from '../catalogue/catalogue';
import { toolkitOf } from '../catalogue/catalogue';
import { stands } from '../catalogue/workloads';
import type { Lab } from '../course/course.schema';
import { byText } from '../domain/sorting';

/** A toolkit of a tenant. */
export interface ToolkitPlan extends ToolkitRef {
  /** The largest that any of its labs wants. */
  readonly size: ToolkitSize;
  /** Whether its objects are placed; otherwise the student sets it up. */
  readonly standing: boolean;
}

type ToolkitUse = Lab['toolkits'][number];

/** Whether a lab finds the toolkit ready: there is something to place, and setting it up is not its work. */
export const isPlaced = (use: ToolkitUse): boolean => use.setUp === 'practicum' && stands(toolkitOf(use));

/** Toolkits of those who work on `labs`, by id: one of each, as large as the largest that is wanted. */
export function toolkitsOf(labs: readonly Lab[]): readonly ToolkitPlan[] {
  const uses = labs.flatMap(({ toolkits }) => toolkits);
  const ids = [...new Set(uses.map(({ id }) => id))].sort(byText(String));
  return ids.map((id) => {
    const own = uses.filter((use) => use.id === id);
    const placed = own.filter(isPlaced);
    const standing = placed.length > 0;
    const size = largestOf((standing ? placed : own).map((use) => use.size));
    const [{ own: described }] = own as [ToolkitUse];
    return { id, size, standing, ...(described === undefined ? {} : { own: described }) };
  });
}
