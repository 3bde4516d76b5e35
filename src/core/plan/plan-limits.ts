import type { LimitBreach } from '../limits/limits';
import { tryFindBreach } from '../limits/limits';
import type { CellPlan, ShardPlan } from './cohort-plan';

/** Every limit that this plan would break. */
export function breachesOf(cells: readonly CellPlan[], shards: readonly ShardPlan[]): readonly LimitBreach[] {
  return [
    ...tryFindBreach('cells', 'the cohort', cells.length, 'two cohorts instead of one'),
    ...shards.flatMap(({ cell, number, tenants }) =>
      tryFindBreach(
        'tenantsPerShard',
        `shard ${cell}-${number}`,
        tenants.length,
        'nothing: this is a fault of the ledger',
      ),
    ),
    ...cells.flatMap((cell) => cellBreaches(cell, shards)),
    ...shards.flatMap(({ tenants }) =>
      tenants.flatMap(({ handle, bucket }) =>
        tryFindBreach('groupsPerPolicy', `tenant ${handle}`, groupsAmong(bucket.users), 'smaller teams'),
      ),
    ),
  ];
}

/** How many Google groups are among the members of a policy, each once. */
const groupsAmong = (members: readonly string[]): number =>
  new Set(members.filter((member) => member.startsWith('group:'))).size;

function cellBreaches(
  { number, project, cluster, deployers = [] }: CellPlan,
  shards: readonly ShardPlan[],
): readonly LimitBreach[] {
  const where = `cell ${number}`;
  const tenants = shards
    .flatMap(({ cell, tenants }) => (cell === number ? tenants : []))
    .filter(({ tier }) => tier !== 'cluster');
  const principals = project.access.reduce((sum, { members }) => sum + members.length, 0);
  const services = tenants.reduce((sum, { quota }) => sum + quota.services, 0);
  return [
    ...tryFindBreach(
      'principalsPerPolicy',
      where,
      principals,
      'fewer staff in cohort.yaml, or a cohort per section',
    ),
    ...tryFindBreach(
      'groupsPerPolicy',
      where,
      groupsAmong(project.access.flatMap(({ members }) => members)),
      'nothing: this is a fault of the plan',
    ),
    ...tryFindBreach(
      'serviceAccountsPerProject',
      where,
      tenants.filter(({ service }) => service?.shared === true).length,
      'tier: project, a cohort per section, or labs without cloud-run',
    ),
    ...tryFindBreach(
      'machinesPerCell',
      where,
      tenants.filter(({ machine }) => machine?.shared === true).length,
      'tier: project, a cohort per section, or labs without vm',
    ),
    ...tryFindBreach(
      'workflowAccountsPerCell',
      where,
      deployers.length,
      'github: { deploys: false }, since no place moves to another cell; or a cohort per section',
    ),
    ...tryFindBreach(
      'logBucketsPerProject',
      where,
      tenants.filter(({ logs }) => logs !== undefined).length,
      'logs: { perPlace: false }, since no place moves to another cell; or a cohort per section',
    ),
    ...tryFindBreach('namespacesPerCluster', where, tenants.length, 'a cohort per section'),
    ...tryFindBreach('servicesPerCluster', where, services, 'fewer services in the sizes of the course'),
    ...tryFindBreach(
      'nodesPerPool',
      where,
      cluster?.pools.lab.maxNodes ?? 0,
      'nodes: a larger machineType, or a lower max',
    ),
    ...tryFindBreach(
      'nodesPerPool',
      where,
      cluster?.pools.gpu?.maxNodes ?? 0,
      'nodes: more containers for each GPU (gpu.sharedBy), or a lower gpu.max',
    ),
  ];
}
