import type { ToolkitSize } from '../catalogue/allowance';
import { largestOf } from '../catalogue/allowance';
import { findToolkit } from '../catalogue/catalogue';
import { stands } from '../catalogue/workloads';
import type { Lab } from '../course/course.schema';
import type { ToolkitId } from '../domain/ids';
import { byText } from '../domain/sorting';

/** A toolkit of a tenant. */
export interface ToolkitPlan {
  readonly id: ToolkitId;
  /** The largest that any of its labs wants. */
  readonly size: ToolkitSize;
  /** Whether its objects are placed; otherwise the student sets it up. */
  readonly standing: boolean;
}

type ToolkitUse = Lab['toolkits'][number];

/** Whether a lab finds the toolkit ready: there is something to place, and setting it up is not its work. */
export const isPlaced = ({ id, setUp }: ToolkitUse): boolean =>
  setUp === 'practicum' && stands(findToolkit(id));

/** Toolkits of those who work on `labs`, by id: one of each, as large as the largest that is wanted. */
export function toolkitsOf(labs: readonly Lab[]): readonly ToolkitPlan[] {
  const uses = labs.flatMap(({ toolkits }) => toolkits);
  const ids = [...new Set(uses.map(({ id }) => id))].sort(byText(String));
  return ids.map((id) => {
    const own = uses.filter((use) => use.id === id);
    const placed = own.filter(isPlaced);
    const standing = placed.length > 0;
    return { id, size: largestOf((standing ? placed : own).map(({ size }) => size)), standing };
  });
}
