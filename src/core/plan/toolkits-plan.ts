import type { ToolkitSize } from '../catalogue/allowance';
import { largestOf } from '../catalogue/allowance';
import type { ToolkitRef } from '../catalogue/catalogue';
import { toolkitOf } from '../catalogue/catalogue';
import type { PlaceAccount } from '../catalogue/place-accounts';
import { accountsOf } from '../catalogue/place-accounts';
import type { Opening, Toolkit } from '../catalogue/toolkit';
import { stands } from '../catalogue/workloads';
import type { Lab } from '../course/course.schema';
import { byText } from '../domain/sorting';
import type { LabPlan } from './cohort-plan';

/** A toolkit of a tenant. */
export interface ToolkitPlan extends ToolkitRef {
  /** The largest that any of its labs wants. */
  readonly size: ToolkitSize;
  /** Whether its objects are placed; otherwise the student sets it up. */
  readonly standing: boolean;
  /** Accounts that it has in the place, with their rights; absent where it has none. */
  readonly accounts?: readonly PlaceAccount[];
  /** What its pods reach beside what all pods of the place do; absent where that is nothing. */
  readonly openings?: readonly Opening[];
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
    // Also where the student sets it up: roles and openings are nothing that a student can make.
    const reaching = reachOf(toolkitOf(own[0]!));
    return { id, size, standing, ...reaching, ...(described === undefined ? {} : { own: described }) };
  });
}

/** What a toolkit may do and reach in a place beyond the rest of it. */
function reachOf(toolkit: Toolkit): Pick<ToolkitPlan, 'accounts' | 'openings'> {
  const accounts = accountsOf(toolkit);
  const { openings = [] } = toolkit;
  return {
    ...(accounts.length === 0 ? {} : { accounts }),
    ...(openings.length === 0 ? {} : { openings }),
  };
}

/** Accounts that any toolkit of some labs has in places, by name. */
export const accountsOfLabs = (labs: readonly Pick<LabPlan, 'toolkits'>[]): readonly PlaceAccount[] => {
  const uses = new Map(labs.flatMap(({ toolkits }) => toolkits).map((use) => [use.id, use]));
  return [...uses.values()].flatMap((use) => accountsOf(toolkitOf(use))).sort(byText(({ name }) => name));
};
