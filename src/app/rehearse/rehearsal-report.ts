import { execFileSync } from 'node:child_process';
import type { Scenario } from '../../rehearsal/scenario/scenario';
import { leftovers } from '../../rehearsal/scenario/leftovers';
import type { RehearsalGround } from './rehearsal-ground';
import type { RehearsalReport, StepReport } from './report/report';
import { withTotals } from './report/report';
import type { EngineName } from './stack-engine';

export interface ReportProps {
  readonly ground: RehearsalGround;
  readonly scenario: Scenario;
  readonly steps: readonly StepReport[];
  readonly options: { readonly engine: EngineName; readonly faults?: number };
}

/** What a rehearsal did and found, and what of it was real. */
export function rehearsalReport({ ground, scenario, steps, options }: ReportProps): RehearsalReport {
  const { cohort, simulation, clusters } = ground;
  const version = terraformVersion(ground.program, simulation.environment);
  const tornDown = steps.at(-1)?.action === 'teardown' && steps.at(-1)?.outcome === 'done';
  const kubernetes = clusters.isReal
    ? { real: ['the Kubernetes API: etcd, kube-apiserver and kube-controller-manager'], simulated: [] }
    : { real: [], simulated: ['the Kubernetes API: objects are checked for their structure and kept'] };
  return withTotals({
    cohort: cohort.id,
    scenario: scenario.name,
    students: cohort.students.length,
    engine: options.engine,
    terraformVersion: version,
    ...(options.faults === undefined ? {} : { seed: options.faults }),
    steps,
    assetsLeft: tornDown ? leftovers(simulation.cloud.list(), new Set()) : [],
    real: [
      `terraform ${version}`,
      ...(options.engine === 'cdktf' ? ['cdktf deploy and cdktf destroy'] : []),
      'the synthesised stacks and charts, byte for byte; a file beside each says where its state is kept',
      'the schemas of the providers google and helm',
      ...kubernetes.real,
    ],
    simulated: [
      'Google Cloud: docs/rehearsal.md says for each type what is checked and what is not',
      'time: latencies and quotas are counted, not waited for',
      ...kubernetes.simulated,
      'people: nobody logs in',
    ],
    storedOnlyTypes: [...simulation.storedOnly].sort(),
  });
}

function terraformVersion(program: string, environment: Readonly<Record<string, string>>): string {
  const { terraform_version: version } = JSON.parse(
    execFileSync(program, ['version', '-json'], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    }),
  ) as { readonly terraform_version: string };
  return version;
}
