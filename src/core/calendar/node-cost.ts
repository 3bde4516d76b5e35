import type { MachineType } from '../domain/machine-types';
import type { CohortPlan, GpuPoolPlan, PoolPlan } from '../plan/cohort-plan';
import { poolsOf } from '../plan/gpu-pool';
import type { PriceList } from '../prices/price-list';
import { familyOf, priceListFor } from '../prices/price-list';

/** The nodes that a pool can have, and what they cost in an hour at list price. */
export interface PoolCost extends Pick<PoolPlan, 'name' | 'spot' | 'minNodes' | 'maxNodes'> {
  readonly machineType: (PoolPlan | GpuPoolPlan)['machineType'];
  readonly cell: number;
  readonly leastUsdPerHour: number;
  readonly mostUsdPerHour: number;
}

/** GiB of memory for each vCPU, by the middle part of a machine type's name. */
const GIB_PER_VCPU = { standard: 4, highmem: 8 } as const;

/** List price of one machine for an hour; `e2-standard-4` has four vCPUs. */
export function machineHour(machineType: MachineType, { machines }: Pick<PriceList, 'machines'>): number {
  const [, shape, vcpus] = machineType.split('-') as [string, keyof typeof GIB_PER_VCPU, string];
  const { vcpuHour, gibHour } = machines[familyOf(machineType)];
  return Number(vcpus) * (vcpuHour.usd + GIB_PER_VCPU[shape] * gibHour.usd);
}

/** List price of one node for an hour, its boot disk with it, and its GPU. */
export const nodeHour = (pool: PoolPlan | GpuPoolPlan, list: PriceList): number =>
  ('accelerator' in pool ? list.gpuMachineHour[pool.accelerator].usd : machineHour(pool.machineType, list)) +
  (pool.diskGb * list.balancedDiskGibMonth.usd) / list.hoursPerMonth;

/** Pools of the shared clusters, by cell, and the list that they are counted with. */
export function poolCosts({ cells, google }: Pick<CohortPlan, 'cells' | 'google'>): {
  readonly pools: readonly PoolCost[];
  readonly list: Pick<PriceList, 'region' | 'listRegion'>;
} {
  const list = priceListFor(google.region);
  const pools = cells.flatMap(({ number, cluster }) =>
    cluster === undefined
      ? []
      : poolsOf(cluster).map((pool) => {
          const { name, machineType, spot, minNodes, maxNodes } = pool;
          const hour = nodeHour(pool, list);
          return {
            cell: number,
            name,
            machineType,
            spot,
            minNodes,
            maxNodes,
            leastUsdPerHour: cents(minNodes * hour),
            mostUsdPerHour: cents(maxNodes * hour),
          };
        }),
  );
  return { pools, list: { region: list.region, listRegion: list.listRegion } };
}

const cents = (usd: number): number => Math.round(usd * 100) / 100;
