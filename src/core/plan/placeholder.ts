import type { Lab } from '../course/course.schema';
import { toolkitOf } from '../catalogue/catalogue';
import type { MachineType } from '../domain/machine-types';
import { MACHINE_TYPES } from '../domain/machine-types';
import { CONTAINER_DEFAULTS } from './container-defaults';
import type { PrewarmPlan } from './class-hours-plan';
import { MAX_PODS_PER_NODE } from './networks';
import { isPlaced } from './toolkits-plan';

/** Pods that GKE and the cell have on every node, with room for a rollout. */
export const PODS_OF_A_NODE = 14;

/**
 * What a place starts with when a class does: the toolkits of the lab that has most, and one container of the
 * student's own at the size that is given to whoever asks for none. A quota is a ceiling, reached by few and by none
 * in the first minute: to keep nodes for all quotas would be to run the largest pool at each class. What is placed runs
 * already, as long as a lab that needs it is open.
 */
export function placeholderSize(labs: readonly Lab[]): PrewarmPlan['placeholder'] {
  const { cpu, memory } = CONTAINER_DEFAULTS.request;
  return labs
    .map(({ toolkits }) =>
      toolkits
        .filter((use) => !isPlaced(use))
        .map((use) => toolkitOf(use).sizes[use.size])
        .reduce((sum, each) => ({ cpu: sum.cpu.plus(each.cpu), memory: sum.memory.plus(each.memory) }), {
          cpu,
          memory,
        }),
    )
    .reduce((a, b) => ({ cpu: a.cpu.atLeast(b.cpu), memory: a.memory.atLeast(b.memory) }), { cpu, memory });
}

/** How many find room on an empty node; one at least, since a larger one is never scheduled and costs nothing. */
export function placeholdersPerNode(
  { cpu, memory }: PrewarmPlan['placeholder'],
  machineType: MachineType,
): number {
  const node = MACHINE_TYPES[machineType];
  return Math.max(
    1,
    Math.min(
      Math.floor(node.cpu.millis / cpu.millis),
      Math.floor(node.memory.bytes / memory.bytes),
      MAX_PODS_PER_NODE - PODS_OF_A_NODE,
    ),
  );
}
