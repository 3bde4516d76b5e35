import { synthesisedArtifacts } from '../../../src/app/prove/synthesised-artifacts';
import { resolveCohort } from '../../../src/app/resolve-cohort';
import type { Artifacts } from '../../../src/prover/artifacts';
import type { CohortRecord } from '../../../src/prover/cohort-record';
import { recordOf } from '../../../src/prover/cohort-record';

/** What a cohort's synthesis writes, and who is who in it. */
export interface ProvenOutput {
  readonly artifacts: Artifacts;
  readonly record: CohortRecord;
}

/** Synthesises a cohort at an instant of its term; its folder stays as it is. */
export function provenOutput(cohort: string, at = '2027-02-15T12:00'): ProvenOutput {
  const resolved = resolveCohort({ cohort, at }, { record: false });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems, undefined, 2));
  const artifacts = synthesisedArtifacts(resolved.value.plan, () => undefined);
  if (!artifacts.ok) throw new Error(JSON.stringify(artifacts.problems, undefined, 2));
  return { artifacts: artifacts.value, record: recordOf(resolved.value.plan) };
}
