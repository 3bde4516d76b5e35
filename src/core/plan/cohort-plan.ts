import type { Region } from '../config/regions';
import type {
  CellNumber,
  CohortId,
  CourseId,
  Email,
  Handle,
  LabId,
  ProjectId,
  ShardNumber,
} from '../domain/ids';
import type { MachineType } from '../domain/machine-types';
import type { Money } from '../domain/money';
import type { AllowedImages } from '../domain/allowed-images';
import type { Day, Instant, TimeZone } from '../domain/time';
import type { ToolkitSize } from '../catalogue/allowance';
import type { ToolkitRef } from '../catalogue/catalogue';
import type { Rubric } from '../course/rubric.schema';
import type { LimitBreach } from '../limits/limits';
import type { ClassHoursPlan } from './class-hours-plan';
import type { GpuPoolPlan } from './gpu-pool';
import type { GithubOrganisationPlan } from './github-plan';
import type { GroupsPlan } from './groups-plan';
import type { CellLogsPlan } from './logs-plan';
import type { MachineNetworkPlan } from './machine-network';
import type { MaintenancePlan } from './maintenance-plan';
import type { MonitoringPlan } from './monitoring-plan';
import type { SharedChartPlan } from './shared-charts-plan';
import type { TenantPlan } from './tenant-plan';
import type { HourPlan, WindowsPlan } from './windows-plan';

export type { ClassHoursPlan } from './class-hours-plan';
export type { GpuPoolPlan } from './gpu-pool';
export type { GrafanaPlan } from './grafana-plan';
export type { MachinePlan } from './machine-plan';
export type { MaintenanceExclusion, MaintenancePlan } from './maintenance-plan';
export type { SharedChartPlan } from './shared-charts-plan';
export type { CellLogsPlan, PlaceLogsPlan } from './logs-plan';
export type * from './tenant-plan';
export type { ToolkitPlan } from './toolkits-plan';

/** Everything a cohort will get, decided; nothing created. Plain, frozen, a pure function of its inputs. */
export interface CohortPlan {
  readonly cohort: CohortId;
  readonly course: { readonly id: CourseId; readonly title: string };
  /** The instant the plan was asked for. */
  readonly at: Instant;
  readonly term: TermPlan;
  readonly google: GooglePlan;
  readonly state: StatePlan;
  readonly domain: string;
  readonly staff: StaffPlan;
  /** Present in a cohort with pseudonyms. */
  readonly groups?: GroupsPlan;
  readonly images: AllowedImages;
  /** Organisation on GitHub in which places have repositories that are made here. */
  readonly repositories?: string;
  readonly labs: readonly LabPlan[];
  readonly hours: readonly HourPlan[];
  readonly cells: readonly CellPlan[];
  readonly shards: readonly ShardPlan[];
  /** What may be worked on now, for each cluster; by its name. */
  readonly windows: readonly WindowsPlan[];
  /** What people should know, though nothing is wrong. */
  readonly notices: readonly string[];
  readonly breaches: readonly LimitBreach[];
}

export interface TermPlan {
  readonly starts: Day;
  readonly ends: Day;
  readonly timeZone: TimeZone;
  /** Last day on which students have access. */
  readonly lastDay: Day;
  /** From here on Google lets no student in. */
  readonly accessEnds: Instant;
  readonly phase: 'before' | 'running' | 'over';
}

export interface GooglePlan {
  readonly folder: string;
  readonly billingAccount: string;
  readonly region: Region;
  readonly adminProject: ProjectId;
  readonly projectPrefix: CohortId;
}

export type StatePlan = { readonly backend: 'local' } | StateBucketPlan;

/** The bucket that holds the state of all stacks, in a project that is not the cohort's. */
export interface StateBucketPlan {
  readonly backend: 'gcs';
  readonly bucket: string;
  readonly project: ProjectId;
  /** Services that deploying needs in that project. */
  readonly apis: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A person whom a budget writes to, under a name that stays theirs whoever else joins. */
export interface BudgetContact {
  readonly email: Email;
  readonly displayName: string;
}

export interface StaffPlan {
  readonly instructors: readonly Email[];
  readonly tas: readonly Email[];
  /** These addresses, and those of places' members, are of Google groups and not of accounts. */
  readonly areGroups?: true;
  readonly taReadsSecrets: boolean;
  /** Who hears of budgets: at most as many as a budget notifies. */
  readonly budgetContacts: readonly BudgetContact[];
}

export interface LabPlan {
  readonly id: LabId;
  readonly title: string;
  readonly weight: number;
  readonly workedBy: 'student' | 'team';
  readonly opens: Instant;
  readonly due: Instant;
  readonly closes: Instant;
  readonly phase: 'upcoming' | 'open' | 'late' | 'closed';
  readonly toolkits: readonly (ToolkitRef & {
    readonly size: ToolkitSize;
    /** Whether the lab finds it ready, or setting it up is its work. */
    readonly setUp: 'practicum' | 'student';
  })[];
  /** The load that it is graded under, if any. */
  readonly load?: Rubric;
}

/** One GCP project with, where a tenant needs it, the shared cluster. */
export interface CellPlan {
  readonly number: CellNumber;
  readonly project: ProjectPlan;
  /** Domain of the cell's zone: the cohort's for the first cell, `c2.<domain>` for the second. */
  readonly domain: string;
  /** What the zone hangs below, if below another cell's. */
  readonly parent?: { readonly project: ProjectId };
  /** Absent when every tenant that the cell ever had has a cluster of its own. */
  readonly cluster?: ClusterPlan;
  readonly logRetentionDays: number;
  /** Present where workflows on GitHub push into registries of the cell's project. */
  readonly github?: GithubOrganisationPlan;
  /** Accounts that workflows of places in the shared cluster deploy as, each by the place's handle. */
  readonly deployers?: readonly { readonly handle: Handle; readonly account: string }[];
  /** Project of the services of all whose project is the cell's; it has no network. */
  readonly serverless?: ProjectPlan;
  /** Present where places have logs of their own. */
  readonly logs?: CellLogsPlan;
  /** Project of the machines of all whose project is the cell's. */
  readonly machines?: MachinesPlan;
}

/** A project in which tenants have their machines. */
export interface MachinesPlan extends ProjectPlan {
  readonly network: MachineNetworkPlan;
}

export interface ProjectPlan {
  readonly id: ProjectId;
  readonly apis: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly access: readonly GrantPlan[];
  readonly budget: Money;
}

/** One role for some people, to the term's end or for good. */
export interface GrantPlan {
  readonly role: string;
  readonly members: readonly string[];
  readonly expires?: Instant;
}

export interface NetworkPlan {
  readonly nodesCidr: string;
  readonly podsCidr: string;
  readonly servicesCidr: string;
}

export interface ClusterPlan {
  readonly name: string;
  readonly releaseChannel: 'REGULAR';
  readonly network: NetworkPlan;
  readonly maintenance: MaintenancePlan;
  readonly maxPodsPerNode: number;
  readonly pools: {
    readonly system: PoolPlan;
    readonly lab: PoolPlan;
    /** Present where a place has GPUs. */
    readonly gpu?: GpuPoolPlan;
  };
  readonly monitoring: MonitoringPlan;
  readonly classHours: ClassHoursPlan;
  /** Present where pods of places are in a mesh, and requests come in through its gateway. */
  readonly mesh?: true;
  /** Charts of others that its tenants share, in the order in which they are installed; absent where there are none. */
  readonly charts?: readonly SharedChartPlan[];
}

export interface PoolPlan {
  readonly name: string;
  readonly machineType: MachineType;
  readonly spot: boolean;
  /** Bounds over all zones together. */
  readonly minNodes: number;
  readonly maxNodes: number;
  readonly diskGb: number;
}

/** One Terraform stack with up to 50 tenants of one cell. */
export interface ShardPlan {
  readonly cell: CellNumber;
  readonly number: ShardNumber;
  readonly tenants: readonly TenantPlan[];
  /** A tenant has, or had, a cluster of its own: the stack of what stood in it stays, so that it is taken away. */
  readonly hadOwnCluster?: true;
  /** A tenant has, or had, its place in the cell's cluster. */
  readonly hadSharedPlace?: true;
}
