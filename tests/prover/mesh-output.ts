import { synthesisedArtifacts } from '../../src/app/prove/synthesised-artifacts';
import { chartsNeededBy } from '../../src/core/catalogue/shared/shared-charts';
import { recordOf } from '../../src/prover/cohort-record';
import { packedArchives } from '../app/charts/packed-archives';
import { aPlan, after } from '../core/plan/a-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../core/sample-cohort';
import type { SampleOutput } from './sample-output';

/** What stands for Istio's charts, by id. */
const ARCHIVES = packedArchives(chartsNeededBy(['istio']));

/**
 * What a synthesis writes for places in a mesh: of two students in a shared cluster, one with a project, one held and a
 * team of two; an instructor and a teaching assistant.
 */
export function meshOutput(): SampleOutput {
  const config = aConfig('teamLabs: [project]\nplaces:\n  - { student: pia@example.edu, tier: project }\n');
  const course = aCourse(
    changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: redis }, { id: grafana }, { id: istio }]'),
  );
  const roster = aRoster([
    aStudent('ada', { team: 'kestrel' }),
    aStudent('bo', { team: 'kestrel' }),
    aStudent('hal'),
    aStudent('pia'),
  ]);
  const ledger = after(enrolled(config, roster, course), 'held', 'hal@example.edu');
  const plan = aPlan({ config, roster, course, ledger });
  const artifacts = synthesisedArtifacts(plan, () => undefined, ARCHIVES);
  if (!artifacts.ok) throw new Error(JSON.stringify(artifacts.problems));
  return { plan, record: recordOf(plan), artifacts: artifacts.value };
}
