import { cellServicesStackName, cellStackName, shardPlacesStackName, shardStackName } from '../domain/names';
import type { CohortPlan, TenantPlan } from '../plan/cohort-plan';

/** What a stack holds: places in clusters of their own, a shard of tenants, what a cell's cluster has for all, a cell. */
export const STACK_KINDS = ['places', 'shard', 'services', 'cell'] as const;
export type StackKind = (typeof STACK_KINDS)[number];

/** A stack that a teardown takes away. */
export interface DoomedStack {
  readonly name: string;
  readonly kind: StackKind;
  /** Stacks that have to be gone before this one. */
  readonly after: readonly string[];
  /** Tenants whose place is in it, or in clusters that it has. */
  readonly tenants: readonly TenantPlan[];
}

/** The stacks of a cohort in an order in which they can go; that of the state's bucket is none of them. */
export function doomedStacks({ cells, shards }: CohortPlan): readonly DoomedStack[] {
  const byCell = [...cells].reverse().map((cell) => {
    const own = shards.filter((shard) => shard.cell === cell.number);
    const places = own
      .map((shard) => ({ shard, tenants: shard.tenants.filter((tenant) => tenant.cluster !== undefined) }))
      // The stack stays, empty, when the last of them is gone.
      .filter(({ shard, tenants }) => shard.hadOwnCluster === true || tenants.length > 0)
      .map(({ shard, tenants }) => ({
        name: shardPlacesStackName(shard.cell, shard.number),
        kind: 'places' as const,
        after: [],
        tenants,
      }));
    const shardStacks = own.map((shard) => ({
      name: shardStackName(shard.cell, shard.number),
      kind: 'shard' as const,
      after: places
        .map(({ name }) => name)
        .filter((name) => name === shardPlacesStackName(shard.cell, shard.number)),
      tenants: shard.tenants,
    }));
    const services =
      cell.cluster === undefined
        ? []
        : [
            {
              name: cellServicesStackName(cell.number),
              kind: 'services' as const,
              after: shardStacks.map(({ name }) => name),
              tenants: [],
            },
          ];
    // A cell whose zone others are delegated from goes after them.
    const children = cells.filter(({ parent }) => parent?.project === cell.project.id);
    const cellStack = {
      name: cellStackName(cell.number),
      kind: 'cell' as const,
      after: [
        ...(services.length > 0 ? services : shardStacks).map(({ name }) => name),
        ...children.map(({ number }) => cellStackName(number)),
      ],
      tenants: [],
    };
    return [...places, ...shardStacks, ...services, cellStack];
  });
  const all: readonly DoomedStack[] = byCell.flat();
  return STACK_KINDS.flatMap((kind) => all.filter((stack) => stack.kind === kind));
}
