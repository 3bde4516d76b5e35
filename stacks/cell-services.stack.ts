import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { ChartRelease } from '../constructs/gcp/chart-release';
import { ClusterConnection } from '../constructs/gcp/cluster-connection';
import { KnownCluster } from '../constructs/gcp/known-cluster';
import { SYSTEM_NAMESPACE, cellServicesStackName, servicesReleaseName } from '../src/core/domain/names';
import type { CellPlan, ClusterPlan, CohortPlan } from '../src/core/plan/cohort-plan';
import type { ChartRef } from './chart-ref';
import { addBackend, addGoogle } from './stack-settings';

export interface CellServicesStackProps {
  readonly plan: CohortPlan;
  readonly cell: CellPlan;
  readonly cluster: ClusterPlan;
  readonly chart: ChartRef;
}

/** What all tenants of a shared cluster have together, as one Helm release. */
export class CellServicesStack extends TerraformStack {
  constructor(scope: Construct, { plan, cell, cluster, chart }: CellServicesStackProps) {
    super(scope, cellServicesStackName(cell.number));
    addBackend(this, plan);
    addGoogle(this, plan.google);
    const known = new KnownCluster(this, 'Cluster', {
      projectId: cell.project.id,
      name: cluster.name,
      location: plan.google.region,
    });
    new ClusterConnection(this, 'Connection', { endpoint: known.endpoint });
    new ChartRelease(this, 'Services', {
      name: servicesReleaseName(),
      namespace: SYSTEM_NAMESPACE,
      createNamespace: true,
      chart: chart.path,
      contentHash: chart.contentHash,
    });
  }
}
