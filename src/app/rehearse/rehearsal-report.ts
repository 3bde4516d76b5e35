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
  readonly terraformVersion: string;
  readonly options: { readonly engine: EngineName; readonly faults?: number };
}

/** What a rehearsal did and found, and what of it was real. */
export function rehearsalReport(props: ReportProps): RehearsalReport {
  const { ground, scenario, steps, options, terraformVersion } = props;
  const { cohort, simulation, clusters } = ground;
  const tornDown = steps.at(-1)?.action === 'teardown' && steps.at(-1)?.outcome === 'done';
  const kubernetes = clusters.isReal
    ? { real: ['the Kubernetes API: etcd, kube-apiserver and kube-controller-manager'], simulated: [] }
    : { real: [], simulated: ['the Kubernetes API: objects are checked for their structure and kept'] };
  return withTotals({
    cohort: cohort.id,
    scenario: scenario.name,
    students: cohort.students.length,
    engine: options.engine,
    terraformVersion,
    ...(options.faults === undefined ? {} : { seed: options.faults }),
    steps,
    assetsLeft: tornDown ? leftovers(simulation.cloud.list(), new Set()) : [],
    real: [
      `terraform ${terraformVersion}`,
      ...(options.engine === 'cdktf' ? ['cdktf deploy and cdktf destroy'] : []),
      'the synthesised stacks and charts, byte for byte; a file beside each says where its state is kept',
      'the schemas of the providers google, helm and github',
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
