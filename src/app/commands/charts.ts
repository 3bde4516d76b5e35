import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SharedChart } from '../../core/catalogue/shared/shared-chart';
import { archiveName } from '../../core/catalogue/shared/shared-charts';
import type { LockedChart } from '../../core/charts/chart-lock';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import { sharedChartsOf } from '../../core/plan/shared-charts-plan';
import {
  CHARTS_FOLDER,
  CHART_LOCK_FILE,
  digestOf,
  readArchive,
  readChartLock,
} from '../charts/cohort-charts';
import { getCharts } from '../charts/get-charts';
import type { GotChart } from '../charts/get-charts';
import type { CohortDirectory } from '../cohort-directory';
import { cohortDirectory, cohortOption } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { loadCohort } from '../load-cohort';
import { reportProblems, wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface ChartsOptions {
  readonly cohort?: string;
  readonly json?: boolean;
}

/** A chart that a cohort needs, and how it stands there. */
interface ChartState {
  readonly id: string;
  readonly version: string;
  readonly from: string;
  /** What the archive has to be; absent until it is first seen. */
  readonly sha256?: string;
  readonly archive: string;
  readonly here: boolean;
  /** Why what lies there is not taken; absent where nothing does. */
  readonly wrong?: Pick<Problem, 'message' | 'got' | 'allowed'>;
}

interface NeededCharts {
  readonly directory: CohortDirectory;
  readonly charts: readonly SharedChart[];
  readonly lock: readonly LockedChart[];
}

/** Lists the charts of others that a cohort's clusters get; writes nothing. */
export function charts(terminal: Terminal, options: ChartsOptions): ExitCode {
  const json = options.json === true;
  const needed = neededCharts(options.cohort);
  if (!needed.ok) return reportProblems(terminal, needed.problems, json);
  const states = needed.value.charts.map((chart) => stateOf(needed.value, chart));
  if (json) terminal.print(JSON.stringify(states, undefined, 2));
  else for (const line of listed(needed.value, states, terminal)) terminal.print(line);
  return EXIT.ok;
}

/** Gets the charts that are not there yet, and holds them to their digests. */
export async function chartsGet(terminal: Terminal, options: ChartsOptions): Promise<ExitCode> {
  const json = options.json === true;
  const needed = neededCharts(options.cohort);
  if (!needed.ok) return reportProblems(terminal, needed.problems, json);
  const { directory } = needed.value;
  terminal.progress('Getting charts');
  const got = await getCharts(directory, needed.value.charts);
  terminal.done();
  if (!got.ok) return reportProblems(terminal, got.problems, json);
  if (json)
    terminal.print(
      JSON.stringify(
        got.value.map(({ chart: { id, version }, sha256, how }) => ({ id, version, sha256, how })),
        undefined,
        2,
      ),
    );
  else for (const line of gotLines(got.value, directory, terminal)) terminal.print(line);
  return EXIT.ok;
}

function neededCharts(cohort: string | undefined): Outcome<NeededCharts> {
  const directory = cohortDirectory(cohort);
  const inputs = loadCohort(directory);
  if (!inputs.ok) return inputs;
  const lock = readChartLock(directory);
  return lock.ok
    ? accept({ directory, charts: sharedChartsOf(inputs.value.course), lock: lock.value })
    : lock;
}

function stateOf({ directory, lock }: NeededCharts, chart: SharedChart): ChartState {
  const { id, version, origin } = chart;
  const sha256 = digestOf(chart, lock);
  const archive = `${CHARTS_FOLDER}/${archiveName(chart)}`;
  const read = readArchive(directory, chart, lock);
  return {
    id,
    version,
    from: 'oci' in origin ? `oci://${origin.oci}` : `${origin.repository} ${origin.chart}`,
    ...(sha256 === undefined ? {} : { sha256 }),
    archive,
    here: read.ok,
    ...(read.ok || !existsSync(join(directory.path, archive)) ? {} : { wrong: faultOf(read.problems) }),
  };
}

/** What is wrong with an archive, without its place: that is told beside it. */
function faultOf([problem]: readonly Problem[]): Pick<Problem, 'message' | 'got' | 'allowed'> {
  const { message, got, allowed } = problem!;
  return { message, ...(got === undefined ? {} : { got }), ...(allowed === undefined ? {} : { allowed }) };
}

const NONE = 'No lab of this course needs a chart of others.';

function listed(
  { charts: rows, directory }: NeededCharts,
  states: readonly ChartState[],
  { colors, width }: Terminal,
): readonly string[] {
  if (rows.length === 0) return [NONE];
  const bad = states.filter(({ wrong }) => wrong !== undefined).length;
  const missing = states.filter(({ here }) => !here).length - bad;
  const lacking = [
    ...(missing === 0 ? [] : [`${missing} not here`]),
    ...(bad === 0 ? [] : [`${bad} not as it should be`]),
  ];
  return [
    [counted(rows.length, 'chart'), ...(lacking.length === 0 ? ['all here'] : lacking)].join(', '),
    ...states.flatMap(({ id, version, from, sha256, here, archive, wrong }, index) => {
      const { title, licence, shared, apart } = rows[index]!;
      return [
        '',
        `${here ? colors.green('✓') : wrong ? colors.red('✗') : colors.yellow('–')} ${colors.bold(`${id} ${version}`)}  ${title}`,
        wrapped('  ', `from ${from}; ${licence}`, width),
        sha256 === undefined
          ? '  no digest is published: the first one seen is recorded'
          : `  sha256:${sha256}`,
        ...(wrong === undefined ? [] : faultLines(archive, wrong, width)),
        wrapped('  ', shared, width),
        wrapped('  ', apart, width),
      ];
    }),
    ...(lacking.length === 0
      ? []
      : [
          '',
          bad === 0 ? 'Get what is missing:' : 'Get what is missing, or another in its place:',
          `  npx practicum charts get${cohortOption(directory)}`,
        ]),
  ];
}

/** The digest that it should have is told with the chart. */
const faultLines = (
  archive: string,
  { message, got }: NonNullable<ChartState['wrong']>,
  width: number,
): readonly string[] => [
  wrapped('  ', `${archive}: ${message}`, width),
  ...(got === undefined ? [] : [wrapped('  ', `got ${got}`, width)]),
];

const HOW: Readonly<Record<GotChart['how'], string>> = {
  'was here': 'was here',
  came: 'has the digest that is known',
  'seen first': 'seen for the first time',
};

function gotLines(
  got: readonly GotChart[],
  directory: CohortDirectory,
  { colors, width }: Terminal,
): readonly string[] {
  if (got.length === 0) return [NONE];
  const first = got.filter(({ how }) => how === 'seen first').length;
  return [
    ...got.flatMap(({ chart: { id, version }, sha256, how }) => [
      `${colors.green('✓')} ${colors.bold(`${id} ${version}`)}  ${HOW[how]}`,
      `  sha256:${sha256}`,
    ]),
    ...(first === 0
      ? []
      : [
          '',
          wrapped(
            '',
            `Nobody publishes the digest of ${first === 1 ? 'this chart' : `${first} of them`}: look at what you got, and commit ${directory.display(CHART_LOCK_FILE)}, which holds it from now on.`,
            width,
          ),
        ]),
  ];
}
