import type { ChartCluster, ChartValues, SharedChart } from '../catalogue/shared/shared-chart';
import { archiveName, chartsNeededBy, findSharedChart } from '../catalogue/shared/shared-charts';
import type { Course } from '../course/course.schema';
import { tenantClusterName } from '../domain/names';
import type { CohortPlan } from './cohort-plan';
import type { PlanInputs } from './plan-inputs';
import type { TenantPlan } from './tenant-plan';

/** A chart of somebody else's as a cluster gets it. */
export interface SharedChartPlan {
  readonly id: string;
  readonly version: string;
  /** Name of its archive, in the cohort's folder `charts` and beside the stack. */
  readonly archive: string;
  readonly release: string;
  readonly namespace: string;
  readonly afterServices: boolean;
  readonly values: ChartValues;
  /** Of the archive, hexadecimal; absent where nobody publishes it. */
  readonly sha256?: string;
}

/** The charts that the labs of a course need, in the order in which they are installed. */
export const sharedChartsOf = ({ labs }: Pick<Course, 'labs'>): readonly SharedChart[] =>
  chartsNeededBy(labs.flatMap(({ toolkits }) => toolkits.map(({ id }) => id)));

/** What a cluster gets of them: absent where that is nothing. */
export function chartsOfCluster(
  course: Pick<Course, 'labs'>,
  cluster: ChartCluster,
): { readonly charts?: readonly SharedChartPlan[] } {
  const charts = sharedChartsOf(course).map((chart) => ({
    id: chart.id,
    version: chart.version,
    archive: archiveName(chart),
    release: chart.release,
    namespace: chart.namespace,
    afterServices: chart.afterServices === true,
    values: chart.values(cluster),
    ...('unpinned' in chart.pin || chart.pin.archive === undefined ? {} : { sha256: chart.pin.archive }),
  }));
  return charts.length === 0 ? {} : { charts };
}

/** What a tenant's own cluster gets of them. */
export const chartsOfOwnCluster = (
  { config, course }: Pick<PlanInputs, 'config' | 'course'>,
  { handle, host, registry }: Pick<TenantPlan, 'handle' | 'host' | 'registry'>,
): ReturnType<typeof chartsOfCluster> =>
  chartsOfCluster(course, {
    kind: 'own',
    name: tenantClusterName(config.google.projectPrefix ?? config.id, handle),
    projectId: registry.project,
    location: config.google.region,
    domain: host,
  });

/** The charts that any cluster of a plan gets. */
export function sharedChartsIn({
  cells,
  shards,
}: Pick<CohortPlan, 'cells' | 'shards'>): readonly SharedChart[] {
  const clusters = [
    ...cells.map(({ cluster }) => cluster),
    ...shards.flatMap(({ tenants }) => tenants.map(({ cluster }) => cluster)),
  ];
  const ids = new Set(clusters.flatMap((cluster) => cluster?.charts ?? []).map(({ id }) => id));
  return [...ids].map(findSharedChart);
}
