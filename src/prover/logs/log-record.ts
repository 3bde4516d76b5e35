import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';

/** The log of a place: the bucket of that name, its sink and its view. */
export interface LogRecord {
  readonly project: string;
  readonly location: string;
  readonly name: string;
}

/** The project that logs of a cell's places share, and the cluster whose pods print. */
export interface LogProjectRecord {
  readonly project: string;
  readonly clusterProject: string;
  readonly cluster: string;
}

/** The log of a tenant, for its record: nothing where it has none. */
export const logOf = (
  { logs }: TenantPlan,
  { region }: CohortPlan['google'],
): { readonly log?: LogRecord } =>
  logs === undefined ? {} : { log: { project: logs.project, location: region, name: logs.bucket } };

export const logProjectsOf = ({ cells }: CohortPlan): readonly LogProjectRecord[] =>
  cells.flatMap(({ logs, project, cluster }) =>
    logs === undefined || cluster === undefined
      ? []
      : [{ project: logs.project.id, clusterProject: project.id, cluster: cluster.name }],
  );
