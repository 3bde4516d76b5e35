import { byText } from '../../domain/sorting';
import * as listed from './charts';
import type { SharedChart } from './shared-chart';

const ordered = (charts: readonly SharedChart[]): readonly SharedChart[] =>
  [...charts].sort(byText(({ id }) => id)).sort((a, b) => a.order - b.order);

/** Every chart that clusters can share, in the order in which they are installed. */
export const SHARED_CHARTS: readonly SharedChart[] = ordered(Object.values<SharedChart>(listed));

/** The charts that toolkits need, in the order in which they are installed. */
export const chartsNeededBy = (toolkits: Iterable<string>): readonly SharedChart[] => {
  const asked = new Set(toolkits);
  return SHARED_CHARTS.filter(({ neededBy }) => neededBy.some((id) => asked.has(id)));
};

/** The chart with this id. */
export function findSharedChart(id: string): SharedChart {
  const found = SHARED_CHARTS.find((chart) => chart.id === id);
  if (found === undefined) throw new Error(`No shared chart has the id "${id}"`);
  return found;
}

/** Name of a chart's archive in a cohort and beside a stack. */
export const archiveName = ({ id, version }: Pick<SharedChart, 'id' | 'version'>): string =>
  `${id}-${version}.tgz`;
