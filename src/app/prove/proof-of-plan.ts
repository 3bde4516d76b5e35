import type { CohortPlan } from '../../core/plan/cohort-plan';
import { recordOf } from '../../prover/cohort-record';
import type { Proof } from '../../prover/proof';
import { prove } from '../../prover/proof';
import { NO_CHARTS } from '../charts/cohort-charts';
import type { OnProgress } from '../synthesize';
import { synthesisedArtifacts } from './synthesised-artifacts';

/** The proof about what a synthesis of the plan would write. */
export function proofOfPlan(plan: CohortPlan, onProgress: OnProgress, charts = NO_CHARTS): Proof {
  const artifacts = synthesisedArtifacts(plan, onProgress, charts);
  if (!artifacts.ok)
    throw new Error(artifacts.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  onProgress('Proving');
  // Archives that were read are the ones that are meant: `readCharts` took no others.
  const digests = new Map([...charts].map(([id, { sha256 }]) => [id, sha256]));
  return prove(artifacts.value, recordOf(plan, digests));
}
