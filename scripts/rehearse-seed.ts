import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOME, cohortDirectory } from '../src/app/cohort-directory';
import { monotonicMilliseconds } from '../src/app/clock';
import { loadScenario } from '../src/app/rehearse/load-scenario';
import { RehearsalGround } from '../src/app/rehearse/rehearsal-ground';
import { runScenario } from '../src/app/rehearse/run-rehearsal';

/** What came of one seed. */
export interface SeedResult {
  readonly seed: number;
  /** What was found, a line each; none is what must be. */
  readonly findings: readonly string[];
  /** The faults that struck, as sentences. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

/**
 * Rehearses the scenario "faults" at its ten students with a seed, in a folder of its own, which stays if something
 * was found. Two of them at once fill two processors: each terraform keeps to one.
 */
export async function rehearseSeed(seed: number, folder: string): Promise<SeedResult> {
  process.env['GOMAXPROCS'] = '1';
  // A terraform lives for a second: collecting its garbage a quarter as often takes a fifth of the time off a term.
  process.env['GOGC'] = '400';
  const began = monotonicMilliseconds();
  const scenario = loadScenario('faults');
  if (!scenario.ok) throw new Error('The scenario "faults" is broken');
  const out = join(folder, `seed-${seed}`);
  const { students } = scenario.value;
  const ground = await RehearsalGround.prepare({
    cohort: cohortDirectory(join(HOME, 'examples', 'w255-spring')),
    folder: out,
    engine: 'terraform',
    terraform: 'terraform',
    parallelism: 4,
    onCall: () => undefined,
    ...(students === undefined ? {} : { students }),
  });
  if (!ground.ok) throw new Error('The example is broken');
  try {
    const steps = await runScenario({
      ground: ground.value,
      scenario: scenario.value,
      seed,
      clock: monotonicMilliseconds,
      onStep: () => undefined,
      onDone: () => undefined,
    });
    const findings = steps.flatMap(({ name, findings: found }) =>
      found.map(({ invariant, where, message }) => `${name}: ${invariant}: ${where}: ${message}`),
    );
    const unfinished = steps.length < scenario.value.steps.length ? ['it stopped before the end'] : [];
    if (findings.length + unfinished.length === 0) rmSync(out, { recursive: true, force: true });
    return {
      seed,
      findings: [...findings, ...unfinished],
      faults: steps.flatMap(({ faults }) => faults),
      seconds: (monotonicMilliseconds() - began) / 1000,
    };
  } finally {
    await ground.value.close();
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
