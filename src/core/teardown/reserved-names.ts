import type { ProjectId } from '../domain/ids';
import { cellStackName, shardStackName } from '../domain/names';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { plusHours } from '../domain/time';
import type { CohortPlan } from '../plan/cohort-plan';

/** A project that was deleted: nobody can take its id, and for a while Google can bring it back. */
export interface ReservedName {
  readonly project: ProjectId;
  readonly until: Instant;
}

/**
 * Days for which a deleted project, with its workload identity pool, can be brought back. Its id is never free again.
 * @see https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects (2026-11)
 */
const PROJECT_DAYS = 30;

/** The names that stay taken after a teardown, by when it took away the stack that each is in. */
export function reservedNames(
  { cells, shards }: CohortPlan,
  goneSince: (stack: string) => Instant | undefined,
): readonly ReservedName[] {
  const projects = [
    ...cells.flatMap(({ number, project, serverless, machines, logs }) =>
      [project, serverless, machines, logs?.project].flatMap((each) =>
        each === undefined ? [] : [{ project: each.id, stack: cellStackName(number) }],
      ),
    ),
    ...shards.flatMap(({ cell, number, tenants }) =>
      tenants.flatMap(({ project }) =>
        project === undefined ? [] : [{ project: project.id, stack: shardStackName(cell, number) }],
      ),
    ),
  ];
  return projects
    .flatMap(({ project, stack }) => {
      const gone = goneSince(stack);
      return gone === undefined ? [] : [{ project, until: plusHours(gone, PROJECT_DAYS * 24) }];
    })
    .sort(byText(({ project }) => project));
}
