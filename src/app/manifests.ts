import { App, Yaml } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { CellServicesChart } from '../../stacks/cell-services.chart';
import { TenantChart } from '../../stacks/tenant.chart';
import type { CellPlan, CohortPlan, TenantPlan } from '../core/plan/cohort-plan';

/** The objects of one chart as YAML documents. */
export interface Manifest {
  readonly text: string;
  readonly objects: number;
}

/** What all tenants of a shared cluster have together. */
export function cellManifest(plan: CohortPlan, cell: CellPlan): Manifest {
  const { taReadsSecrets } = plan.staff;
  return manifestOf((app) => new CellServicesChart(app, 'services', { domain: cell.domain, taReadsSecrets }));
}

/** What stands in a tenant's own cluster beside its place. */
export function ownClusterManifest(plan: CohortPlan, tenant: TenantPlan): Manifest {
  const { taReadsSecrets } = plan.staff;
  return manifestOf((app) => new CellServicesChart(app, 'services', { domain: tenant.host, taReadsSecrets }));
}

/** A tenant's namespace and everything inside. */
export function tenantManifest(plan: CohortPlan, tenant: TenantPlan): Manifest {
  const { cohort, staff } = plan;
  return manifestOf((app) => new TenantChart(app, tenant.handle, { cohort, tenant, staff }));
}

/** An app for each chart: one app for all takes time by the square of their number. */
function manifestOf(chartIn: (app: App) => Chart): Manifest {
  const objects = chartIn(new App()).toJson() as unknown[];
  return { text: Yaml.stringify(...objects), objects: objects.length };
}
