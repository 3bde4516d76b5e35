import { MACHINE_TYPES } from '../domain/machine-types';
import type { CohortPlan, TenantPlan } from '../plan/cohort-plan';
import type { Capacity } from './schedule';

/** What of a cell's lab nodes, when all are there, graded places may use. */
const SHARE = 0.5;

/** How much runs at once where a tenant works: a share of its cell's nodes, or all of a cluster of its own. */
export function capacityOf(plan: CohortPlan, { cell, cluster, quota }: TenantPlan): Capacity {
  if (cluster !== undefined) return { cpu: quota.cpuLimit };
  const { machineType, maxNodes } = plan.cells.find(({ number }) => number === cell)!.cluster!.pools.lab;
  return { cpu: MACHINE_TYPES[machineType].cpu.times(maxNodes * SHARE) };
}
