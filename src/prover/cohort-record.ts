import type { CohortPlan, TenantPlan } from '../core/plan/cohort-plan';
import type { QuotaPlan } from '../core/plan/quota-plan';
import type { ServiceRecord } from './iam/service-record';
import { serviceOf } from './iam/service-record';
import type { ToolkitRecord } from './toolkits/toolkit-record';

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
  /** Projects that many share for services on Cloud Run. */
  readonly serviceProjects: readonly string[];
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
  /** What workflows on GitHub push its images, and of whom. */
  readonly workflows?: { readonly subject: string; readonly organisationId: string };
  readonly service?: ServiceRecord;
  /** Toolkits that stand in it, by id. */
  readonly toolkits: readonly string[];
  /** Whether Secrets are drawn in it for any of them. */
  readonly drawsSecrets: boolean;
  /** Whether its workloads are scaled to zero at night. */
  readonly sleeps: boolean;
  /** Windows of labs that are not the class's. */
  readonly windows: readonly WindowRecord[];
}

export interface ClusterRecord {
  readonly name: string;
  readonly project: string;
  readonly domain: string;
  /** The tenant that has it for itself. */
  readonly owner?: string;
  readonly monitoring: MonitoringRecord;
  /** Whether pods that do nothing keep nodes for classes. */
  readonly hasPlaceholders: boolean;
  /** Whether a program scales what runs in its places. */
  readonly hasSleep: boolean;
  /** What wakes and sleeps with the labs in its places. */
  readonly toolkits: readonly ToolkitRecord[];
}

/** How a cluster is watched, and who hears of it. */
export interface MonitoringRecord {
  readonly collector: 'in-cluster' | 'google-managed';
  /** Port of the mail server that alerts are sent by, if there is one. */
  readonly mailPort?: number;
}

export interface CellRecord {
  readonly number: number;
  readonly project: string;
  readonly domain: string;
}

/** The record that a plan makes; its grants and labels are left out, since they are what is to be proven. */
export function recordOf(plan: CohortPlan): CohortRecord {
  const cells = new Map(plan.cells.map((cell) => [Number(cell.number), cell]));
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const places = tenants.map((tenant) => placeOf(tenant, cells.get(tenant.cell)!));
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
    clusters: clustersOf(plan, tenants),
    cells: plan.cells.map(({ number, project, domain }) => ({ number, project: project.id, domain })),
    serviceProjects: plan.cells.flatMap(({ serverless }) => serverless?.id ?? []),
    ...(plan.state.backend === 'gcs' && {
      stateBucket: { name: plan.state.bucket, project: plan.state.project },
    }),
    ...(plan.groups && { groups: { students: plan.groups.students, security: plan.groups.security } }),
  };
}

function placeOf(tenant: TenantPlan, cell: CohortPlan['cells'][number]): PlaceRecord {
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
    ...(tenant.github && {
      workflows: { subject: tenant.github.subject, organisationId: tenant.github.organisationId },
    }),
    ...serviceOf(tenant),
    toolkits: tenant.toolkits.filter(({ standing }) => standing).map(({ id }) => id),
    drawsSecrets: (cluster ?? cell.cluster)!.monitoring.toolkits.some(
      ({ secrets, namespaces }) => secrets.length > 0 && namespaces.includes(namespace),
    ),
    sleeps: tenant.sleeps === true,
    windows: tenant.windows ?? [],
  };
}

function clustersOf({ cells }: CohortPlan, tenants: readonly TenantPlan[]): readonly ClusterRecord[] {
  return [
    ...cells.flatMap(({ cluster, project, domain }) =>
      cluster === undefined
        ? []
        : [
            {
              name: cluster.name,
              project: project.id,
              domain,
              monitoring: monitoringOf(cluster),
              hasPlaceholders: cluster.classHours.prewarm !== undefined,
              hasSleep: cluster.classHours.sleep !== undefined,
              toolkits: cluster.monitoring.toolkits,
            },
          ],
    ),
    ...tenants.flatMap(({ cluster, project, host, handle }) =>
      cluster === undefined
        ? []
        : [
            {
              name: cluster.name,
              project: project!.id,
              domain: host,
              owner: handle,
              monitoring: monitoringOf(cluster),
              hasPlaceholders: false,
              hasSleep: false,
              toolkits: cluster.monitoring.toolkits,
            },
          ],
    ),
  ];
}

function monitoringOf({
  monitoring: { collector, alerts },
}: NonNullable<TenantPlan['cluster']>): MonitoringRecord {
  const port = alerts.smtp?.smarthost.split(':').at(-1);
  return { collector, ...(port === undefined ? {} : { mailPort: Number(port) }) };
}

function peopleOf({ staff }: CohortPlan, places: readonly PlaceRecord[]): ReadonlyMap<string, PersonRecord> {
  const people = new Map<string, PersonRecord>();
  const roles = [['instructor', 'instructor', staff.instructors], ['ta', 'TA', staff.tas]] as const; // prettier-ignore
  for (const [role, word, emails] of roles) {
    emails.forEach((email, index) => {
      people.set(email, { email, label: `${word} ${index + 1}`, role, places: new Set() });
    });
  }
  // Students' own places first: a member of a team is best known by that.
  const byKind = [...places].sort((a, b) => Number(a.kind === 'team') - Number(b.kind === 'team'));
  for (const { handle, kind, namespace, members } of byKind) {
    for (const email of members) {
      const known = people.get(email);
      const label = known?.label ?? (kind === 'student' ? handle : `a member of ${handle}`);
      const role = known?.role ?? 'student';
      people.set(email, { email, label, role, places: new Set([...(known?.places ?? []), namespace]) });
    }
  }
  return people;
}
