import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ChartFolder, ChartProblem, ChartSource, PackedChart } from '../../rehearsal/helm/chart';
import { contentHashOf } from '../../rehearsal/helm/chart';
import { describedDigest, statedHash } from '../../rehearsal/helm/release-values';
import { hasUnknown } from '../../rehearsal/values/value';
import { isNoChart, readChartArchive } from '../charts/chart-archive';

/**
 * The charts beside the stacks of one Terraform output. A chart's path is relative to the folder in which terraform
 * runs, which a provider served from elsewhere does not know: all stacks are looked through.
 */
export function chartFolders(output: string): ChartSource {
  return {
    read: (chart, release): ChartFolder | PackedChart | ChartProblem => {
      const places = stackFolders(output).map((stack) => join(stack, chart));
      if (chart.endsWith('.tgz')) return archiveAmong(places, chart, describedDigest(release));
      const found = places.filter((place) => existsSync(join(place, 'Chart.yaml'))).map(readFolder);
      if (found.length === 0) {
        const where = places.length === 0 ? `no stack in ${output}` : places.join(', ');
        return {
          problem: `Unable to locate chart ${chart}: path "${chart}" not found (looked for ${where})`,
        };
      }
      const stated = hasUnknown(release['values']) ? undefined : statedHash(release);
      const meant = found.find(({ files }) => contentHashOf(files) === stated) ?? found[0]!;
      return { path: chart, files: meant.files };
    },
  };
}

/** The archive that a release names; where several stacks have one under that name, the one that it describes. */
function archiveAmong(
  places: readonly string[],
  path: string,
  described: string | undefined,
): PackedChart | ChartProblem {
  const found = places
    .filter((place) => existsSync(place))
    .map((place) => readChartArchive(readFileSync(place)));
  const charts = found.flatMap((each) => (isNoChart(each) ? [] : [each]));
  const meant = charts.find(({ sha256 }) => sha256 === described) ?? charts[0];
  if (meant !== undefined) {
    const { name, version, appVersion, sha256 } = meant;
    return { path, packed: { name, version, appVersion, sha256 } };
  }
  const [broken] = found.flatMap((each) => (isNoChart(each) ? [each.problem] : []));
  return {
    problem:
      broken === undefined
        ? `Unable to locate chart ${path}: path "${path}" not found (looked for ${places.join(', ')})`
        : `Unable to load chart ${path}: ${broken}`,
  };
}

function stackFolders(output: string): readonly string[] {
  const stacks = join(output, 'stacks');
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks)
    .sort()
    .map((stack) => join(stacks, stack));
}

function readFolder(folder: string): ChartFolder {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split('\\').join('/'), readFileSync(path, 'utf8')] as const;
    });
  return { path: folder, files: Object.fromEntries(files) };
}
