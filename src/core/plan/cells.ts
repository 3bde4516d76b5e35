import type { ClassSession } from '../config/class-hours.schema';
import type { CellNumber, Email } from '../domain/ids';
import { groupMember } from '../domain/group-names';
import { cellClusterName, cellProjectId, nodePoolName, userMember } from '../domain/names';
import { byText } from '../domain/sorting';
import { placesOf } from '../ledger/ledger';
import type { Instant } from '../domain/time';
import type { Window } from '../course/calendar';
import { connectGrant, inOrder, staffGrafanaGrant, staffGrants } from './access';
import { CELL_APIS, withFederation, withScanning } from './apis';
import { classHoursOf } from './class-hours';
import type {
  CellPlan,
  ClusterPlan,
  GrantPlan,
  PoolPlan,
  ShardPlan,
  StaffPlan,
  TenantPlan,
} from './cohort-plan';
import { gpuPoolFor } from './gpu-pool';
import { deployersOf, organisationKnownTo } from './github-plan';
import type { GroupsPlan } from './groups-plan';
import { groupsPlanOf } from './groups-plan';
import { inCluster as inItsCluster, nodesFor } from './lab-nodes';
import { labels } from './labels';
import { maintenanceOf } from './maintenance';
import { hasMesh } from './mesh';
import { CELL_NETWORK, MAX_PODS_PER_NODE } from './networks';
import { monitoringOf } from './monitoring';
import type { MonitoringPlan } from './monitoring-plan';
import { systemMachine } from './monitoring-sizing';
import { budgetOf, outsideProjects } from './outside-projects';
import { chartsOfCluster } from './shared-charts-plan';
import { gpuDiskGb, labDiskGb, scratchGibForPlaces } from './node-scratch';
import type { PlanInputs } from './plan-inputs';

const LOG_RETENTION_DAYS = 90;

/** What cells need to know of the rest of the plan. */
interface Context {
  readonly windows: readonly Window[];
  readonly sessions: readonly ClassSession[];
  readonly staff: StaffPlan;
  readonly accessEnds: Instant;
}

/**
 * Domain that the tenants of a cell have their hosts below. Each cell answers for a domain of its own,
 * so that one wildcard record serves all its tenants and a host never moves when a cell is added.
 */
export function cellDomain(domain: string, cell: CellNumber): string {
  return cell === 1 ? domain : `c${cell}.${domain}`;
}

export function resolveCells(
  inputs: PlanInputs,
  shards: readonly ShardPlan[],
  context: Context,
): readonly CellPlan[] {
  const numbers = [...new Set([1 as CellNumber, ...shards.map(({ cell }) => cell)])].sort((a, b) => a - b);
  return numbers.map((number) =>
    cellOf(
      inputs,
      number,
      shards.filter(({ cell }) => cell === number),
      context,
    ),
  );
}

function cellOf(
  inputs: PlanInputs,
  number: CellNumber,
  shards: readonly ShardPlan[],
  context: Context,
): CellPlan {
  const { config, course } = inputs;
  const prefix = config.google.projectPrefix ?? config.id;
  const inCluster = inItsCluster(shards.flatMap(({ tenants }) => tenants));
  // Also after the last tenant is gone: what she had there can be taken away only through the cluster.
  const hasCluster = shards.some(({ hadSharedPlace }) => hadSharedPlace);
  const apis = config.registry.scan ? withScanning(CELL_APIS) : CELL_APIS;
  const github = hasCluster ? organisationKnownTo(course, config) : undefined;
  return {
    number,
    project: {
      id: cellProjectId(prefix, number),
      apis: github === undefined ? apis : withFederation(apis),
      labels: labels(config.id, { cell: number }),
      access: accessOf(inCluster, context, { hasCluster, groups: groupsPlanOf(config) }),
      // A tenant with a project of its own spends in both, and either budget is all that it may cost.
      budget: budgetOf(inCluster),
    },
    domain: cellDomain(config.domain, number),
    ...(number === 1 ? {} : { parent: { project: cellProjectId(prefix, 1 as CellNumber) } }),
    ...(hasCluster ? { cluster: clusterOf(inputs, number, inCluster, context) } : {}),
    logRetentionDays: LOG_RETENTION_DAYS,
    ...(github === undefined ? {} : { github }),
    ...deployerAccounts(shards),
    ...(hasCluster ? outsideProjects(inputs, { number, tenants: inCluster, ...context }) : {}),
  };
}

/** An account stays as long as its place does: what may be done as it goes with a hold. */
function deployerAccounts(shards: readonly ShardPlan[]): Pick<CellPlan, 'deployers'> {
  const deployers = shards
    .flatMap(({ tenants }) => tenants)
    .flatMap(({ handle, tier, github }) =>
      tier === 'cluster' || github?.deployer === undefined
        ? []
        : [{ handle, account: github.deployer.account }],
    );
  return deployers.length === 0 ? {} : { deployers };
}

function accessOf(
  tenants: readonly TenantPlan[],
  { staff, accessEnds }: Context,
  { hasCluster, groups }: { readonly hasCluster: boolean; readonly groups: GroupsPlan | undefined },
): readonly GrantPlan[] {
  const members = [...new Set(tenants.flatMap((tenant) => tenant.members))];
  const accounts = members.filter((email) => !isStaff(staff, email)).map(userMember);
  const everyone = members.length > 0 && groups !== undefined ? [groupMember(groups.students)] : [];
  const students = groups === undefined ? accounts.sort(byText(String)) : everyone;
  const connecting = [...students, ...deployersOf(tenants)];
  const grafana = hasCluster ? [staffGrafanaGrant(staff)] : [];
  return inOrder([
    ...staffGrants(staff, { cluster: true }),
    ...grafana,
    connectGrant(connecting, accessEnds),
  ]);
}

const isStaff = ({ instructors, tas }: StaffPlan, email: Email): boolean =>
  instructors.includes(email) || tas.includes(email);

function clusterOf(
  inputs: PlanInputs,
  cell: CellNumber,
  tenants: readonly TenantPlan[],
  { sessions, windows, staff }: Context,
): ClusterPlan {
  const { config, course } = inputs;
  const weights = new Map(course.labs.map(({ id, weight }) => [String(id), weight]));
  const { spot, min, machineType } = config.nodes;
  const disks = { config, course, windows };
  const diskGb = labDiskGb(disks);
  const maxNodes = config.nodes.max ?? nodesFor(tenants, machineType, scratchGibForPlaces(diskGb, course));
  const lab: PoolPlan = {
    name: nodePoolName('lab', spot),
    machineType,
    spot,
    minNodes: Math.min(min, maxNodes),
    maxNodes,
    diskGb,
  };
  const gpu = gpuPoolFor(config.nodes, config.google.region, tenants, gpuDiskGb(disks));
  const pools = [lab, ...(gpu === undefined ? [] : [gpu])].map((pool) => ({
    name: pool.name,
    maxNodes: pool.maxNodes,
  }));
  const enrolled = [...placesOf(inputs.ledger).values()].filter((place) => place.cell === cell).length;
  const monitoring = monitoringOf(inputs, {
    tenants,
    domain: cellDomain(config.domain, cell),
    enrolled,
    windows,
    staff,
    pools,
  });
  return {
    name: cellClusterName(config.google.projectPrefix ?? config.id, cell),
    releaseChannel: 'REGULAR',
    network: CELL_NETWORK,
    maintenance: maintenanceOf(config.term, sessions, windows, weights),
    maxPodsPerNode: MAX_PODS_PER_NODE,
    pools: {
      system: systemPool(tenants.length, monitoring, hasMesh(course)),
      lab,
      ...(gpu === undefined ? {} : { gpu }),
    },
    monitoring,
    classHours: classHoursOf(inputs, { tenants, sessions, windows, lab }),
    ...(hasMesh(course) ? { mesh: true } : {}),
    ...chartsOfCluster(course, {
      kind: 'shared',
      name: cellClusterName(config.google.projectPrefix ?? config.id, cell),
      projectId: cellProjectId(config.google.projectPrefix ?? config.id, cell),
      location: config.google.region,
      domain: cellDomain(config.domain, cell),
    }),
  };
}

/**
 * One more system node for each 250 tenants: collectors, DNS and controllers grow with them. A mesh has its control plane
 * and its gateway there, twice each.
 */
function systemPool(tenants: number, monitoring: MonitoringPlan, mesh: boolean): PoolPlan {
  const { collector, prometheus } = monitoring;
  return {
    name: nodePoolName('system', false),
    machineType: collector === 'in-cluster' ? systemMachine(prometheus.memory) : 'e2-standard-2',
    spot: false,
    minNodes: 1,
    maxNodes: 3 + Math.ceil(tenants / 250) + (mesh ? 1 : 0),
    diskGb: 50,
  };
}
