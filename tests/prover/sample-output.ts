import { synthesisedArtifacts } from '../../src/app/prove/synthesised-artifacts';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { Artifacts } from '../../src/prover/artifacts';
import type { CohortRecord } from '../../src/prover/cohort-record';
import { recordOf } from '../../src/prover/cohort-record';
import { aPlan, after } from '../core/plan/a-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../core/sample-cohort';

/** A cohort's record with what was written for it. */
export interface SampleOutput {
  readonly plan: CohortPlan;
  readonly record: CohortRecord;
  readonly artifacts: Artifacts;
}

/**
 * Two students in a shared cluster, one with a project, one with a cluster, one held, and a team of two; an
 * instructor and a teaching assistant. All have a Grafana, a cache and a database, places sleep at night, alerts go out by
 * e-mail, workflows of repositories on GitHub push images and deploy them, and all have a service on Cloud Run and a machine.
 */
export function samplePlan(collector: 'in-cluster' | 'google-managed' = 'in-cluster'): CohortPlan {
  const config = aConfig(
    'teamLabs: [project]\n' +
      'places:\n' +
      '  - { student: pia@example.edu, tier: project }\n' +
      '  - { student: cleo@example.edu, tier: cluster }\n' +
      'classHours: { sleep: { starts: "01:00", ends: "07:00" } }\n' +
      `monitoring: { collector: ${collector}, email: { smarthost: "smtp.example.edu:587", from: labs@example.edu } }\n` +
      'registry: { scan: true }\n' +
      'logs: { perPlace: true }\n' +
      'github: { organisation: example-mlops, organisationId: "9919", deploys: true, repositories: { template: example-mlops/lab-template } }\n',
  );
  const course = aCourse(
    changed(
      COURSE,
      '[{ id: redis, setUp: student }]',
      '[{ id: redis }, { id: postgres }, { id: grafana }, { id: github-actions }, { id: cloud-run }, { id: vm }]',
    ),
  );
  const roster = aRoster([
    aStudent('ada', { team: 'kestrel', github: 'ada-l' }),
    aStudent('bo', { team: 'kestrel' }),
    aStudent('cleo'),
    aStudent('hal', { github: 'hal-9' }),
    aStudent('pia'),
  ]);
  const ledger = after(enrolled(config, roster, course), 'held', 'hal@example.edu');
  return aPlan({ config, roster, course, ledger });
}

/** What a synthesis writes for the sample plan. */
export function sampleOutput(collector?: Parameters<typeof samplePlan>[0]): SampleOutput {
  const plan = samplePlan(collector);
  const artifacts = synthesisedArtifacts(plan, () => undefined);
  if (!artifacts.ok) throw new Error(JSON.stringify(artifacts.problems));
  return { plan, record: recordOf(plan), artifacts: artifacts.value };
}
