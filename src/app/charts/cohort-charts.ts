import { join } from 'node:path';
import type { SharedChart } from '../../core/catalogue/shared/shared-chart';
import { archiveName } from '../../core/catalogue/shared/shared-charts';
import type { LockedChart } from '../../core/charts/chart-lock';
import { parseChartLock, RESTORE_LOCK } from '../../core/charts/chart-lock';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, legible, refuse } from '../../core/input/problem';
import type { CohortDirectory } from '../cohort-directory';
import { readInput } from '../cohort-directory';
import { readLock } from '../read-lock';
import type { ChartArchive } from './chart-archive';
import { isNoChart, readChartArchive } from './chart-archive';

/** Folder of a cohort that holds the charts of others. */
export const CHARTS_FOLDER = 'charts';
/** What was seen of those whose publishers tell no digest. */
export const CHART_LOCK_FILE = 'charts.lock.yaml';
const GET = 'run "practicum charts get"';

/** Archives of the charts that a cohort needs, by id, each known to be the one that is meant. */
export type ChartArchives = ReadonlyMap<string, ChartArchive>;

export const NO_CHARTS: ChartArchives = new Map();

/** The digest that an archive must have: of the catalogue, else what the cohort saw first. */
export const digestOf = (
  { id, version, pin }: SharedChart,
  lock: readonly LockedChart[],
): string | undefined =>
  ('unpinned' in pin ? undefined : pin.archive) ??
  lock.find((locked) => locked.id === id && locked.version === version)?.archive;

/** The lock of a cohort; empty where nothing was locked yet. */
export const readChartLock = (directory: CohortDirectory): Outcome<readonly LockedChart[]> =>
  readLock(directory, { file: CHART_LOCK_FILE, restore: RESTORE_LOCK, parse: parseChartLock });

/** The digests that the archives of charts must have, by the chart's id; those that nobody told are not among them. */
export function knownDigests(
  directory: CohortDirectory,
  charts: readonly SharedChart[],
): Outcome<ReadonlyMap<string, string>> {
  const lock = readChartLock(directory);
  if (!lock.ok) return lock;
  const known = charts.map((chart) => [chart.id, digestOf(chart, lock.value)] as const);
  return accept(new Map(known.flatMap(([id, digest]) => (digest === undefined ? [] : [[id, digest]]))));
}

/** The archives of charts in a cohort's folder, or all that is wrong with them. */
export function readCharts(
  directory: CohortDirectory,
  charts: readonly SharedChart[],
): Outcome<ChartArchives> {
  if (charts.length === 0) return accept(NO_CHARTS);
  const lock = readChartLock(directory);
  if (!lock.ok) return lock;
  const read = charts.map((chart) => [chart, readArchive(directory, chart, lock.value)] as const);
  const problems = read.flatMap(([, archive]) => (archive.ok ? [] : archive.problems));
  if (problems.length > 0) return refuse(problems);
  return accept(new Map(read.flatMap(([{ id }, archive]) => (archive.ok ? [[id, archive.value]] : []))));
}

/** The archive of one chart, as it lies in the cohort's folder. */
export function readArchive(
  directory: CohortDirectory,
  chart: SharedChart,
  lock: readonly LockedChart[],
): Outcome<ChartArchive> {
  const file = join(CHARTS_FOLDER, archiveName(chart));
  const name = directory.display(file);
  const problem = (message: string, more: Partial<Problem> = {}): Outcome<never> =>
    refuse([{ file: name, line: 1, column: 1, message, write: GET, ...more }]);
  const bytes = readInput(join(directory.path, file), name, GET);
  if (!(bytes instanceof Uint8Array))
    return bytes.message === 'there is no such file'
      ? problem(`the chart of ${chart.title}, which the course's labs need, is not here`)
      : refuse([bytes]);
  const archive = readChartArchive(bytes);
  if (isNoChart(archive)) return problem(`this is no chart: ${archive.problem}`);
  const expected = digestOf(chart, lock);
  const sha256 = `sha256:${archive.sha256}`;
  if (expected === undefined)
    return problem(`nobody has said yet that this is the chart of ${chart.title}`, { got: sha256 });
  if (archive.sha256 !== expected)
    return problem(`this is another chart than the one that is meant`, {
      got: sha256,
      allowed: `sha256:${expected}, as ${placeOfDigest(chart, directory)} says`,
    });
  const strange = strangeIn(archive, chart);
  return strange === undefined ? accept(archive) : problem(strange);
}

/** Where the digest of a chart is written down. */
export const placeOfDigest = ({ pin }: SharedChart, directory: CohortDirectory): string =>
  'unpinned' in pin || pin.archive === undefined
    ? directory.display(CHART_LOCK_FILE)
    : 'the catalogue of practicum';

/** What an archive says of itself that is not what the row says. */
export function strangeIn({ name, version }: ChartArchive, chart: SharedChart): string | undefined {
  const { origin } = chart;
  const wanted = 'oci' in origin ? origin.oci.split('/').at(-1)! : origin.chart;
  return name === wanted && version === chart.version
    ? undefined
    : `this is the chart ${legible(name)} ${legible(version)}, and not ${wanted} ${chart.version}`;
}
