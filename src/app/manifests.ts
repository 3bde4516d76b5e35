import { App } from 'cdk8s';
import type { Chart } from 'cdk8s';
import type { CellServicesChartProps } from '../../stacks/cell-services.chart';
import { CellServicesChart } from '../../stacks/cell-services.chart';
import { TenantChart } from '../../stacks/tenant.chart';
import { accountsOfLabs } from '../core/plan/toolkits-plan';
import { staffGrafanaHost } from '../core/domain/names';
import type { CellPlan, CohortPlan, TenantPlan } from '../core/plan/cohort-plan';
import { yamlDocuments } from './yaml-documents';

/** The objects of one chart as YAML documents. */
export interface Manifest {
  readonly text: string;
  readonly objects: number;
}

/** What all tenants of a shared cluster have together. */
export function cellManifest(plan: CohortPlan, cell: CellPlan): Manifest {
  return servicesManifest(plan, cell.cluster!.name, {
    domain: cell.domain,
    monitoring: {
      plan: cell.cluster!.monitoring,
      projectId: cell.project.id,
      staffHost: staffGrafanaHost(cell.domain),
      hasSystemNodes: true,
    },
    classHours: cell.cluster!.classHours,
    deploys: cell.deployers !== undefined,
    mesh: cell.cluster!.mesh === true,
  });
}

/** What stands in a tenant's own cluster beside its place. */
export const ownClusterManifest = madeOnce((plan, tenant) =>
  servicesManifest(plan, tenant.cluster!.name, {
    domain: tenant.host,
    apex: true,
    monitoring: {
      plan: tenant.cluster!.monitoring,
      projectId: tenant.project!.id,
      hasSystemNodes: false,
    },
    deploys: tenant.github?.deployer !== undefined,
  }),
);

/** A tenant's namespace and everything inside. */
export const tenantManifest = madeOnce(({ cohort, staff, cells }, tenant) => {
  const shared = cells.find(({ number }) => number === tenant.cell)?.cluster;
  const network = (tenant.cluster ?? shared)?.network;
  return manifestOf(
    (app) =>
      new TenantChart(app, tenant.handle, {
        cohort,
        tenant,
        staff,
        ...(network === undefined ? {} : { network }),
      }),
  );
});

function servicesManifest(
  { staff: { taReadsSecrets }, images, windows: all, labs }: CohortPlan,
  cluster: string,
  props: Pick<CellServicesChartProps, 'domain' | 'apex' | 'monitoring' | 'classHours' | 'deploys' | 'mesh'>,
): Manifest {
  const windows = all.find((each) => each.cluster === cluster)!;
  return manifestOf(
    (app) =>
      new CellServicesChart(app, 'services', {
        ...props,
        taReadsSecrets,
        images,
        windows,
        toolkitAccounts: accountsOfLabs(labs),
      }),
  );
}

type MakeManifest = (plan: CohortPlan, tenant: TenantPlan) => Manifest;

/** `make`, once for each tenant of a plan: Helm charts and plain files hold the same manifest. */
function madeOnce(make: MakeManifest): MakeManifest {
  const made = new WeakMap<CohortPlan, WeakMap<TenantPlan, Manifest>>();
  return (plan, tenant) => {
    const ofPlan = made.get(plan) ?? new WeakMap<TenantPlan, Manifest>();
    const manifest = ofPlan.get(tenant) ?? make(plan, tenant);
    made.set(plan, ofPlan.set(tenant, manifest));
    return manifest;
  };
}

/** An app for each chart: one app for all takes time by the square of their number. */
function manifestOf(chartIn: (app: App) => Chart): Manifest {
  const objects = chartIn(new App()).toJson() as unknown[];
  return { text: yamlDocuments(objects), objects: objects.length };
}
