import { Bytes, Cpu } from './quantity';

/** What pods can use on one node: what the machine has, less what the system keeps. */
export interface Allocatable {
  readonly cpu: Cpu;
  readonly memory: Bytes;
}

/**
 * Allocatable by GKE's published reservations, less 10 % for daemon sets and fragments.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes (read 2026-11)
 */
const allocatable = (cores: number, gibi: number): Allocatable => {
  const tiers: readonly (readonly [upTo: number, share: number])[] = [[4, 0.25], [8, 0.2], [16, 0.1], [128, 0.06], [Infinity, 0.02]]; // prettier-ignore
  let reserved = 0.1;
  let below = 0;
  for (const [upTo, share] of tiers) {
    reserved += Math.max(0, Math.min(gibi, upTo) - below) * share;
    below = upTo;
  }
  const reservedCpu = 60 + 10 + Math.max(0, Math.min(cores, 4) - 2) * 5 + Math.max(0, cores - 4) * 2.5;
  return {
    cpu: Cpu.millis(Math.floor((cores * 1000 - reservedCpu) * 0.9)),
    memory: Bytes.mebi(Math.floor((gibi - reserved) * 1024 * 0.9)),
  };
};

/** Machine types that node pools may use. */
export const MACHINE_TYPES = {
  'e2-standard-2': allocatable(2, 8),
  'e2-standard-4': allocatable(4, 16),
  'e2-standard-8': allocatable(8, 32),
  'e2-standard-16': allocatable(16, 64),
  'e2-highmem-4': allocatable(4, 32),
  'e2-highmem-8': allocatable(8, 64),
  'n2-standard-4': allocatable(4, 16),
  'n2-standard-8': allocatable(8, 32),
  'n2-standard-16': allocatable(16, 64),
} as const satisfies Record<string, Allocatable>;

/** Machines of nodes with a GPU. */
export const GPU_NODES = {
  'g2-standard-4': allocatable(4, 16),
  'n1-standard-4': allocatable(4, 15),
} as const satisfies Record<string, Allocatable>;

export type MachineType = keyof typeof MACHINE_TYPES;
export const MACHINE_TYPE_NAMES = Object.keys(MACHINE_TYPES) as readonly MachineType[];
