import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from './measured-run';

/** Who writes the same objects: Practicum, its engines as their guides show them, or plain code. */
export const WRITERS = ['practicum', 'stock', 'by-hand'] as const;
export type Writer = (typeof WRITERS)[number];

/** A writer's run for a cohort of this size. */
export interface Measurement extends Run {
  readonly writer: Writer;
  readonly students: number;
}

/** How often each is run: other work on the machine disturbs short runs most, and stock runs are long. */
const REPEATS: Readonly<Record<Writer, number>> = { practicum: 3, stock: 1, 'by-hand': 3 };

const TELL_EVERY_MS = 10_000;

/** The run of middle duration, with the highest peak of all. */
export async function measure(writer: Writer, students: number): Promise<Measurement> {
  const runs: Run[] = [];
  while (runs.length < REPEATS[writer]) runs.push(await runOnce(writer, students));
  runs.sort((a, b) => a.seconds - b.seconds);
  const peakMegabytes = Math.max(...runs.map((run) => run.peakMegabytes));
  return { ...runs[Math.floor(runs.length / 2)]!, peakMegabytes, writer, students };
}

/** A run in a fresh process, so that its peak of memory is its own, and in an empty folder. */
async function runOnce(writer: Writer, students: number): Promise<Run> {
  const about = `${writer}, ${students} students`;
  const folder = mkdtempSync(join(tmpdir(), 'practicum-bench-'));
  const output = join(folder, 'out');
  mkdirSync(output);
  const started = Date.now();
  const telling = setInterval(
    () => tell(`  … ${about}: ${Math.round((Date.now() - started) / 1_000)} s`),
    TELL_EVERY_MS,
  );
  try {
    const printed = await printedBy(join(__dirname, `${writer}.run.ts`), [String(students), output]);
    const run = JSON.parse(printed) as Run;
    tell(`${about}: ${run.seconds.toFixed(1)} s, ${Math.round(run.peakMegabytes)} MB`);
    return run;
  } finally {
    clearInterval(telling);
    rmSync(folder, { recursive: true, force: true });
  }
}

function printedBy(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', 'tsx/cjs', script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${script} ended with code ${code}`)),
    );
  });
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
