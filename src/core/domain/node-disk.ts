/** Sizes of boot disks go by so many GB, so that a small change of a course changes no node. */
const STEP_GB = 10;

/** What GKE gives a node of which nothing is said; below, the speed of a balanced disk falls with its size. */
export const SMALLEST_DISK_GB = 100;

/** Far below the 64 TB that Google takes: beyond, a disk costs more than the machine that it is on. */
export const LARGEST_DISK_GB = 2_000;

/** GiB of a disk of 100 GB that its partitions and its file system take: 98,831,908 KiB were seen of it on nodes of GKE. */
const TAKEN_OF_100_GIB = 6;

/** Share of a disk below which GKE takes pods away, to have room again. */
const EVICTION_SHARE = 0.1;

/** GB of boot disks that a GiB of scratch space costs: of each second one of a usual node GKE gives pods nothing. */
export const DISK_PER_SCRATCH = 2;

/**
 * GiB of scratch space that pods on a node with this boot disk can ask for, by GKE's published reservations. What Compute Engine calls a GB
 * of a disk is a GiB: of the 100 GB of a node GKE keeps 41 GiB, to the byte. What partitions take is partly the same for every disk, so
 * that a larger one loses no larger share, and a smaller one no more in all.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes#local_ephemeral_storage_reservation (read 2026-11)
 */
export function scratchGibOf(diskGb: number): number {
  const capacity = diskGb - TAKEN_OF_100_GIB * Math.max(1, diskGb / 100);
  const kept = Math.min(diskGb * 0.5, 6 + diskGb * 0.35, 100);
  return Math.max(0, capacity * (1 - EVICTION_SHARE) - kept);
}

/** The smallest boot disk, in GB, that leaves so much scratch space to pods; none if even the largest leaves less. */
export function tryFindDiskFor(scratchGib: number): number | undefined {
  const sizes = Array.from(
    { length: (LARGEST_DISK_GB - SMALLEST_DISK_GB) / STEP_GB + 1 },
    (_, step) => SMALLEST_DISK_GB + step * STEP_GB,
  );
  return sizes.find((diskGb) => scratchGibOf(diskGb) >= scratchGib);
}
