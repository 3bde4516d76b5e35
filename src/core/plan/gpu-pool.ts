import type { CohortConfig } from '../config/cohort.schema';
import type { Region } from '../config/regions';
import type { Accelerator } from '../domain/gpu-machines';
import { GPU_MACHINES } from '../domain/gpu-machines';
import { nodePoolName } from '../domain/names';
import type { CellPlan, ClusterPlan, PoolPlan, TenantPlan } from './cohort-plan';

/** Nodes with one GPU each; there are none until a pod asks for a GPU. */
export interface GpuPoolPlan extends Omit<PoolPlan, 'machineType'> {
  readonly machineType: (typeof GPU_MACHINES)[Accelerator]['machineType'];
  readonly accelerator: Accelerator;
  /** Containers that take turns on a GPU; 1 if each has one for itself. */
  readonly sharedBy: number;
  /** Zones that have this GPU, if only some of the region do. */
  readonly zones: readonly string[];
}

/** The pool on which all tenants of a cell can use all the GPUs of their quotas at the same time; none if they have none. */
export function gpuPoolFor(
  { gpu }: CohortConfig['nodes'],
  region: Region,
  tenants: readonly Pick<TenantPlan, 'quota'>[],
  diskGb: number,
): GpuPoolPlan | undefined {
  const gpus = tenants.reduce((sum, { quota }) => sum + quota.gpus, 0);
  if (gpus === 0) return undefined;
  const { accelerator, sharedBy, spot, zones = [] } = gpu;
  return {
    name: nodePoolName('gpu', spot),
    machineType: GPU_MACHINES[accelerator].machineType,
    accelerator,
    sharedBy,
    zones: zones.map((letter) => `${region}-${letter}`).sort(),
    spot,
    minNodes: 0,
    maxNodes: gpu.max ?? Math.ceil(gpus / sharedBy),
    diskGb,
  };
}

/** All pools of a cluster, those for everybody first. */
export const poolsOf = ({ pools }: Pick<ClusterPlan, 'pools'>): readonly (PoolPlan | GpuPoolPlan)[] => [
  pools.system,
  pools.lab,
  ...(pools.gpu === undefined ? [] : [pools.gpu]),
];

/** What people must ask Google for: a new project may have no GPU at all, and nobody notices before the lab. */
export const gpuNotices = (cells: readonly CellPlan[]): readonly string[] =>
  cells.flatMap(({ number, project, cluster }) =>
    cluster?.pools.gpu === undefined
      ? []
      : [
          `cell ${number} may have ${cluster.pools.gpu.maxNodes} GPUs of the kind ${cluster.pools.gpu.accelerator}, and Google gives a new project none: ask for the quota in ${project.id} as soon as it stands, days before the lab opens`,
        ],
  );
