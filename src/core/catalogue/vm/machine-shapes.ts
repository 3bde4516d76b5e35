import type { ToolkitSize } from '../allowance';

/** One size of machine. */
export interface MachineShape {
  readonly machineType: 'e2-small' | 'e2-medium' | 'e2-standard-2';
  /** vCPUs that are paid for: a machine with a shared core runs on two and pays for a part. */
  readonly paidVcpus: number;
  readonly gib: number;
  readonly diskGb: number;
}

/** @see https://cloud.google.com/compute/docs/general-purpose-machines#e2-shared-core (2026-11) */
export const MACHINE_SHAPES: Readonly<Record<ToolkitSize, MachineShape>> = {
  small: { machineType: 'e2-small', paidVcpus: 0.5, gib: 2, diskGb: 10 },
  normal: { machineType: 'e2-medium', paidVcpus: 1, gib: 4, diskGb: 20 },
  large: { machineType: 'e2-standard-2', paidVcpus: 2, gib: 8, diskGb: 50 },
};

/** vCPUs that each of them counts in the quota of a region. */
export const VCPUS_IN_QUOTA = 2;

/** Hours after a start at which a machine is stopped, whoever works on it. */
export const AWAKE_HOURS = 12;

/** Family of images that a machine is made from; Google renews it each month, and Debian itself each day (2026-11). */
export const MACHINE_IMAGE = 'debian-cloud/debian-12';

/** Ports that are reached through a tunnel: for logging in, and for what students run. */
export const TUNNEL_PORTS: readonly string[] = ['22', '8000-8999'];

/** Letter of the zone that machines are in: every region has it. */
const ZONE = 'b';

export const machineZone = (region: string): string => `${region}-${ZONE}`;
