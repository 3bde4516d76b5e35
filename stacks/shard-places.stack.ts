import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { ChartRelease } from '../constructs/gcp/chart-release';
import { ClusterConnection } from '../constructs/gcp/cluster-connection';
import { KnownCluster } from '../constructs/gcp/known-cluster';
import type { Handle } from '../src/core/domain/ids';
import {
  SYSTEM_NAMESPACE,
  helmReleaseName,
  servicesReleaseName,
  shardPlacesStackName,
} from '../src/core/domain/names';
import type {
  CohortPlan,
  ProjectPlan,
  ShardPlan,
  TenantClusterPlan,
  TenantPlan,
} from '../src/core/plan/cohort-plan';
import type { ChartRef } from './chart-ref';
import { SharedCharts } from './shared-charts';
import { addBackend, addGoogle } from './stack-settings';

/** The two charts of a tenant that has a cluster of its own. */
export interface OwnClusterCharts {
  readonly services: ChartRef;
  readonly place: ChartRef;
}

export interface ShardPlacesStackProps {
  readonly plan: CohortPlan;
  readonly shard: ShardPlan;
  /** Charts of the tenants; none of one that is emptied. */
  readonly charts: ReadonlyMap<Handle, OwnClusterCharts>;
  /**
   * SHA-256 of the archives of others' charts beside the stack, by id.
   * @default - none
   */
  readonly archives?: ReadonlyMap<string, string>;
}

/** A tenant with a cluster of its own. */
export type ClusterTenant = TenantPlan & {
  readonly project: ProjectPlan;
  readonly cluster: TenantClusterPlan;
};

export const hasOwnCluster = (tenant: TenantPlan): tenant is ClusterTenant => tenant.cluster !== undefined;

/**
 * What lives in the clusters that tenants of a shard have for themselves. A stack of its own, because
 * Terraform connects to a cluster when it plans, and then the cluster must stand. It stays, empty, when the last of
 * them is destroyed: a stack that is not there any more is not taken away.
 */
export class ShardPlacesStack extends TerraformStack {
  private readonly archives: ReadonlyMap<string, string>;

  constructor(scope: Construct, { plan, shard, charts, archives = new Map() }: ShardPlacesStackProps) {
    super(scope, shardPlacesStackName(shard.cell, shard.number));
    this.archives = archives;
    addBackend(this, plan);
    addGoogle(this, plan.google);
    for (const tenant of shard.tenants.filter(hasOwnCluster)) {
      this.addPlace(tenant, charts.get(tenant.handle), plan.google.region);
    }
  }

  /** An emptied tenant keeps the connection: through it goes what takes the releases away. */
  private addPlace(
    { handle, project, cluster }: ClusterTenant,
    charts: OwnClusterCharts | undefined,
    location: string,
  ): void {
    const place = new Construct(this, handle);
    const known = new KnownCluster(place, 'Cluster', { projectId: project.id, name: cluster.name, location });
    const { provider } = new ClusterConnection(place, 'Connection', {
      endpoint: known.endpoint,
      alias: handle,
    });
    if (charts === undefined) return;
    const common = { namespace: SYSTEM_NAMESPACE, provider };
    const { archives } = this;
    const shared = cluster.charts ?? [];
    const before = new SharedCharts(place, 'Charts', {
      charts: shared.filter(({ afterServices }) => !afterServices),
      archives,
      provider,
    });
    const services = new ChartRelease(place, 'Services', {
      ...common,
      name: servicesReleaseName(),
      createNamespace: true,
      chart: charts.services.path,
      contentHash: charts.services.contentHash,
      ...(before.ready.length > 0 && { dependsOn: before.ready }),
    });
    const later = new SharedCharts(place, 'LaterCharts', {
      charts: shared.filter(({ afterServices }) => afterServices),
      archives,
      provider,
      after: [services.ready],
    });
    new ChartRelease(place, 'Place', {
      ...common,
      name: helmReleaseName(handle),
      chart: charts.place.path,
      contentHash: charts.place.contentHash,
      dependsOn: later.ready,
    });
  }
}
