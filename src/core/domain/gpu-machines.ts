/** Google's names of the GPUs that a lab may ask for. */
export const ACCELERATORS = ['nvidia-l4', 'nvidia-tesla-t4'] as const;
export type Accelerator = (typeof ACCELERATORS)[number];

/** What is known of a GPU that node pools may have. */
export interface GpuMachine {
  /** Machine that carries one of it; Google sells no smaller one with it. */
  readonly machineType: string;
  readonly memoryGib: number;
}

/**
 * Each GPU in the smallest machine that has one.
 * @see https://cloud.google.com/compute/docs/gpus (read 2026-11)
 */
export const GPU_MACHINES = {
  'nvidia-l4': { machineType: 'g2-standard-4', memoryGib: 24 },
  'nvidia-tesla-t4': { machineType: 'n1-standard-4', memoryGib: 16 },
} as const satisfies Record<Accelerator, GpuMachine>;

/** The GPU of a cohort that names none. */
export const DEFAULT_ACCELERATOR: Accelerator = 'nvidia-l4';
/** How many containers take turns on a GPU where a cohort says nothing: the memory of each is then a quarter of it. */
export const DEFAULT_SHARED_BY = 4;
/**
 * Most containers that may take turns on one GPU.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus (read 2026-11)
 */
export const MOST_SHARED_BY = 48;

/** Taint of nodes with GPUs: GKE lets those pods onto them that ask for one, and no other by itself. */
export const GPU_TAINT = { key: 'nvidia.com/gpu', value: 'present', effect: 'NO_SCHEDULE' } as const;
