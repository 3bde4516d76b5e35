import { shardStackName } from '../../core/domain/names';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { Charts } from '../engine';
import { resourcePaths } from '../engine';

/** What records of hosts are made under, in the stack of a shard. */
const ZONE = 'Zone';

/**
 * Counts the Terraform resources that stand for places of a plan: in the stacks themselves, which are built for the purpose and
 * never written, so that whatever a place gets one day is counted.
 */
export function resourceCounter(plan: CohortPlan): (tenant: TenantPlan) => number {
  const known = new Map<string, number>();
  return (tenant) => {
    const shape = shapeOf(tenant);
    const count = known.get(shape) ?? countIn(plan, tenant);
    known.set(shape, count);
    return count;
  };
}

/** What decides how many there are: all that is planned, without whose it is. */
function shapeOf(tenant: TenantPlan): string {
  const whose = JSON.stringify({ ...tenant, title: '', labels: {} });
  return [tenant.handle, ...tenant.members].reduce((text, name) => text.replaceAll(name, ''), whose);
}

function countIn(plan: CohortPlan, tenant: TenantPlan): number {
  const { handle } = tenant;
  const alone: CohortPlan = {
    ...plan,
    cells: plan.cells.filter(({ number }) => number === tenant.cell),
    shards: plan.shards
      .filter(({ cell, number }) => cell === tenant.cell && number === tenant.shard)
      .map((shard) => ({ ...shard, tenants: [tenant] })),
  };
  const shard = shardStackName(tenant.cell, tenant.shard);
  return resourcePaths(alone, anyCharts(alone, tenant)).filter(
    // There is nobody else in the shard, so that all records of hosts are those of this place.
    ([stack, part, ...rest]) =>
      [part, ...rest.slice(0, -1)].includes(handle) || (stack === shard && part === ZONE),
  ).length;
}

/** Charts in the place of those that are written: what is in them makes no other resources. */
function anyCharts({ cells }: CohortPlan, { handle, cluster, emptied }: TenantPlan): Charts {
  const chart = { path: './chart', contentHash: '0'.repeat(64) };
  const others = [...cells.map((cell) => cell.cluster), cluster].flatMap((each) => each?.charts ?? []);
  const isPlaced = emptied !== true;
  return {
    cellServices: new Map(cells.map(({ number }) => [number, chart])),
    places: new Map(isPlaced && cluster === undefined ? [[handle, chart]] : []),
    ownClusters: new Map(
      isPlaced && cluster !== undefined ? [[handle, { services: chart, place: chart }]] : [],
    ),
    archives: new Map(others.map(({ id }) => [id, chart.contentHash])),
  };
}
