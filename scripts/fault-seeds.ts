import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inParallel, rehearseSeed } from './rehearse-seed';

/** `npm run fault-seeds -- 1 200`: rehearses the scenario "faults" with each seed; 1 if any found something. */
async function main(first: number, last: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-seeds-'));
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  let bad = 0;
  await inParallel(seeds, 3, async (seed) => {
    const { findings, faults, seconds } = await rehearseSeed(seed, folder);
    if (findings.length > 0) bad += 1;
    const verdict = findings.length === 0 ? 'converged' : 'FOUND';
    process.stdout.write(
      `${seed}\t${verdict}\t${seconds.toFixed(0)} s\t${faults.join('; ') || 'no fault struck'}\n`,
    );
    for (const finding of findings) process.stdout.write(`\t${finding}\n`);
  });
  process.stdout.write(`${seeds.length - bad} of ${seeds.length} seeds converged without a finding\n`);
  if (bad > 0) process.stdout.write(`What was found stands in ${folder}\n`);
  process.exitCode = bad === 0 ? 0 : 1;
}

void main(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 200));
