import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArtifacts } from '../src/app/prove/read-artifacts';
import { writeKubernetes, writeTerraform } from '../src/app/synthesize';
import type { CohortPlan } from '../src/core/plan/cohort-plan';
import { recordOf } from '../src/prover/cohort-record';
import type { Proof } from '../src/prover/proof';
import { prove } from '../src/prover/proof';
import { benchCohort } from './cohort';
import { newPlan } from './plan';

const STUDENTS = 1_000;
const BAR = { seconds: 60 };

/** Proves the output for a class of invented students, and tells how long each part took. */
function measureProof(students: number): void {
  const plan = newPlan(benchCohort(students));
  const folder = mkdtempSync(join(tmpdir(), 'practicum-bench-'));
  try {
    tell(measured(plan, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly proof: Proof;
  readonly synthSeconds: number;
  readonly readSeconds: number;
  readonly proveSeconds: number;
}

function measured(plan: CohortPlan, folder: string): Measured {
  const silent = (): void => undefined;
  const times = [performance.now()];
  writeKubernetes(plan, join(folder, 'k8s'), silent);
  writeTerraform(plan, join(folder, 'terraform'), silent);
  times.push(performance.now());
  const artifacts = readArtifacts(folder, plan);
  if (!artifacts.ok) throw new Error(artifacts.problems.map(({ message }) => message).join('\n'));
  times.push(performance.now());
  const proof = prove(artifacts.value, recordOf(plan));
  times.push(performance.now());
  const [synthSeconds, readSeconds, proveSeconds] = times
    .slice(1)
    .map((time, index) => (time - times[index]!) / 1_000) as [number, number, number];
  return { proof, synthSeconds, readSeconds, proveSeconds };
}

function tell({ proof, synthSeconds, readSeconds, proveSeconds }: Measured): void {
  const seconds = synthSeconds + readSeconds + proveSeconds;
  const pairs = proof.pairs.amongTenants.toLocaleString('en-US');
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1_024);
  const holds = seconds < BAR.seconds && proof.findings.length === 0;
  if (!holds) process.exitCode = 1;
  process.stdout.write(
    `${proof.tenants} tenants, ${pairs} ordered pairs, ${proof.findings.length} findings\n` +
      `  synthesis ${synthSeconds.toFixed(1)} s, reading ${readSeconds.toFixed(1)} s, proof ${proveSeconds.toFixed(1)} s\n` +
      `  all ${seconds.toFixed(1)} s, at most ${mebibytes} MiB: the bar (${BAR.seconds} s) ${holds ? 'holds' : 'does not hold'}\n`,
  );
}

measureProof(Number(process.argv[2] ?? STUDENTS));
