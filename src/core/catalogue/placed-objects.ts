import type { PlacedObject } from '../kubernetes/placed-object';
import type { ToolkitSize } from './allowance';
import type { ToolkitRef } from './catalogue';
import { toolkitOf } from './catalogue';
import type { ToolkitPlace } from './toolkit';
import { asleep } from './workloads';

/** What is the same for all toolkits of a place. */
export type PlaceOfToolkits = Omit<ToolkitPlace, 'size' | 'allowance' | 'toolkits'>;

interface ToolkitUse extends ToolkitRef {
  readonly size: ToolkitSize;
  readonly standing: boolean;
}

/** The place as one of its toolkits sees it. */
export function placeFor(
  use: Omit<ToolkitUse, 'standing'>,
  uses: readonly ToolkitUse[],
  place: PlaceOfToolkits,
): ToolkitPlace {
  return {
    ...place,
    size: use.size,
    allowance: toolkitOf(use).sizes[use.size],
    toolkits: uses.filter(({ standing }) => standing).map(({ id }) => id),
  };
}

/** Objects of all toolkits that stand in a place, asleep. */
export const placedObjects = (uses: readonly ToolkitUse[], place: PlaceOfToolkits): readonly PlacedObject[] =>
  uses
    .filter(({ standing }) => standing)
    .flatMap((use) => toolkitOf(use).place?.(placeFor(use, uses, place)) ?? [])
    .map(asleep);

/** Whether a toolkit that stands in a place needs Secrets that are drawn there. */
export const drawsSecrets = (uses: readonly Omit<ToolkitUse, 'size'>[]): boolean =>
  uses.some((use) => use.standing && (toolkitOf(use).secrets ?? []).length > 0);
