import { Bytes, Cpu } from '../domain/quantity';

export const TOOLKIT_SIZES = ['small', 'normal', 'large'] as const;
export type ToolkitSize = (typeof TOOLKIT_SIZES)[number];

/** What a toolkit may use in a tenant's place; part of the tenant's quota. */
export interface Allowance {
  /** Guaranteed to it. */
  readonly cpu: Cpu;
  /** Most it may use when nodes have it to spare. */
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly memoryLimit: Bytes;
  /** Persistent disks, together. */
  readonly storage: Bytes;
  /** Scratch space of all its pods, together. */
  readonly ephemeralStorage: Bytes;
  readonly pods: number;
  readonly volumes: number;
  readonly services: number;
  readonly gpus: number;
}

/** What the larger sizes of a toolkit may have beside processor and memory. */
export interface AllowanceExtras {
  /** @default '0Mi' - no disk */
  readonly storage?: string;
  /** @default - 256Mi for each pod */
  readonly scratch?: string;
  /** @default 1 */
  readonly pods?: number;
  /** @default 0 */
  readonly volumes?: number;
  /** @default 1 */
  readonly services?: number;
  /** @default 0 */
  readonly gpus?: number;
}

/** Scratch space of a pod that writes next to nothing: a log, and a small folder for what is passing. */
const SCRATCH_MEBI = 256;

/** An allowance from amounts as Kubernetes writes them: guaranteed, and at most. */
export function allowance(
  [cpu, cpuLimit]: readonly [string, string],
  [memory, memoryLimit]: readonly [string, string],
  { storage = '0Mi', scratch, pods = 1, volumes = 0, services = 1, gpus = 0 }: AllowanceExtras = {},
): Allowance {
  return {
    cpu: Cpu.parse(cpu),
    cpuLimit: Cpu.parse(cpuLimit),
    memory: Bytes.parse(memory),
    memoryLimit: Bytes.parse(memoryLimit),
    storage: Bytes.parse(storage),
    ephemeralStorage: scratch === undefined ? Bytes.mebi(SCRATCH_MEBI * pods) : Bytes.parse(scratch),
    pods,
    volumes,
    services,
    gpus,
  };
}

/** The largest of some sizes; `small` if there are none. */
export const largestOf = (sizes: readonly ToolkitSize[]): ToolkitSize =>
  [...TOOLKIT_SIZES].reverse().find((size) => sizes.includes(size)) ?? 'small';
