import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../core/input/problem';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { Artifacts } from '../../prover/artifacts';
import { NO_CHARTS } from '../charts/cohort-charts';
import type { OnProgress } from '../synthesize';
import { writeKubernetes, writeTerraform } from '../synthesize';
import { readArtifacts } from './read-artifacts';

/** What a synthesis of the plan would write: written where nobody looks, read, and taken away. */
export function synthesisedArtifacts(
  plan: CohortPlan,
  onProgress: OnProgress,
  charts = NO_CHARTS,
): Outcome<Artifacts> {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-prove-'));
  try {
    writeKubernetes(plan, join(folder, 'k8s'), onProgress);
    writeTerraform(plan, join(folder, 'terraform'), onProgress, charts);
    onProgress('Reading what was written');
    return readArtifacts(folder, plan);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
