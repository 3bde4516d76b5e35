import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../src/app/cohort-directory';
import type { RehearsalReport } from '../src/app/rehearse/report/report';

/** What came of one seed. */
export interface SeedResult {
  readonly seed: number;
  /** What was found, a line each; none is what must be. */
  readonly findings: readonly string[];
  /** The faults that struck, as sentences. */
  readonly faults: readonly string[];
  readonly seconds: number;
  /** All that the command printed. */
  readonly output: string;
}

/** Rehearses the scenario "faults" at its ten students with a seed, as a user would, in a folder of its own. */
export async function rehearseSeed(seed: number, folder: string): Promise<SeedResult> {
  const out = join(folder, `seed-${seed}`);
  const args = [
    '--scenario',
    'faults',
    '--faults',
    String(seed),
    '--engine',
    'terraform',
    '--json',
    '--out',
    out,
  ];
  const child = spawn(
    process.execPath,
    [
      join(HOME, 'bin', 'practicum.js'),
      'rehearse',
      '--cohort',
      join(HOME, 'examples', 'w255-spring'),
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const output = `${printed}${complaints}`;
  const report = tryRead(printed);
  if (report === undefined)
    return { seed, findings: [`no report: ${output}`], faults: [], seconds: 0, output };
  const findings = report.steps.flatMap(({ name, findings: found }) =>
    found.map(({ invariant, where, message }) => `${name}: ${invariant}: ${where}: ${message}`),
  );
  const silent = code !== 0 && findings.length === 0 ? [`it ended with ${code} and found nothing`] : [];
  if (code === 0) rmSync(out, { recursive: true, force: true });
  return {
    seed,
    findings: [...findings, ...silent],
    faults: report.steps.flatMap(({ faults }) => faults),
    seconds: report.totals.seconds,
    output,
  };
}

function tryRead(text: string): RehearsalReport | undefined {
  try {
    return JSON.parse(text) as RehearsalReport;
  } catch {
    return undefined;
  }
}

/** Works on all items, `most` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
