import type { ToolkitId } from '../domain/ids';
import type { PlacedObject } from '../kubernetes/placed-object';
import type { ToolkitSize } from './allowance';
import { findToolkit } from './catalogue';
import type { ToolkitPlace } from './toolkit';
import { asleep } from './workloads';

/** What is the same for all toolkits of a place. */
export type PlaceOfToolkits = Omit<ToolkitPlace, 'size' | 'allowance' | 'toolkits'>;

interface ToolkitUse {
  readonly id: ToolkitId;
  readonly size: ToolkitSize;
  readonly standing: boolean;
}

/** The place as one of its toolkits sees it. */
export function placeFor(
  { id, size }: Pick<ToolkitUse, 'id' | 'size'>,
  uses: readonly ToolkitUse[],
  place: PlaceOfToolkits,
): ToolkitPlace {
  return {
    ...place,
    size,
    allowance: findToolkit(id).sizes[size],
    toolkits: uses.filter(({ standing }) => standing).map((use) => use.id),
  };
}

/** Objects of all toolkits that stand in a place, asleep. */
export const placedObjects = (uses: readonly ToolkitUse[], place: PlaceOfToolkits): readonly PlacedObject[] =>
  uses
    .filter(({ standing }) => standing)
    .flatMap((use) => findToolkit(use.id).place?.(placeFor(use, uses, place)) ?? [])
    .map(asleep);
