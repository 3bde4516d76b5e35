import { knownDigests } from '../../src/app/charts/cohort-charts';
import { synthesisedArtifacts } from '../../src/app/prove/synthesised-artifacts';
import { resolveCohort } from '../../src/app/resolve-cohort';
import { sharedChartsIn } from '../../src/core/plan/shared-charts-plan';
import { recordOf } from '../../src/prover/cohort-record';
import { prove } from '../../src/prover/proof';
import { cohortWithWorkflows, withChart } from '../app/charts/cohort-with-workflows';
import { valueOf } from '../core/outcomes';
import type { Change } from './changes';

/** What is written for two students whose labs run workflows, one of them in a cluster of his own. */
export function workflowsOutput() {
  const directory = withChart(
    cohortWithWorkflows('places:\n  - { student: bjork.g@example.edu, tier: cluster }\n'),
  );
  const options = { cohort: directory.path, at: '2027-01-12T12:00' };
  const { plan, charts } = valueOf(resolveCohort(options, { record: false, charts: true }));
  const record = recordOf(plan, valueOf(knownDigests(directory, sharedChartsIn(plan))));
  const artifacts = valueOf(synthesisedArtifacts(plan, () => undefined, charts));
  const sentences = (change: Change): readonly string[] =>
    prove(change(artifacts), record).findings.map(({ aspect, sentence }) => `${aspect}: ${sentence}`);
  return { plan, record, artifacts, sentences };
}
