import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { ChartRelease } from '../constructs/gcp/chart-release';
import { ClusterConnection } from '../constructs/gcp/cluster-connection';
import { KnownCluster } from '../constructs/gcp/known-cluster';
import { SYSTEM_NAMESPACE, cellServicesStackName, servicesReleaseName } from '../src/core/domain/names';
import type { CellPlan, ClusterPlan, CohortPlan } from '../src/core/plan/cohort-plan';
import type { ChartRef } from './chart-ref';
import { SharedCharts } from './shared-charts';
import { addBackend, addGoogle } from './stack-settings';

export interface CellServicesStackProps {
  readonly plan: CohortPlan;
  readonly cell: CellPlan;
  readonly cluster: ClusterPlan;
  readonly chart: ChartRef;
  /**
   * SHA-256 of the archives of others' charts beside the stack, by id.
   * @default - none
   */
  readonly archives?: ReadonlyMap<string, string>;
}

/** What all tenants of a shared cluster have together: one Helm release, and one for each chart of others. */
export class CellServicesStack extends TerraformStack {
  constructor(scope: Construct, props: CellServicesStackProps) {
    const { plan, cell, cluster, chart, archives = new Map<string, string>() } = props;
    super(scope, cellServicesStackName(cell.number));
    addBackend(this, plan);
    addGoogle(this, plan.google);
    const known = new KnownCluster(this, 'Cluster', {
      projectId: cell.project.id,
      name: cluster.name,
      location: plan.google.region,
    });
    new ClusterConnection(this, 'Connection', { endpoint: known.endpoint });
    const shared = cluster.charts ?? [];
    const before = new SharedCharts(this, 'Charts', {
      charts: shared.filter(({ afterServices }) => !afterServices),
      archives,
    });
    const services = new ChartRelease(this, 'Services', {
      name: servicesReleaseName(),
      namespace: SYSTEM_NAMESPACE,
      createNamespace: true,
      chart: chart.path,
      contentHash: chart.contentHash,
      ...(before.ready.length > 0 && { dependsOn: before.ready }),
    });
    new SharedCharts(this, 'LaterCharts', {
      charts: shared.filter(({ afterServices }) => afterServices),
      archives,
      after: [services.ready],
    });
  }
}
