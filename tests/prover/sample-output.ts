import { synthesisedArtifacts } from '../../src/app/prove/synthesised-artifacts';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { Artifacts } from '../../src/prover/artifacts';
import type { CohortRecord } from '../../src/prover/cohort-record';
import { recordOf } from '../../src/prover/cohort-record';
import { aPlan, after } from '../core/plan/a-plan';
import { aConfig, aCourse, aRoster, aStudent, enrolled } from '../core/sample-cohort';

/** A cohort's record with what was written for it. */
export interface SampleOutput {
  readonly plan: CohortPlan;
  readonly record: CohortRecord;
  readonly artifacts: Artifacts;
}

/**
 * Two students in a shared cluster, one with a project, one with a cluster, one held, and a team of two; an
 * instructor and a teaching assistant.
 */
export function samplePlan(): CohortPlan {
  const config = aConfig(
    'teamLabs: [project]\n' +
      'places:\n' +
      '  - { student: pia@example.edu, tier: project }\n' +
      '  - { student: cleo@example.edu, tier: cluster }\n',
  );
  const course = aCourse();
  const roster = aRoster([
    aStudent('ada', { team: 'kestrel' }),
    aStudent('bo', { team: 'kestrel' }),
    aStudent('cleo'),
    aStudent('hal'),
    aStudent('pia'),
  ]);
  const ledger = after(enrolled(config, roster, course), 'held', 'hal@example.edu');
  return aPlan({ config, roster, course, ledger });
}

/** What a synthesis writes for the sample plan. */
export function sampleOutput(): SampleOutput {
  const plan = samplePlan();
  const artifacts = synthesisedArtifacts(plan, () => undefined);
  if (!artifacts.ok) throw new Error(JSON.stringify(artifacts.problems));
  return { plan, record: recordOf(plan), artifacts: artifacts.value };
}
