import type { Window } from '../course/calendar';
import type { Course } from '../course/course.schema';
import { GPU_MACHINES } from '../domain/gpu-machines';
import type { Allocatable } from '../domain/machine-types';
import { GPU_NODES, MACHINE_TYPES } from '../domain/machine-types';
import { LARGEST_DISK_GB, scratchGibOf, tryFindDiskFor } from '../domain/node-disk';
import { PODS_PER_NODE } from './lab-nodes';
import type { PlanInputs } from './plan-inputs';
import { quotaFor } from './quota';
import type { QuotaPlan } from './quota-plan';
import { labsOf } from './tenant-keys';

/** What decides how large the disks of nodes are: nothing of it changes with a student. */
interface Facts extends Pick<PlanInputs, 'config' | 'course'> {
  readonly windows: readonly Window[];
}

/**
 * Images of a node's pods, which lie on the same disk: students' own and those of toolkits share their layers, and kubelet takes away
 * what nobody runs as the disk fills. An assumption: some ten of 1 GiB each.
 * @see https://kubernetes.io/docs/concepts/architecture/garbage-collection/#container-image-lifecycle (read 2026-11)
 */
const IMAGES_GIB = 10;

/** What Triton's image has of all its backends, beside the rest: 15.5 GB were told of 24.06-py3. */
const TRITON_GIB = 15;

/** Two frameworks with CUDA and its libraries, which take 8 to 12 GiB each once they are unpacked; an assumption as well. */
const CUDA_GIB = 25;

/** What images of a course's labs take of the disk of a lab node. */
function imageGib({ labs }: Pick<Course, 'labs'>): number {
  const triton = labs.some(({ toolkits }) => toolkits.some(({ id }) => id === 'triton'));
  return IMAGES_GIB + (triton ? TRITON_GIB : 0);
}

/** Quotas of the kinds of places that the course has, which all places have but for later deadlines. */
const kindsOf = ({ config, course, windows }: Facts): readonly QuotaPlan[] =>
  (['student', 'team'] as const)
    .map((kind) => labsOf(kind, course, config))
    .filter((labs) => labs.length > 0)
    .map((labs) => quotaFor(course, labs, windows));

/**
 * How many such places fill a node by the cores or the memory that they are guaranteed; one at least, since a pod is never split,
 * and no more than there can be pods.
 */
const placesPerNode = ({ cpu, memory }: QuotaPlan, node: Allocatable): number =>
  Math.max(1, Math.min(node.cpu.millis / cpu.millis, node.memory.bytes / memory.bytes, PODS_PER_NODE));

/** The most GiB of scratch space that a full lab node is asked for: its places are promised it, all at the same time. */
export function labScratchGib(facts: Facts): number {
  const node = MACHINE_TYPES[facts.config.nodes.machineType];
  return Math.max(
    0,
    ...kindsOf(facts).map((quota) => quota.ephemeralStorage.gibi * placesPerNode(quota, node)),
  );
}

/** The same for a node with a GPU, of which no more places have a share than take turns on it. */
export function gpuScratchGib(facts: Facts): number {
  const { accelerator, sharedBy } = facts.config.nodes.gpu;
  const node = GPU_NODES[GPU_MACHINES[accelerator].machineType];
  const kinds = kindsOf(facts).filter(({ gpus }) => gpus > 0);
  return Math.max(
    0,
    ...kinds.map(
      (quota) =>
        quota.ephemeralStorage.gibi *
        Math.max(1, Math.min(placesPerNode(quota, node), sharedBy / quota.gpus)),
    ),
  );
}

/** GiB of scratch space that lab nodes with such a disk leave to places, beside images. */
export const scratchGibForPlaces = (diskGb: number, course: Pick<Course, 'labs'>): number =>
  scratchGibOf(diskGb) - imageGib(course);

/** The same on nodes with GPUs. */
export const scratchGibForGpuPlaces = (diskGb: number, course: Pick<Course, 'labs'>): number =>
  scratchGibForPlaces(diskGb, course) - CUDA_GIB;

/** Boot disk of the lab nodes, in GB; inputs that ask for a larger one than there is were refused before. */
export const labDiskGb = (facts: Facts): number =>
  tryFindDiskFor(labScratchGib(facts) + imageGib(facts.course)) ?? LARGEST_DISK_GB;

/** Boot disk of the nodes with GPUs, in GB. */
export const gpuDiskGb = (facts: Facts): number =>
  tryFindDiskFor(gpuScratchGib(facts) + imageGib(facts.course) + CUDA_GIB) ?? LARGEST_DISK_GB;
