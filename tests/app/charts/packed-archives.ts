import type { ChartArchive } from '../../../src/app/charts/chart-archive';
import { isNoChart, readChartArchive } from '../../../src/app/charts/chart-archive';
import type { ChartArchives } from '../../../src/app/charts/cohort-charts';
import type { SharedChart } from '../../../src/core/catalogue/shared/shared-chart';
import { packedChart } from './packed-chart';
import { tellDigest } from './told-digests';

/** An archive that stands for a chart: its name and version, and nothing to install. */
export function packedAs({ origin, version }: SharedChart): Buffer {
  const name = 'oci' in origin ? origin.oci.split('/').at(-1)! : origin.chart;
  return packedChart(name, version);
}

/** What stands for charts of others, by id, as it is read; plans made from here on know each by its digest. */
export const packedArchives = (charts: readonly SharedChart[]): ChartArchives =>
  new Map(charts.map((chart): readonly [string, ChartArchive] => [chart.id, archiveOf(chart)]));

function archiveOf(chart: SharedChart): ChartArchive {
  const bytes = packedAs(chart);
  tellDigest(chart, bytes);
  const archive = readChartArchive(bytes);
  if (isNoChart(archive)) throw new Error(archive.problem);
  return archive;
}
