import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { SharedChart } from '../../core/catalogue/shared/shared-chart';
import { archiveName } from '../../core/catalogue/shared/shared-charts';
import type { LockedChart } from '../../core/charts/chart-lock';
import { chartLockText } from '../../core/charts/chart-lock';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import type { CohortDirectory } from '../cohort-directory';
import type { ChartArchive } from './chart-archive';
import { isNoChart, readChartArchive } from './chart-archive';
import { fetchChart } from './chart-source';
import {
  CHARTS_FOLDER,
  CHART_LOCK_FILE,
  digestOf,
  placeOfDigest,
  readArchive,
  readChartLock,
  strangeIn,
} from './cohort-charts';
import { FetchProblem, problemOfFetch } from '../fetched';

/** What became of a chart. */
export interface GotChart {
  readonly chart: SharedChart;
  readonly sha256: string;
  /** `seen first`: nobody publishes its digest, and from now on the cohort's lock holds it. */
  readonly how: 'was here' | 'came' | 'seen first';
}

/** Brings the charts that a cohort needs into its folder: all of them, or nothing and the reasons. */
export async function getCharts(
  directory: CohortDirectory,
  charts: readonly SharedChart[],
): Promise<Outcome<readonly GotChart[]>> {
  const lock = readChartLock(directory);
  if (!lock.ok) return lock;
  const got: (GotChart & { readonly archive?: ChartArchive })[] = [];
  const problems: Problem[] = [];
  for (const chart of charts) {
    const here = readArchive(directory, chart, lock.value);
    if (here.ok) {
      got.push({ chart, sha256: here.value.sha256, how: 'was here' });
      continue;
    }
    const archive = await brought(directory, chart, lock.value);
    if (!archive.ok) {
      problems.push(...archive.problems);
      continue;
    }
    const how = 'unpinned' in chart.pin && digestOf(chart, lock.value) === undefined ? 'seen first' : 'came';
    got.push({ chart, sha256: archive.value.sha256, how, archive: archive.value });
  }
  if (problems.length > 0) return refuse(problems);
  write(directory, got, lock.value);
  return accept(got.map(({ chart, sha256, how }) => ({ chart, sha256, how })));
}

async function brought(
  directory: CohortDirectory,
  chart: SharedChart,
  lock: readonly LockedChart[],
): Promise<Outcome<ChartArchive>> {
  try {
    const archive = readChartArchive(await fetchChart(chart));
    const refused = (message: string, more: Partial<Problem> = {}): Outcome<never> =>
      refuse([problemAt(addressFor(chart), message, more)]);
    if (isNoChart(archive)) return refused(`what came is no chart: ${archive.problem}`);
    const strange = strangeIn(archive, chart);
    if (strange !== undefined) return refused(strange);
    const expected = digestOf(chart, lock);
    if (expected === undefined || archive.sha256 === expected) return accept(archive);
    return refused('this is another chart than the one that is meant', {
      got: `sha256:${archive.sha256}`,
      allowed: `sha256:${expected}, as ${placeOfDigest(chart, directory)} says`,
      write: MOVED,
    });
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    return refuse([problemOfFetch(error, MOVED)]);
  }
}

const MOVED =
  'nothing yet: ask the publisher whether the chart was published anew under the same version, and read what changed';

const problemAt = (file: string, message: string, more: Partial<Problem>): Problem => ({
  file,
  line: 1,
  column: 1,
  message,
  ...more,
});

const addressFor = ({ origin, version }: SharedChart): string =>
  'oci' in origin ? `oci://${origin.oci}:${version}` : `${origin.repository} ${origin.chart} ${version}`;

/** Archives first: a lock that names what is not there is mended by getting it again. */
function write(
  directory: CohortDirectory,
  got: readonly (GotChart & { readonly archive?: ChartArchive })[],
  lock: readonly LockedChart[],
): void {
  const folder = join(directory.path, CHARTS_FOLDER);
  const came = got.flatMap(({ chart, archive }) => (archive === undefined ? [] : [{ chart, archive }]));
  if (came.length === 0) return;
  mkdirSync(folder, { recursive: true });
  for (const { chart, archive } of came)
    writeFileAtomic(join(folder, archiveName(chart)), Buffer.from(archive.bytes));
  const first = came.filter(({ chart }) => digestOf(chart, lock) === undefined);
  if (first.length === 0) return;
  const rows = first.map(({ chart: { id, version }, archive }) => ({ id, version, archive: archive.sha256 }));
  const kept = lock.filter(({ id }) => !rows.some((row) => row.id === id));
  writeFileAtomic(join(directory.path, CHART_LOCK_FILE), chartLockText([...kept, ...rows]));
}
