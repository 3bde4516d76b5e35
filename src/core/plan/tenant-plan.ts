import type { Tier } from '../config/cohort.schema';
import type { Collector } from '../config/monitoring.schema';
import type { Window } from '../course/calendar';
import type { CellNumber, Email, Handle, LabId, ProjectId, ShardNumber } from '../domain/ids';
import type { Accelerator } from '../domain/gpu-machines';
import type { LoadBalancerReach } from '../domain/load-balancer-reach';
import type { Money } from '../domain/money';
import type { Instant } from '../domain/time';
import type { NetworkPlan, ProjectPlan } from './cohort-plan';
import type { GithubPlan } from './github-plan';
import type { GrafanaPlan } from './grafana-plan';
import type { PlaceLogsPlan } from './logs-plan';
import type { MachinePlan } from './machine-plan';
import type { MaintenancePlan } from './maintenance-plan';
import type { MonitoringPlan } from './monitoring-plan';
import type { ContainerDefaults, QuotaPlan } from './quota-plan';
import type { RepositoryPlan } from './repository-plan';
import type { ServicePlan } from './serverless-plan';
import type { SharedChartPlan } from './shared-charts-plan';
import type { ToolkitPlan } from './toolkits-plan';

/** Everything that one tenant has, decided. */
export interface TenantPlan {
  readonly handle: Handle;
  readonly kind: 'student' | 'team';
  /** As people call it; never part of a cloud name or label. */
  readonly title: string;
  readonly tier: Tier;
  /** Who may enter, by account or by the group of one person; nobody while the tenant is held. */
  readonly members: readonly Email[];
  readonly held: boolean;
  /** Held, its host leads nowhere and nothing new starts. */
  readonly closed?: true;
  /** Held, and what ran in the cluster is taken away; the cloud around it stands. */
  readonly emptied?: true;
  readonly cell: CellNumber;
  readonly shard: ShardNumber;
  readonly namespace: string;
  readonly host: string;
  readonly registry: RegistryPlan;
  readonly bucket: BucketPlan;
  readonly quota: QuotaPlan;
  /** Who may reach load balancers of the tenant's own, if it may have any. */
  readonly loadBalancers: LoadBalancerReach;
  readonly containers: ContainerDefaults;
  /** What may be spent on this tenant over the term. */
  readonly budget: Money;
  /** Labels of the tenant's cloud resources. */
  readonly labels: Readonly<Record<string, string>>;
  readonly labs: readonly LabId[];
  /** Windows of labs that are not the class's; absent where there are none. */
  readonly windows?: readonly Window[];
  /** Toolkits of the tenant's labs, by id. */
  readonly toolkits: readonly ToolkitPlan[];
  /** What collects the tenant's metrics. */
  readonly collector: Collector;
  /** Present where the tenant's workloads sleep at night. */
  readonly sleeps?: true;
  /** Present where the place's pods are in the mesh of the shared cluster. */
  readonly mesh?: true;
  /** Absent where no lab of the tenant needs one. */
  readonly grafana?: GrafanaPlan;
  /** Present where workflows on GitHub push the tenant's images. */
  readonly github?: GithubPlan;
  /** Present where the tenant's repository on GitHub is made here. */
  readonly repository?: RepositoryPlan;
  /** Present where a lab of the tenant uses Cloud Run. */
  readonly service?: ServicePlan;
  /** Present where a lab of the tenant uses a machine. */
  readonly machine?: MachinePlan;
  /** Present where what its pods print is kept apart for it. */
  readonly logs?: PlaceLogsPlan;
  /** Present where logs are kept for places, and this one's are in its own project, where it reads all. */
  readonly ownLogs?: true;
  /** Tiers `project` and `cluster`: the tenant's own project. */
  readonly project?: ProjectPlan;
  /** Tier `cluster`: the tenant's own cluster. */
  readonly cluster?: TenantClusterPlan;
}

export interface RegistryPlan {
  readonly project: ProjectId;
  readonly repository: string;
  readonly path: string;
  readonly writers: readonly string[];
  readonly readers: readonly string[];
  /** Present where each image that is pushed is looked through for vulnerabilities. */
  readonly scanned?: true;
}

export interface BucketPlan {
  readonly project: ProjectId;
  readonly name: string;
  readonly users: readonly string[];
  readonly expires: Instant;
}

export interface TenantClusterPlan {
  readonly name: string;
  readonly releaseChannel: 'REGULAR';
  readonly network: NetworkPlan;
  readonly maintenance: MaintenancePlan;
  readonly monitoring: MonitoringPlan;
  /** Kind of GPU that its pods name; absent where it may have none. */
  readonly accelerator?: Accelerator;
  /** Charts of others, in the order in which they are installed; absent where there are none. */
  readonly charts?: readonly SharedChartPlan[];
}
