import { Bytes, Cpu } from '../../domain/quantity';
import type { Allowance, ToolkitSize } from '../allowance';
import type { ContainerAmounts } from './standing';

/** Pods of one kind, each with one container that counts. */
export interface PodGroup extends ContainerAmounts {
  readonly count: number;
  readonly scratch: string;
}

/** Some pods of one kind: what each is guaranteed, and the most it may use. */
export const pods = (
  count: number,
  [cpu, cpuLimit]: readonly [string, string],
  [memory, memoryLimit]: readonly [string, string],
  scratch = '256Mi',
): PodGroup => ({
  count,
  cpu: Cpu.parse(cpu),
  cpuLimit: Cpu.parse(cpuLimit),
  memory: Bytes.parse(memory),
  memoryLimit: Bytes.parse(memoryLimit),
  scratch,
});

/** What a toolkit has beside its pods. */
export interface BesidePods {
  /** @default 0 */
  readonly services?: number;
  /** Persistent disks, each of this size. @default - none */
  readonly disks?: { readonly count: number; readonly size: string };
  /** @default 0 */
  readonly gpus?: number;
}

/** What pods of several kinds may use together, so that they fit by construction. */
export function allowanceOf(groups: readonly PodGroup[], beside: BesidePods = {}): Allowance {
  const { services = 0, disks, gpus = 0 } = beside;
  const cpu = (of: (group: PodGroup) => Cpu): Cpu =>
    groups.reduce((sum, group) => sum.plus(of(group).times(group.count)), Cpu.ZERO);
  const bytes = (of: (group: PodGroup) => Bytes): Bytes =>
    groups.reduce((sum, group) => sum.plus(of(group).times(group.count)), Bytes.ZERO);
  return {
    cpu: cpu((group) => group.cpu),
    cpuLimit: cpu((group) => group.cpuLimit),
    memory: bytes((group) => group.memory),
    memoryLimit: bytes((group) => group.memoryLimit),
    storage: disks === undefined ? Bytes.ZERO : Bytes.parse(disks.size).times(disks.count),
    ephemeralStorage: bytes(({ scratch }) => Bytes.parse(scratch)),
    pods: groups.reduce((sum, { count }) => sum + count, 0),
    volumes: disks?.count ?? 0,
    services,
    gpus,
  };
}

/** What the quota gives for each size, of what each size is made of. */
export const sizesOf = <Shape>(
  shapes: Readonly<Record<ToolkitSize, Shape>>,
  allowance: (shape: Shape) => Allowance,
): Readonly<Record<ToolkitSize, Allowance>> => ({
  small: allowance(shapes.small),
  normal: allowance(shapes.normal),
  large: allowance(shapes.large),
});

/** A server with a disk of its own. */
export interface ServerWithDisk {
  readonly server: PodGroup;
  readonly disk: string;
}

/** What the quota gives for one, and for the Service that leads to it. */
export const serverWithDisk = ({ server, disk }: ServerWithDisk): Allowance =>
  allowanceOf([server], { services: 1, disks: { count: 1, size: disk } });
