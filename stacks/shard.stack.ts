import type { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { ChartRelease } from '../constructs/gcp/chart-release';
import { ClusterConnection } from '../constructs/gcp/cluster-connection';
import { HostTraffic } from '../constructs/gcp/host-traffic';
import { KnownCluster } from '../constructs/gcp/known-cluster';
import { KnownProject } from '../constructs/gcp/known-project';
import { KnownZone } from '../constructs/gcp/known-zone';
import { PlaceLog } from '../constructs/gcp/place-log';
import type { Handle, ProjectId } from '../src/core/domain/ids';
import { SYSTEM_NAMESPACE, helmReleaseName, hostMetricName, shardStackName } from '../src/core/domain/names';
import type {
  CellPlan,
  CohortPlan,
  PlaceLogsPlan,
  ProjectPlan,
  ShardPlan,
  TenantPlan,
} from '../src/core/plan/cohort-plan';
import type { ChartRef } from './chart-ref';
import { addBackend, addBudgetsGoogle, addGoogle } from './stack-settings';
import type { MachineProject } from './tenant-cloud';
import { TenantCloud } from './tenant-cloud';
import { TenantProject } from './tenant-project';

export interface ShardStackProps {
  readonly plan: CohortPlan;
  readonly cell: CellPlan;
  readonly shard: ShardPlan;
  /** Charts of the tenants whose place is in the shared cluster; none of one that is emptied. */
  readonly charts: ReadonlyMap<Handle, ChartRef>;
}

/** Up to 50 tenants of one cell: their registries, buckets and projects, and their places in the shared cluster. */
export class ShardStack extends TerraformStack {
  private readonly props: ShardStackProps;
  private readonly cluster: KnownCluster | undefined;
  private readonly budgets: GoogleProvider;
  private lazyZone: KnownZone | undefined;
  private lazyServices: KnownProject | undefined;
  private lazyMachines: KnownProject | undefined;
  private lazyLogs: KnownProject | undefined;

  constructor(scope: Construct, props: ShardStackProps) {
    super(scope, shardStackName(props.shard.cell, props.shard.number));
    this.props = props;
    const { plan, cell, shard } = props;
    addBackend(this, plan);
    addGoogle(this, plan.google);
    // Cluster and budgets also where no tenant needs them now: what a destroyed tenant had goes through them.
    this.cluster = this.tryFindCluster(cell);
    this.budgets = addBudgetsGoogle(this, plan.google);
    for (const tenant of shard.tenants) this.addTenant(tenant);
    if (this.cluster !== undefined) this.addTraffic(this.cluster);
  }

  /** What is asked of hosts at the cell's Gateway; a tenant's own cluster has a Gateway of its own. */
  private addTraffic({ project }: KnownCluster): void {
    const { cell, shard } = this.props;
    const tenants = shard.tenants.filter(({ cluster }) => cluster === undefined);
    if (tenants.length === 0) return;
    const of = shardStackName(shard.cell, shard.number);
    new HostTraffic(this, 'Traffic', {
      project,
      projectId: cell.project.id,
      names: { requests: hostMetricName('requests', of), latencies: hostMetricName('latencies', of) },
      namespaces: tenants.map(({ namespace }) => namespace),
      domain: cell.domain,
    });
  }

  private tryFindCluster({ cluster, project }: CellPlan): KnownCluster | undefined {
    if (cluster === undefined) return undefined;
    const location = this.props.plan.google.region;
    const known = new KnownCluster(this, 'Cluster', { projectId: project.id, name: cluster.name, location });
    new ClusterConnection(this, 'Connection', { endpoint: known.endpoint });
    return known;
  }

  private addTenant(tenant: TenantPlan): void {
    const place = new Construct(this, tenant.handle);
    if (tenant.project === undefined) this.addSharedCloud(place, tenant);
    else this.addOwnProject(place, tenant, tenant.project);
    if (tenant.logs !== undefined) this.addLog(place, tenant.logs);
    const chart = this.props.charts.get(tenant.handle);
    if (chart === undefined) return;
    new ChartRelease(place, 'Place', {
      name: helmReleaseName(tenant.handle),
      namespace: SYSTEM_NAMESPACE,
      chart: chart.path,
      contentHash: chart.contentHash,
    });
  }

  private addLog(place: Construct, logs: PlaceLogsPlan): void {
    const { region: location } = this.props.plan.google;
    const { project: projectId, bucket: name, cluster, namespace, retentionDays, readers, expires } = logs;
    this.lazyLogs ??= new KnownProject(this, 'Logs', { projectId });
    new PlaceLog(place, 'Log', {
      project: this.lazyLogs.ref,
      projectId,
      location,
      name,
      source: { projectId: cluster.project, cluster: cluster.name, location },
      namespace,
      retentionDays,
      readers,
      expires,
    });
  }

  private addSharedCloud(place: Construct, tenant: TenantPlan): void {
    const { plan, cell } = this.props;
    const { cluster } = this;
    if (cluster === undefined) throw new Error(`${place.node.path}: no cluster to run in`);
    new TenantCloud(place, 'Cloud', {
      tenant,
      region: plan.google.region,
      labels: tenant.labels,
      project: cluster.project,
      workload: { id: cell.project.id, number: cluster.projectNumber },
      projectNumber: cluster.projectNumber,
      readers: tenant.registry.readers,
      ...(tenant.service === undefined ? {} : { services: this.servicesIn(tenant.service.project) }),
      ...(tenant.machine === undefined ? {} : { machines: this.machinesIn(tenant.machine.project) }),
    });
  }

  private addOwnProject(place: Construct, tenant: TenantPlan, project: ProjectPlan): void {
    const { plan, cell } = this.props;
    const workload = this.cluster && { id: cell.project.id, number: this.cluster.projectNumber };
    new TenantProject(place, 'Own', {
      plan,
      tenant,
      project,
      workload,
      zone: this.zone,
      budgets: this.budgets,
    });
  }

  /** The project that services of a cell share, which the stack of the cell made. */
  private servicesIn(projectId: ProjectId): KnownProject {
    this.lazyServices ??= new KnownProject(this, 'Services', { projectId });
    return this.lazyServices;
  }

  /** The project that machines of a cell share, with its network. */
  private machinesIn(projectId: ProjectId): MachineProject {
    this.lazyMachines ??= new KnownProject(this, 'Machines', { projectId });
    return { ref: this.lazyMachines.ref, ready: [] };
  }

  private get zone(): KnownZone {
    const { cell } = this.props;
    this.lazyZone ??= new KnownZone(this, 'Zone', { projectId: cell.project.id, domain: cell.domain });
    return this.lazyZone;
  }
}
