import type { Window } from '../course/calendar';
import { tenantClusterName } from '../domain/names';
import { cellDomain } from './cells';
import type { StaffPlan, TenantClusterPlan, TenantPlan } from './cohort-plan';
import { maintenanceOf } from './maintenance';
import { monitoringOf } from './monitoring';
import { TENANT_NETWORK } from './networks';
import type { PlanInputs } from './plan-inputs';
import { chartsOfOwnCluster } from './shared-charts-plan';

/** What is the same for all tenants. */
interface CohortFacts extends PlanInputs {
  readonly windows: readonly Window[];
  readonly staff: StaffPlan;
}

/** The cluster that a tenant has for itself. */
export function ownCluster(facts: CohortFacts, tenant: TenantPlan): TenantClusterPlan {
  const { config, course, windows, staff } = facts;
  const weights = new Map(course.labs.map(({ id, weight }) => [String(id), weight]));
  return {
    name: tenantClusterName(config.google.projectPrefix ?? config.id, tenant.handle),
    releaseChannel: 'REGULAR',
    network: TENANT_NETWORK,
    maintenance: maintenanceOf(config.term, config.sessions ?? course.sessions, windows, weights),
    // Autopilot has no pools of ours.
    monitoring: monitoringOf(facts, {
      tenants: [tenant],
      domain: cellDomain(config.domain, tenant.cell),
      enrolled: 1,
      windows,
      staff,
      pools: [],
    }),
    ...(tenant.quota.gpus === 0 ? {} : { accelerator: config.nodes.gpu.accelerator }),
    ...chartsOfOwnCluster(facts, tenant),
  };
}
