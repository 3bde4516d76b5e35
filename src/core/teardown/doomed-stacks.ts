import {
  cellServicesStackName,
  cellStackName,
  shardPlacesStackName,
  shardRepositoriesStackName,
  shardStackName,
} from '../domain/names';
import type { CohortPlan, TenantPlan } from '../plan/cohort-plan';

/**
 * What a stack holds: repositories on GitHub, places in clusters of their own, a shard of tenants, what a cell's cluster has for
 * all, a cell.
 */
export const STACK_KINDS = ['repositories', 'places', 'shard', 'services', 'cell'] as const;
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
export function doomedStacks({ cells, shards, repositories }: CohortPlan): readonly DoomedStack[] {
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
    const ofGithub = (repositories === undefined ? [] : own).map((shard) => ({
      name: shardRepositoriesStackName(shard.cell, shard.number),
      kind: 'repositories' as const,
      after: [],
      tenants: shard.tenants.filter(({ repository }) => repository !== undefined),
    }));
    const shardStacks = own.map(({ cell: of, number, tenants }) => ({
      name: shardStackName(of, number),
      kind: 'shard' as const,
      after: [...ofGithub, ...places]
        .map(({ name }) => name)
        .filter((name) =>
          [shardRepositoriesStackName(of, number), shardPlacesStackName(of, number)].includes(name),
        ),
      tenants,
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
    return [...ofGithub, ...places, ...shardStacks, ...services, cellStack];
  });
  const all: readonly DoomedStack[] = byCell.flat();
  return STACK_KINDS.flatMap((kind) => all.filter((stack) => stack.kind === kind));
}
