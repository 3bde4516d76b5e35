import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { AssetName } from '../../rehearsal/cloud/asset';
import { clusterName } from '../../rehearsal/provider/cloud-names';

/** The asset of the cluster that a tenant's namespace is in: their own, or that of the cell. */
export function clusterOfTenant(plan: CohortPlan, tenant: TenantPlan): AssetName {
  const { region } = plan.google;
  if (tenant.cluster !== undefined && tenant.project !== undefined)
    return clusterName(tenant.project.id, region, tenant.cluster.name);
  const cell = plan.cells.find(({ number }) => number === tenant.cell);
  if (cell?.cluster === undefined) throw new Error(`The cell of ${tenant.handle} has no cluster`);
  return clusterName(cell.project.id, region, cell.cluster.name);
}
