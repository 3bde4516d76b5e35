import type { AccommodationsByKey } from '../calendar/accommodated-windows';
import { accommodatedWindows, accommodationsByKey } from '../calendar/accommodated-windows';
import type { PlaceOverride, Tier } from '../config/cohort.schema';
import type { Window } from '../course/calendar';
import type { Lab } from '../course/course.schema';
import {
  bucketName,
  cellClusterName,
  cellProjectId,
  host,
  namespaceName,
  nodeServiceAccountId,
  registryPath,
  repositoryId,
  serviceAccountMember,
  tenantClusterName,
  tenantProjectId,
} from '../domain/names';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import type { LedgerPlace, TenantKey } from '../ledger/ledger';
import { isForgotten, keyText, kindOf, placesOf } from '../ledger/ledger';
import { cellDomain } from './cells';
import type { ShardPlan, StaffPlan, TenantPlan } from './cohort-plan';
import type { QuotaPlan } from './quota-plan';
import { CONTAINER_DEFAULTS } from './container-defaults';
import type { GrafanaPlan } from './grafana-plan';
import { grafanaOf } from './grafana-plan';
import { deployersOf, githubOf } from './github-plan';
import { machineOf } from './machine-plan';
import { repositoryOf } from './repository-plan';
import { serviceOf } from './serverless-plan';
import { type ToolkitPlan, toolkitsOf } from './toolkits-plan';
import { memberIn } from './groups-plan';
import { hasMesh } from './mesh';
import { labels } from './labels';
import { placeLogsOf } from './logs-plan';
import { ownCluster } from './own-cluster';
import { ownProject as planProject } from './own-project';
import { quotaFor } from './quota';
import type { People } from './people-of-place';
import { peopleIn, peopleOfPlace } from './people-of-place';
import type { PlanInputs } from './plan-inputs';
import { overrideKey } from './tier-of';
import { labsOf, tenantKeysOf } from './tenant-keys';

/** A place that is not destroyed. */
type StandingPlace = LedgerPlace & { readonly key: TenantKey };

const isStanding = (place: LedgerPlace): place is StandingPlace =>
  place.state !== 'destroyed' && !isForgotten(place.key);

/** Everything that is the same for all tenants of a cohort, worked out once. */
interface Shared extends PlanInputs {
  readonly windows: readonly Window[];
  readonly accessEnds: Instant;
  readonly staff: StaffPlan;
  readonly labs: Readonly<Record<TenantPlan['kind'], readonly Lab[]>>;
  readonly quota: Readonly<Record<TenantPlan['kind'], QuotaPlan>>;
  readonly grafana: Readonly<Record<TenantPlan['kind'], GrafanaPlan | undefined>>;
  readonly toolkits: Readonly<Record<TenantPlan['kind'], readonly ToolkitPlan[]>>;
  readonly people: People;
  readonly overrides: ReadonlyMap<string, PlaceOverride>;
  readonly accommodations: AccommodationsByKey;
}

/** The shards in order, each with its tenants by handle; destroyed tenants have no place. */
export function resolveShards(
  inputs: PlanInputs,
  windows: readonly Window[],
  accessEnds: Instant,
  staff: StaffPlan,
): readonly ShardPlan[] {
  const places = [...placesOf(inputs.ledger).values()];
  requireEnrolled(inputs, places);
  const shared = sharedOf(inputs, windows, accessEnds, staff);
  const shards = new Map<string, ShardPlan & { tenants: TenantPlan[] }>();
  for (const place of places) {
    const key = `${place.cell}/${place.shard}`;
    const shard = shards.get(key) ?? { cell: place.cell, number: place.shard, tenants: [] };
    if (isStanding(place)) shard.tenants.push(tenantOf(shared, place));
    // Who was forgotten left nothing to take away, and of which tier it was no file says any more.
    const stood = tierOf(shared, place) === 'cluster' ? 'hadOwnCluster' : 'hadSharedPlace';
    shards.set(key, isForgotten(place.key) ? shard : { ...shard, [stood]: true });
  }
  for (const { tenants } of shards.values()) tenants.sort(byText(({ handle }) => handle));
  return [...shards.values()].sort((a, b) => a.cell - b.cell || a.number - b.number);
}

function requireEnrolled({ config, roster, course }: PlanInputs, places: readonly LedgerPlace[]): void {
  const enrolled = new Set(places.map(({ key }) => keyText(key)));
  const strangers = tenantKeysOf(config, roster, course).filter((key) => !enrolled.has(keyText(key)));
  if (strangers.length > 0)
    throw new Error(`${strangers.length} tenants of the roster are not in the ledger; enroll them first`);
}

function sharedOf(
  inputs: PlanInputs,
  windows: readonly Window[],
  accessEnds: Instant,
  staff: StaffPlan,
): Shared {
  const { config, course } = inputs;
  const labs = { student: labsOf('student', course, config), team: labsOf('team', course, config) };
  return {
    ...inputs,
    windows,
    accessEnds,
    staff,
    labs,
    quota: { student: quotaFor(course, labs.student, windows), team: quotaFor(course, labs.team, windows) },
    grafana: { student: grafanaOf(labs.student), team: grafanaOf(labs.team) },
    toolkits: { student: toolkitsOf(labs.student), team: toolkitsOf(labs.team) },
    people: peopleIn(inputs),
    overrides: new Map(config.places.map((place) => [overrideKey(place), place])),
    accommodations: accommodationsByKey(config),
  };
}

/** What the cohort says of a place, also of one that is gone. */
const overrideOf = ({ overrides }: Shared, { key }: LedgerPlace): PlaceOverride | undefined =>
  overrides.get(keyText(key));

const tierOf = (shared: Shared, place: LedgerPlace): Tier =>
  overrideOf(shared, place)?.tier ?? shared.config.tier;

function tenantOf(shared: Shared, place: StandingPlace): TenantPlan {
  const { config, course, accessEnds } = shared;
  const { handle, cell, shard } = place;
  const kind = kindOf(place.key);
  const tier = tierOf(shared, place);
  const budget = overrideOf(shared, place)?.budget ?? config.budget.perTenant;
  const held = place.state !== 'active';
  const closed = held && config.hold.routes === 'closed';
  const { title, members, logins } = peopleOfPlace(shared.people, place);
  const present = held ? [] : members;
  const users = present.map(memberIn(shared.staff));
  const prefix = config.google.projectPrefix ?? config.id;
  const cellProject = cellProjectId(prefix, cell);
  const ownProject = tier === 'namespace' ? undefined : tenantProjectId(prefix, handle);
  const project = ownProject ?? cellProject;
  const nodesProject = tier === 'cluster' ? tenantProjectId(prefix, handle) : cellProject;
  const grafana = shared.grafana[kind];
  const toolkits = shared.toolkits[kind];
  const cluster = {
    project: nodesProject,
    name: tier === 'cluster' ? tenantClusterName(prefix, handle) : cellClusterName(prefix, cell),
    location: config.google.region,
  };
  const github = githubOf(config.github, { handle, toolkits, cluster, accessEnds });
  const deployers = deployersOf([{ held, ...(github === undefined ? {} : { github }) }]);
  const repository = repositoryOf(config, {
    handle,
    namespace: namespaceName(handle),
    registry: { project, path: registryPath(config.google.region, project, handle) },
    toolkits,
    github,
    held,
    logins,
  });
  const outside = { ...shared, toolkits, prefix, handle, cell, ownProject, users };
  const service = serviceOf(outside);
  const windows = accommodatedWindows(place.key, shared, shared.windows);
  const machine = machineOf({ ...outside, labs: shared.labs[kind], ownWindows: windows });
  const full = windows.length === 0 ? shared.quota[kind] : quotaWith(shared, kind, windows);
  const quota = closed ? { ...full, pods: 0 } : full;
  const tenant: TenantPlan = {
    handle,
    kind,
    title,
    tier,
    members: present,
    held,
    ...(closed ? { closed } : {}),
    ...(place.state === 'emptied' ? { emptied: true } : {}),
    cell,
    shard,
    namespace: namespaceName(handle),
    host: host(handle, cellDomain(config.domain, cell)),
    registry: {
      project,
      repository: repositoryId(handle),
      path: registryPath(config.google.region, project, handle),
      writers: [...users, ...deployers],
      readers: [serviceAccountMember(nodeServiceAccountId(), nodesProject)],
      ...(config.registry.scan ? { scanned: true } : {}),
    },
    bucket: { project, name: bucketName(prefix, handle), users, expires: accessEnds },
    quota,
    loadBalancers: quota.loadBalancers === 0 ? 'none' : course.loadBalancers,
    containers: CONTAINER_DEFAULTS,
    budget,
    labels: labels(config.id, { cell, tenant: handle }),
    labs: shared.labs[kind].map(({ id }) => id),
    ...(windows.length === 0 ? {} : { windows }),
    toolkits,
    collector: config.monitoring.collector,
    ...(config.classHours.sleep === undefined || tier === 'cluster' || place.state === 'emptied'
      ? {}
      : { sleeps: true }),
    ...(tier !== 'cluster' && hasMesh(course) ? { mesh: true } : {}),
    ...(grafana === undefined ? {} : { grafana }),
    ...(github === undefined ? {} : { github }),
    ...(repository === undefined ? {} : { repository }),
    ...(service === undefined ? {} : { service }),
    ...(machine === undefined ? {} : { machine }),
    ...placeLogsOf({ ...outside, tier }),
    ...(tier === 'namespace'
      ? {}
      : {
          project: planProject(shared, {
            handle,
            tier,
            users,
            deployers,
            budget,
            federated: github !== undefined,
            serverless: service !== undefined,
            machine: machine !== undefined,
          }),
        }),
  };
  return tier === 'cluster' ? { ...tenant, cluster: ownCluster(shared, tenant) } : tenant;
}

/** Labs that a later deadline keeps open beside the next ones need room beside them; an earlier one takes none away. */
function quotaWith(
  { course, labs, windows }: Shared,
  kind: TenantPlan['kind'],
  own: readonly Window[],
): QuotaPlan {
  const later = own.filter(({ lab, closes }) =>
    windows.some((window) => window.lab === lab && window.closes < closes),
  );
  return quotaFor(course, labs[kind], [...later, ...windows]);
}
