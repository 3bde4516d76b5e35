import type { ClassSession } from '../config/class-hours.schema';
import type { CellNumber, CohortId, Email } from '../domain/ids';
import { Money } from '../domain/money';
import { groupMember } from '../domain/group-names';
import {
  cellClusterName,
  cellProjectId,
  nodePoolName,
  serverlessProjectId,
  userMember,
} from '../domain/names';
import { byText } from '../domain/sorting';
import { placesOf } from '../ledger/ledger';
import type { Instant } from '../domain/time';
import type { Window } from '../course/calendar';
import { connectGrant, inOrder, staffGrafanaGrant, staffGrants } from './access';
import { CELL_APIS, SERVERLESS_APIS, withFederation } from './apis';
import { classHoursOf } from './class-hours';
import type {
  CellPlan,
  ClusterPlan,
  GrantPlan,
  PoolPlan,
  ProjectPlan,
  ShardPlan,
  StaffPlan,
  TenantPlan,
} from './cohort-plan';
import { gpuPoolFor } from './gpu-pool';
import { organisationOf } from './github-plan';
import type { GroupsPlan } from './groups-plan';
import { groupsPlanOf } from './groups-plan';
import { inCluster as inItsCluster, nodesFor } from './lab-nodes';
import { labels } from './labels';
import { maintenanceOf } from './maintenance';
import { CELL_NETWORK, MAX_PODS_PER_NODE } from './networks';
import { monitoringOf } from './monitoring';
import type { MonitoringPlan } from './monitoring-plan';
import { systemMachine } from './monitoring-sizing';
import { sharesServices } from './serverless-plan';
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
  const { config } = inputs;
  const prefix = config.google.projectPrefix ?? config.id;
  const inCluster = inItsCluster(shards.flatMap(({ tenants }) => tenants));
  // Also after the last tenant is gone: what she had there can be taken away only through the cluster.
  const hasCluster = shards.some(({ hadSharedPlace }) => hadSharedPlace);
  const github = inCluster.find((tenant) => tenant.tier === 'namespace' && tenant.github)?.github;
  return {
    number,
    project: {
      id: cellProjectId(prefix, number),
      apis: github === undefined ? CELL_APIS : withFederation(CELL_APIS),
      labels: labels(config.id, { cell: number }),
      access: accessOf(inCluster, context, { hasCluster, groups: groupsPlanOf(config) }),
      budget: budgetOf(inCluster),
    },
    domain: cellDomain(config.domain, number),
    ...(number === 1 ? {} : { parent: { project: cellProjectId(prefix, 1 as CellNumber) } }),
    ...(hasCluster ? { cluster: clusterOf(inputs, number, inCluster, context) } : {}),
    logRetentionDays: LOG_RETENTION_DAYS,
    ...(github === undefined ? {} : { github: organisationOf(github) }),
    ...(hasCluster && sharesServices(inputs.course, config)
      ? { serverless: serverlessOf(prefix, config.id, number, inCluster, context.staff) }
      : {}),
  };
}

/** A project apart: in the cell's own, a service could be put into the network of the cluster. */
function serverlessOf(
  prefix: CohortId,
  cohort: CohortId,
  cell: CellNumber,
  tenants: readonly TenantPlan[],
  staff: StaffPlan,
): ProjectPlan {
  return {
    id: serverlessProjectId(prefix, cell),
    apis: SERVERLESS_APIS,
    labels: labels(cohort, { cell }),
    access: inOrder(staffGrants(staff, { cluster: false })),
    budget: budgetOf(tenants.filter(({ service }) => service?.shared === true)),
  };
}

/**
 * What may be spent in a cell: on all who work in its cluster. A tenant with a project of its own spends
 * in both, and either budget is all that this tenant may cost. An empty cell still has a zone to pay for.
 */
function budgetOf(tenants: readonly TenantPlan[]): Money {
  if (tenants.length === 0) return Money.parse('1 USD');
  return tenants.reduce((sum, { budget }) => sum.plus(budget), Money.ZERO);
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
  const grafana = hasCluster ? [staffGrafanaGrant(staff)] : [];
  return inOrder([...staffGrants(staff, { cluster: true }), ...grafana, connectGrant(students, accessEnds)]);
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
  const maxNodes = config.nodes.max ?? nodesFor(tenants, machineType);
  const lab: PoolPlan = {
    name: nodePoolName('lab', spot),
    machineType,
    spot,
    minNodes: Math.min(min, maxNodes),
    maxNodes,
    diskGb: 100,
  };
  const gpu = gpuPoolFor(config.nodes, config.google.region, tenants);
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
    pools: { system: systemPool(tenants.length, monitoring), lab, ...(gpu === undefined ? {} : { gpu }) },
    monitoring,
    classHours: classHoursOf(inputs, { tenants, sessions, windows, lab }),
  };
}

/** One more system node for each 250 tenants: collectors, DNS and controllers grow with them. */
function systemPool(tenants: number, { collector, prometheus }: MonitoringPlan): PoolPlan {
  return {
    name: nodePoolName('system', false),
    machineType: collector === 'in-cluster' ? systemMachine(prometheus.memory) : 'e2-standard-2',
    spot: false,
    minNodes: 1,
    maxNodes: 3 + Math.ceil(tenants / 250),
    diskGb: 50,
  };
}
