import type { CohortPlan, TenantPlan } from '../core/plan/cohort-plan';
import type { QuotaPlan } from '../core/plan/quota-plan';
import type { MachineRecord } from './iam/machine-record';
import { machineOf } from './iam/machine-record';
import type { RepositoryRecord } from './iam/repository-record';
import { repositoryIn } from './iam/repository-record';
import type { ServiceRecord } from './iam/service-record';
import { serviceOf } from './iam/service-record';
import type { LogProjectRecord, LogRecord } from './logs/log-record';
import { logOf, logProjectsOf } from './logs/log-record';
import type { WorkflowRecord } from './iam/workflow-record';
import { workflowsIn } from './iam/workflow-record';
import { peopleOf } from './people-of';
import type { ReachRecord } from './toolkits/reach-record';
import { reachesOf } from './toolkits/reach-record';
import type { ClusterRecord } from './cluster-record';
import { clustersOf } from './cluster-record';

export type { ChartRecord, ClusterRecord, MonitoringRecord } from './cluster-record';

/** Who is who in a cohort and what is whose: what the artifacts are held against. */
export interface CohortRecord {
  readonly cohort: string;
  readonly domain: string;
  /** From here on Google lets no student in. */
  readonly accessEnds: string;
  /** The instant that the output is for. */
  readonly at: string;
  readonly labs: readonly WindowRecord[];
  readonly hours: readonly HourRecord[];
  readonly taReadsSecrets: boolean;
  readonly places: readonly PlaceRecord[];
  /** By their e-mail, lower case. */
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly clusters: readonly ClusterRecord[];
  /** Projects that many share, or that staff alone use. */
  readonly cells: readonly CellRecord[];
  /** Whether images are looked through for vulnerabilities. */
  readonly scans: boolean;
  /** Images by digest that a lock may have held: what runs under their tags runs these. */
  readonly heldImages: readonly string[];
  /** Projects that many share for services on Cloud Run. */
  readonly serviceProjects: readonly string[];
  readonly logProjects: readonly LogProjectRecord[];
  /** Projects that many share for machines. */
  readonly machineProjects: readonly string[];
  readonly stateBucket?: { readonly name: string; readonly project: string };
  /** The groups of the cohort, where groups stand for people: then every address here is a group's. */
  readonly groups?: { readonly students: string; readonly security: string };
}

/** When a lab can be worked on. */
export interface WindowRecord {
  readonly lab: string;
  readonly opens: string;
  readonly due: string;
  readonly closes: string;
}

/** When places can be read only, but for some labs; without namespaces all places. */
export interface HourRecord {
  readonly kind: 'exam' | 'quiet';
  readonly from: string;
  readonly to: string;
  readonly labs: readonly string[];
  readonly namespaces?: readonly string[];
}

/** Somebody of the cohort; `label` names them without their address. */
export interface PersonRecord {
  readonly email: string;
  readonly label: string;
  readonly role: 'student' | 'instructor' | 'ta';
  /** Namespaces of the places that they work in. */
  readonly places: ReadonlySet<string>;
}

/** A tenant's place. */
export interface PlaceRecord {
  readonly handle: string;
  readonly kind: 'student' | 'team';
  readonly namespace: string;
  readonly held: boolean;
  /** Held, and its host leads nowhere. */
  readonly closed: boolean;
  /** Held, and nothing of it is in a cluster any more. */
  readonly emptied: boolean;
  /** E-mails of who may enter; nobody while the place is held. */
  readonly members: readonly string[];
  readonly cell: number;
  readonly cluster: string;
  /** Project of the cluster that its pods run in. */
  readonly clusterProject: string;
  /** The tenant's own project. */
  readonly ownProject?: string;
  /** Project of its registry and its bucket. */
  readonly project: string;
  readonly host: string;
  readonly repository: string;
  readonly registryPath: string;
  readonly bucket: string;
  readonly quota: QuotaPlan;
  /** Who may reach load balancers of the tenant's own, if it may have any. */
  readonly loadBalancers: 'none' | 'internal' | 'external';
  /** Whether a Grafana stands in it. */
  readonly hasGrafana: boolean;
  readonly workflows?: WorkflowRecord;
  readonly repositoryOnGithub?: RepositoryRecord;
  readonly service?: ServiceRecord;
  readonly log?: LogRecord;
  readonly machine?: MachineRecord;
  /** Toolkits that stand in it, by id. */
  readonly toolkits: readonly string[];
  /** Toolkits of it whose pods reach the Kubernetes API, and the accounts that these have. */
  readonly reaches: readonly ReachRecord[];
  /** Whether Secrets are drawn in it for any of them. */
  readonly drawsSecrets: boolean;
  /** Whether its workloads are scaled to zero at night. */
  readonly sleeps: boolean;
  /** Windows of labs that are not the class's. */
  readonly windows: readonly WindowRecord[];
}

export interface CellRecord {
  readonly number: number;
  readonly project: string;
  readonly domain: string;
  /** Number of the organisation whose workflows its project knows, also while no place of them is there. */
  readonly organisationId?: string;
}

/**
 * The record that a plan makes; its grants and labels are left out, since they are what is to be proven. `digests` are
 * those of charts whose publishers tell none, by the chart's id.
 */
export function recordOf(plan: CohortPlan, digests: ReadonlyMap<string, string> = new Map()): CohortRecord {
  const cells = new Map(plan.cells.map((cell) => [Number(cell.number), cell]));
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const places = tenants.map((tenant) => placeOf(tenant, cells.get(tenant.cell)!, plan));
  return {
    cohort: plan.cohort,
    domain: plan.domain,
    accessEnds: plan.term.accessEnds,
    at: plan.at,
    labs: plan.labs.map(({ id, opens, due, closes }) => ({ lab: id, opens, due, closes })),
    hours: plan.hours,
    taReadsSecrets: plan.staff.taReadsSecrets,
    places,
    people: peopleOf(plan, places),
    clusters: clustersOf(plan, tenants, digests),
    cells: plan.cells.map(({ number, project, domain, github }) => ({
      number,
      project: project.id,
      domain,
      ...(github === undefined ? {} : { organisationId: github.organisationId }),
    })),
    heldImages: heldImagesIn(plan, tenants),
    scans: tenants.some(({ registry }) => registry.scanned),
    serviceProjects: plan.cells.flatMap(({ serverless }) => serverless?.id ?? []),
    logProjects: logProjectsOf(plan),
    machineProjects: plan.cells.flatMap(({ machines }) => machines?.id ?? []),
    ...(plan.state.backend === 'gcs' && {
      stateBucket: { name: plan.state.bucket, project: plan.state.project },
    }),
    ...(plan.groups && { groups: { students: plan.groups.students, security: plan.groups.security } }),
  };
}

function heldImagesIn({ cells }: CohortPlan, tenants: readonly TenantPlan[]): readonly string[] {
  const clusters = [...cells, ...tenants].flatMap(({ cluster }) => cluster ?? []);
  const named = [
    ...clusters.flatMap(({ monitoring }) => Object.values<string>(monitoring.images)),
    ...tenants.flatMap(({ toolkits }) => toolkits.flatMap(({ own }) => own?.images ?? [])),
  ];
  return [...new Set(named)].filter((ref) => ref.includes('@'));
}

function placeOf(tenant: TenantPlan, cell: CohortPlan['cells'][number], { google }: CohortPlan): PlaceRecord {
  const { handle, kind, namespace, held, members, host, registry, bucket, quota, project, cluster } = tenant;
  return {
    handle,
    kind,
    namespace,
    held,
    closed: tenant.closed === true,
    emptied: tenant.emptied === true,
    members,
    cell: tenant.cell,
    cluster: cluster?.name ?? cell.cluster!.name,
    clusterProject: cluster === undefined ? cell.project.id : project!.id,
    ...(project && { ownProject: project.id }),
    project: registry.project,
    host,
    repository: registry.repository,
    registryPath: registry.path,
    bucket: bucket.name,
    quota,
    loadBalancers: tenant.loadBalancers,
    hasGrafana: tenant.grafana !== undefined,
    ...workflowsIn(tenant),
    ...repositoryIn(tenant),
    ...serviceOf(tenant),
    ...logOf(tenant, google),
    ...machineOf(tenant),
    toolkits: tenant.toolkits.filter(({ standing }) => standing).map(({ id }) => id),
    reaches: reachesOf(tenant),
    drawsSecrets: (cluster ?? cell.cluster)!.monitoring.toolkits.some(
      ({ secrets, namespaces }) => secrets.length > 0 && namespaces.includes(namespace),
    ),
    sleeps: tenant.sleeps === true,
    windows: tenant.windows ?? [],
  };
}
