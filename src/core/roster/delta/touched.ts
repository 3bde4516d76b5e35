import type { Handle } from '../../domain/ids';
import {
  cellServicesStackName,
  cellStackName,
  shardPlacesStackName,
  shardRepositoriesStackName,
  shardStackName,
} from '../../domain/names';
import type { CellPlan, CohortPlan, TenantPlan } from '../../plan/cohort-plan';

/** What a change of the class changes in what is deployed. */
export interface Touched {
  /** Places that are new, and those that are not what they were; by handle. */
  readonly made: readonly TenantPlan[];
  readonly changed: readonly TenantPlan[];
  /** Places of which every byte stays. */
  readonly same: readonly Handle[];
  /** Terraform stacks that change, in the order of their names. */
  readonly stacks: readonly string[];
}

/** Compares two plans of one instant; without one before all is new. */
export function touchedBetween(before: CohortPlan | undefined, after: CohortPlan): Touched {
  const was = new Map(tenantsIn(before).map((tenant) => [tenant.handle, JSON.stringify(tenant)]));
  const made: TenantPlan[] = [];
  const changed: TenantPlan[] = [];
  const same: Handle[] = [];
  for (const tenant of tenantsIn(after)) {
    const text = was.get(tenant.handle);
    if (text === undefined) made.push(tenant);
    else if (text === JSON.stringify(tenant)) same.push(tenant.handle);
    else changed.push(tenant);
  }
  const stacks = new Set([
    ...[...made, ...changed].flatMap(({ cell, shard, cluster, repository }) => [
      shardStackName(cell, shard),
      ...(repository === undefined ? [] : [shardRepositoriesStackName(cell, shard)]),
      ...(cluster === undefined ? [] : [shardPlacesStackName(cell, shard)]),
    ]),
    ...after.cells.flatMap((cell) => stacksOfCell(before, after, cell)),
  ]);
  return { made, changed, same, stacks: [...stacks].sort() };
}

const tenantsIn = (plan: CohortPlan | undefined): readonly TenantPlan[] =>
  plan?.shards.flatMap(({ tenants }) => tenants) ?? [];

/** Of a cell's two stacks those that change: the project with who may connect, and what tenants share. */
function stacksOfCell(before: CohortPlan | undefined, after: CohortPlan, cell: CellPlan): readonly string[] {
  const was = before?.cells.find(({ number }) => number === cell.number);
  const [projectWas, servicesWas] = partsOf(before, was);
  const [project, services] = partsOf(after, cell);
  return [
    ...(projectWas === project ? [] : [cellStackName(cell.number)]),
    ...(servicesWas === services || cell.cluster === undefined ? [] : [cellServicesStackName(cell.number)]),
  ];
}

function partsOf(plan: CohortPlan | undefined, cell: CellPlan | undefined): readonly [string, string] {
  if (plan === undefined || cell === undefined) return ['', ''];
  const { cluster, ...rest } = cell;
  if (cluster === undefined) return [JSON.stringify(rest), ''];
  const { monitoring, classHours, ...machines } = cluster;
  const windows = plan.windows.filter((each) => each.cluster === cluster.name);
  const deploys = cell.deployers !== undefined;
  return [JSON.stringify([rest, machines]), JSON.stringify([monitoring, classHours, windows, deploys])];
}
