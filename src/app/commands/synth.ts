import { join, relative, resolve } from 'node:path';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { GIVE_GITHUB_TOKEN } from '../github-token';
import { noEndpoints } from '../handout/endpoints';
import { writeHandouts } from '../handout/write-handouts';
import { terraformInventory } from '../inventory';
import { reportProblems } from '../report-problems';
import type { CohortOptions, ResolvedCohort } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { writeKubernetes, writeTerraform } from '../synthesize';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';

export interface SynthOptions extends CohortOptions {
  readonly out: string;
}

/** What a synthesis made, for people and for `--json`. */
interface SynthReport {
  readonly cohort: string;
  readonly tenants: number;
  readonly placesRecorded: number;
  /** Projects beside those of cells, which stay until the teardown. */
  readonly projectsRecorded: number;
  readonly stacks: readonly { readonly name: string; readonly resources: number }[];
  readonly kubernetesObjects: number;
  readonly handouts: number;
  readonly out: string;
}

/** Writes everything that the cohort needs: all of it, or nothing and the reasons. */
export function synth(terminal: Terminal, options: SynthOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: true, charts: true });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, added, projectsAdded, charts } = cohort.value;
  const out = resolve(options.out);
  const { progress } = terminal;
  const { kubernetesObjects } = writeKubernetes(plan, join(out, 'k8s'), progress);
  writeTerraform(plan, join(out, 'terraform'), progress, charts);
  const handouts = writeHandouts(plan, join(out, 'handouts'), noEndpoints);
  terminal.done();
  const report: SynthReport = {
    cohort: plan.cohort,
    tenants: plan.shards.reduce((sum, shard) => sum + shard.tenants.length, 0),
    placesRecorded: added,
    projectsRecorded: projectsAdded,
    stacks: terraformInventory(join(out, 'terraform')).map(({ stack, resources }) => ({
      name: stack,
      resources: [...resources.values()].reduce((a, b) => a + b, 0),
    })),
    kubernetesObjects,
    handouts,
    out: relative(process.cwd(), out) || '.',
  };
  if (json) terminal.print(JSON.stringify(report, undefined, 2));
  else for (const line of described(report, cohort.value, terminal)) terminal.print(line);
  return plan.breaches.length > 0 ? EXIT.findings : EXIT.ok;
}

function described(report: SynthReport, cohort: ResolvedCohort, { colors }: Terminal): readonly string[] {
  const { out, stacks } = report;
  const recorded = [
    [report.placesRecorded, 'new place'] as const,
    [report.projectsRecorded, 'new project'] as const,
  ].flatMap(([count, what]) => (count === 0 ? [] : [counted(count, what)]));
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const { breaches } = cohort.plan;
  return [
    `${colors.green('✓')} ${colors.bold(report.cohort)}: ${counted(report.tenants, 'place')}`,
    ...(recorded.length === 0
      ? []
      : ['', `  ${recorded.join(', ')} recorded; commit ${cohort.directory.display('cohort.lock.yaml')}`]),
    '',
    ...table([
      [join(out, 'terraform'), `${counted(stacks.length, 'stack')}, ${counted(resources, 'resource')}`],
      [join(out, 'k8s'), `${counted(report.kubernetesObjects, 'object')}, the same that Terraform installs`],
      [join(out, 'handouts'), `${counted(report.handouts, 'page')} with kubeconfigs`],
    ]),
    '',
    ...table(stackRows(stacks), '    '),
    ...(breaches.length === 0
      ? []
      : [
          '',
          colors.red(`${counted(breaches.length, 'limit')} would be broken; "practicum check" tells which.`),
        ]),
    '',
    ...nextSteps(out, cohort).flatMap(([why, ...commands]) => [
      colors.bold(why),
      ...commands.map((line) => `    ${line}`),
    ]),
  ];
}

const MOST_STACKS_SHOWN = 12;

/** A row per stack; of a large cohort's shards, one for all. */
function stackRows(stacks: SynthReport['stacks']): readonly (readonly string[])[] {
  const row = ({ name, resources }: SynthReport['stacks'][number]): readonly string[] => [
    name,
    counted(resources, 'resource'),
  ];
  if (stacks.length <= MOST_STACKS_SHOWN) return stacks.map(row);
  const shards = stacks.filter(({ name }) => name.startsWith('shard-'));
  const others = stacks.filter(({ name }) => !name.startsWith('shard-'));
  const sum = shards.reduce((total, { resources }) => total + resources, 0);
  return [
    ...others.map(row),
    [
      `${shards[0]!.name} … ${shards.at(-1)!.name}`,
      `${counted(sum, 'resource')} in ${counted(shards.length, 'stack')}`,
    ],
  ];
}

function nextSteps(
  out: string,
  { plan, directory }: ResolvedCohort,
): readonly (readonly [why: string, ...commands: string[]])[] {
  const handle = plan.shards.flatMap(({ tenants }) => tenants)[0]?.handle ?? '';
  const usual = directory.path === cohortDirectory(undefined).path;
  const select = usual ? [] : [`export PRACTICUM_COHORT=${relative(process.cwd(), directory.path) || '.'}`];
  return [
    ['Read what a student gets', `less ${join(out, 'handouts', handle, 'README.md')}`],
    ...(plan.state.backend === 'gcs'
      ? [['Make the bucket for Terraform state, once', ...select, 'npx practicum bootstrap'] as const]
      : []),
    ...(plan.repositories === undefined
      ? []
      : [
          [
            `Give a token of GitHub, for the repositories of ${plan.repositories}`,
            GIVE_GITHUB_TOKEN,
          ] as const,
        ]),
    ['Make it all', ...select, "npx cdktf deploy '*' --parallelism 4 --outputs-file outputs.json"],
    ['Then give the pages their addresses', 'npx practicum handout --outputs outputs.json'],
  ];
}
