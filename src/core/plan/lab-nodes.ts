import { MACHINE_TYPES } from '../domain/machine-types';
import type { CellPlan, ShardPlan, TenantPlan } from './cohort-plan';
import { MAX_PODS_PER_NODE } from './networks';
import { PODS_OF_A_NODE } from './placeholder';

/** Pods of tenants that a node has room for. */
export const PODS_PER_NODE = MAX_PODS_PER_NODE - PODS_OF_A_NODE;

/**
 * Nodes on which every tenant can use all that its quota guarantees and start all its pods, at the same time. `scratchGib` is what
 * the disk of each leaves to places, which is made for a class of equals: who has more by a later deadline may need a node more.
 */
export function nodesFor(
  tenants: readonly Pick<TenantPlan, 'quota'>[],
  machineType: keyof typeof MACHINE_TYPES,
  scratchGib: number,
): number {
  const node = MACHINE_TYPES[machineType];
  const sum = (amount: (quota: TenantPlan['quota']) => number): number =>
    tenants.reduce((total, { quota }) => total + amount(quota), 0);
  return Math.max(
    1,
    Math.ceil(sum(({ cpu }) => cpu.millis) / node.cpu.millis),
    Math.ceil(sum(({ memory }) => memory.bytes) / node.memory.bytes),
    Math.ceil(sum(({ ephemeralStorage }) => ephemeralStorage.gibi) / scratchGib),
    Math.ceil(sum(({ pods }) => pods) / PODS_PER_NODE),
  );
}

/** Tenants that share the cluster of a cell and have anything in it. */
export const inCluster = (tenants: readonly TenantPlan[]): readonly TenantPlan[] =>
  tenants.filter(({ tier, emptied }) => tier !== 'cluster' && emptied !== true);

/** Cells whose nodes are bounded below what their places need together: some pods would wait. No fault, but to be known. */
export function crowdedCells(
  cells: readonly CellPlan[],
  shards: readonly ShardPlan[],
  scratchGibWith: (diskGb: number) => number,
): readonly string[] {
  return cells.flatMap(({ number, cluster }) => {
    if (cluster === undefined) return [];
    const { maxNodes, machineType, diskGb } = cluster.pools.lab;
    const tenants = inCluster(shards.flatMap(({ cell, tenants: own }) => (cell === number ? own : [])));
    const needed = nodesFor(tenants, machineType, scratchGibWith(diskGb));
    return needed <= maxNodes
      ? []
      : [
          `cell ${number} has ${maxNodes} lab nodes at most, and its ${tenants.length} places together are promised what takes ${needed}: pods wait while all work at once`,
        ];
  });
}
