import { cellServicesStackName, shardStackName } from '../../core/domain/names';
import type { CohortPlan } from '../../core/plan/cohort-plan';

/** Name of the cluster that a plain manifest is for, by the folder that it lies in. */
export function clusterOfFile(plan: CohortPlan, file: string): string | undefined {
  const [, group = '', ...rest] = file.split('/');
  return foldersOf(plan).get(rest.length > 1 ? `${group}/${rest[0]}` : group);
}

const known = new WeakMap<CohortPlan, ReadonlyMap<string, string>>();

/** Clusters by folder, worked out once for a plan. */
function foldersOf(plan: CohortPlan): ReadonlyMap<string, string> {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const shared = plan.cells.flatMap(({ number, cluster }) =>
    cluster === undefined
      ? []
      : [
          [cellServicesStackName(number), cluster.name] as const,
          ...plan.shards
            .filter(({ cell }) => cell === number)
            .map((shard) => [shardStackName(shard.cell, shard.number), cluster.name] as const),
        ],
  );
  const own = plan.shards.flatMap(({ cell, number, tenants }) =>
    tenants.flatMap(({ handle, cluster }) =>
      cluster === undefined ? [] : [[`${shardStackName(cell, number)}/${handle}`, cluster.name] as const],
    ),
  );
  const folders = new Map([...shared, ...own]);
  known.set(plan, folders);
  return folders;
}
