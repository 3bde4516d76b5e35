import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { DoomedStack } from '../../core/teardown/doomed-stacks';
import type { Archive } from './archive/archive';
import type { DoomedFolder } from './doomed-folder';
import type { WorkLog } from './work-log';

/** Why stacks are kept, by name: a stack is kept too when another that has to go before it is. */
export type KeptStacks = Map<string, string>;

/** What the steps of a teardown work on. */
export interface TeardownGround {
  readonly plan: CohortPlan;
  /** In an order in which they can go. */
  readonly stacks: readonly DoomedStack[];
  readonly kept: KeptStacks;
  readonly log: WorkLog;
  /** Stacks at once. */
  readonly parallelism: number;
  /** Undefined where the archive is skipped. */
  readonly archive: Archive | undefined;
  /** Handles of places whose archive is skipped. */
  readonly skipped: ReadonlySet<string>;
  folderOf(stack: DoomedStack): DoomedFolder;
}

/** Why a stack cannot go: itself, or one that has to go before it. */
export function reasonToKeep({ kept, stacks }: TeardownGround, stack: DoomedStack): string | undefined {
  const own = kept.get(stack.name);
  if (own !== undefined) return own;
  const before = stack.after.find((name) => stacks.some((each) => each.name === name) && kept.has(name));
  return before === undefined ? undefined : `${before} is kept`;
}
