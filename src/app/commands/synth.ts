import { join, relative, resolve } from 'node:path';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { writeHandouts } from '../handout/write-handouts';
import { noEndpoints } from '../handout/endpoints';
import { terraformInventory } from '../inventory';
import { reportProblems } from '../report-problems';
import type { CohortOptions, ResolvedCohort } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { writeKubernetes, writeTerraform } from '../synthesize';
import { table } from '../table';
import type { Terminal } from '../terminal';

export interface SynthOptions extends CohortOptions {
  readonly out: string;
}

/** What a synthesis made, for people and for `--json`. */
interface SynthReport {
  readonly cohort: string;
  readonly tenants: number;
  readonly placesRecorded: number;
  readonly stacks: readonly { readonly name: string; readonly resources: number }[];
  readonly kubernetesObjects: number;
  readonly handouts: number;
  readonly out: string;
}

/** Writes everything that the cohort needs: all of it, or nothing and the reasons. */
export function synth(terminal: Terminal, options: SynthOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: true });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, added } = cohort.value;
  const out = resolve(options.out);
  const progress = terminal.progress;
  const { kubernetesObjects } = writeKubernetes(plan, join(out, 'k8s'), progress);
  writeTerraform(plan, join(out, 'terraform'), progress);
  const handouts = writeHandouts(plan, join(out, 'handouts'), noEndpoints);
  terminal.done();
  const report: SynthReport = {
    cohort: plan.cohort,
    tenants: plan.shards.reduce((sum, shard) => sum + shard.tenants.length, 0),
    placesRecorded: added,
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

function described(
  report: SynthReport,
  { plan, directory }: ResolvedCohort,
  { colors }: Terminal,
): readonly string[] {
  const { out, stacks } = report;
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const option =
    directory.path === cohortDirectory(undefined).path
      ? ''
      : `PRACTICUM_COHORT=${relative(process.cwd(), directory.path) || '.'} `;
  const recorded =
    report.placesRecorded > 0
      ? [
          `${report.placesRecorded} new places are recorded in ${directory.display('cohort.lock.yaml')}: commit it.`,
          '',
        ]
      : [];
  const breaches =
    plan.breaches.length > 0
      ? ['', colors.red(`${plan.breaches.length} limits would be broken; "practicum check" tells which.`)]
      : [];
  const first =
    plan.state.backend === 'gcs'
      ? [['npx practicum bootstrap', 'make the bucket for Terraform state, once']]
      : [];
  return [
    `${colors.green('✓')} ${colors.bold(report.cohort)}: ${report.tenants} places`,
    '',
    ...recorded,
    ...table([
      [`${out}/terraform`, `${stacks.length} stacks, ${resources} resources`],
      [`${out}/k8s`, `${report.kubernetesObjects} Kubernetes objects, the same that Terraform installs`],
      [`${out}/handouts`, `${report.handouts} pages with kubeconfigs`],
    ]),
    '',
    ...table(
      stacks.map(({ name, resources: count }) => [name, `${count} resources`]),
      '    ',
    ),
    ...breaches,
    '',
    colors.bold('Next'),
    ...table([
      [
        'less ' + `${out}/handouts/${plan.shards[0]?.tenants[0]?.handle ?? ''}/README.md`,
        'read what a student gets',
      ],
      ...first,
      [`${option}npx cdktf deploy '*' --parallelism 4`, 'make it all'],
    ]),
  ];
}
