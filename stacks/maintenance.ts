import type { ClusterMaintenance } from '../constructs/gcp/cluster-guards';
import type { MaintenancePlan } from '../src/core/plan/cohort-plan';

/** A plan's maintenance with exclusions that forbid every upgrade: around a deadline no node may restart. */
export function withScope(maintenance: MaintenancePlan): ClusterMaintenance {
  return {
    ...maintenance,
    exclusions: maintenance.exclusions.map((each) => ({ ...each, scope: 'NO_UPGRADES' as const })),
  };
}
