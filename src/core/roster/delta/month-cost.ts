import { TOOLKIT_SIZES } from '../../catalogue/allowance';
import { machineItems } from '../../catalogue/vm/machine-costs';
import { MACHINE_SHAPES } from '../../catalogue/vm/machine-shapes';
import { itemsHour } from '../../course-outline/lab-cost';
import { DEFAULT_ACCELERATOR } from '../../domain/gpu-machines';
import { DISK_PER_SCRATCH } from '../../domain/node-disk';
import type { CohortPlan, TenantPlan } from '../../plan/cohort-plan';
import type { PriceList } from '../../prices/price-list';
import { priceListFor } from '../../prices/price-list';

/** What of a plan decides about prices. */
type PricedPlan = Pick<CohortPlan, 'google' | 'cells'>;

/** What of a place costs by the hour. */
type PricedPlace = Pick<TenantPlan, 'quota' | 'cell' | 'cluster' | 'machine'>;

/**
 * The most that a place can cost in a month, in US dollars at list price: all that its quota guarantees used in every hour,
 * its disks full and its scratch space, its GPUs busy, its machine on, all its load balancers open. Quotas bound it, so it is no guess; what a place uses is
 * far less. The fee of a cluster, what is stored in registry and bucket, Cloud Run, traffic and logs are not in it.
 */
export function mostUsdPerMonth(place: PricedPlace, plan: PricedPlan): number {
  const prices = priceListFor(plan.google.region);
  const { machines, family, balancedDiskGibMonth, forwardingRuleHour, hoursPerMonth } = prices;
  const { vcpuHour, gibHour } = machines[family];
  const { quota } = place;
  const gib = 2 ** 30;
  const machine = TOOLKIT_SIZES.find(
    (size) => MACHINE_SHAPES[size].machineType === place.machine?.machineType,
  );
  const hour =
    (quota.cpu.millis / 1000) * vcpuHour.usd +
    (quota.memory.bytes / gib) * gibHour.usd +
    quota.loadBalancers * forwardingRuleHour.usd +
    quota.gpus * gpuHour(place, plan, prices) +
    (machine === undefined ? 0 : itemsHour(machineItems(machine), 'working', prices));
  const disks =
    quota.storage.gibi + quota.ephemeralStorage.gibi * DISK_PER_SCRATCH + (place.machine?.diskGb ?? 0);
  return hour * hoursPerMonth + disks * balancedDiskGibMonth.usd;
}

/** A GPU of a quota: its share of a node of the cell, with the node; in a cluster of one's own a whole one. */
function gpuHour(
  { cell, cluster }: PricedPlace,
  { cells }: PricedPlan,
  { gpuMachineHour }: PriceList,
): number {
  const pool = cells.find(({ number }) => number === cell)?.cluster?.pools.gpu;
  if (cluster !== undefined || pool === undefined) return gpuMachineHour[DEFAULT_ACCELERATOR].usd;
  return gpuMachineHour[pool.accelerator].usd / pool.sharedBy;
}
