import { classHoursCosts } from '../../core/calendar/class-hours-cost';
import { readable, readableInTerm } from '../../core/domain/time';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { poolsOf } from '../../core/plan/gpu-pool';
import type { QuotaPlan } from '../../core/plan/quota-plan';
import { classHoursLines } from '../calendar/class-hours-lines';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { GIVE_GITHUB_TOKEN } from '../github-token';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { table } from '../table';
import type { Terminal } from '../terminal';

/** Shows what the cohort will get; with `--json` the whole plan as data. Writes nothing. */
export function plan(terminal: Terminal, options: CohortOptions): ExitCode {
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, options.json === true);
  const { plan } = cohort.value;
  if (options.json === true) terminal.print(JSON.stringify(plan, undefined, 2));
  else for (const line of described(plan, terminal)) terminal.print(line);
  return EXIT.ok;
}

function described(plan: CohortPlan, { colors, width }: Terminal): readonly string[] {
  const heading = (text: string): string => `\n${colors.bold(text)}`;
  return [
    `${colors.bold(plan.cohort)}  ${plan.course.title}`,
    wrapped(
      '  ',
      `${plan.term.starts} to ${plan.term.ends}, ${plan.term.timeZone}; access ends ${readable(plan.term.accessEnds, plan.term.timeZone)}`,
      width,
    ),
    heading('Labs'),
    ...table(
      plan.labs.map((lab) => [
        lab.id,
        lab.workedBy,
        `opens ${readableInTerm(lab.opens, plan.term.timeZone)}`,
        `due ${readableInTerm(lab.due, plan.term.timeZone)}`,
        lab.phase,
      ]),
    ),
    heading('Cells'),
    ...table(plan.cells.flatMap((cell) => cellRows(plan, cell))),
    ...classHoursLines(classHoursCosts(plan), { colors, width }),
    heading('Shards'),
    ...table(
      plan.shards.map(({ cell, number, tenants }) => [
        `${cell}-${String(number).padStart(2, '0')}`,
        `${tenants.length} tenants`,
        `${tenants[0]?.handle ?? ''} … ${tenants.at(-1)?.handle ?? ''}`,
      ]),
    ),
    heading('Places'),
    ...table(placeRows(plan)),
    ...toKnow(plan).flatMap((notice, index) => [
      ...(index === 0 ? [heading('To know')] : []),
      wrapped('  ', notice, width),
    ]),
    ...(plan.breaches.length === 0
      ? []
      : [
          `\n${colors.red(`${plan.breaches.length} limits would be broken`)}; "practicum check" tells which.`,
        ]),
  ];
}

/** What the plan tells, and what whoever deploys it must have. */
const toKnow = ({ notices, repositories }: CohortPlan): readonly string[] => [
  ...notices,
  ...(repositories === undefined
    ? []
    : [
        `Repositories of ${repositories} take a token of GitHub to deploy, and nothing is deployed to them without: ${GIVE_GITHUB_TOKEN}`,
      ]),
];

function cellRows(
  { shards }: CohortPlan,
  { number, project, domain, cluster, serverless, machines, logs }: CohortPlan['cells'][number],
): readonly (readonly string[])[] {
  const tenants = shards.reduce((sum, shard) => sum + (shard.cell === number ? shard.tenants.length : 0), 0);
  const pools = cluster === undefined ? [] : poolsOf(cluster);
  return [
    [`${number}`, 'project', project.id],
    ...(serverless === undefined ? [] : [['', 'services', serverless.id]]),
    ...(machines === undefined ? [] : [['', 'machines', machines.id]]),
    ...(logs === undefined ? [] : [['', 'logs', logs.project.id]]),
    ['', 'hosts', `<handle>.${domain}`],
    ['', 'tenants', `${tenants}, budget ${project.budget.toString()}`],
    ...pools.map(({ name, minNodes, maxNodes, machineType, diskGb, spot }) => [
      '',
      'nodes',
      `${name}: ${minNodes} to ${maxNodes} × ${machineType}, ${diskGb} GB${spot ? ', spot' : ''}`,
    ]),
  ];
}

/** One row for all places that are alike. */
function placeRows({ shards }: CohortPlan): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const { kind, tier, quota } of shards.flatMap(({ tenants }) => tenants)) {
    const key = JSON.stringify([kind, tier, amounts(quota)]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [kind, tier, quota] = JSON.parse(key) as [string, string, string];
    return [`${count} × ${kind}`, tier, quota];
  });
}

const amounts = ({ cpu, cpuLimit, memory, memoryLimit, storage }: QuotaPlan): string =>
  `cpu ${cpu.toString()}–${cpuLimit.toString()}, memory ${memory.toString()}–${memoryLimit.toString()}, disks ${storage.toString()}`;
