import { execFileSync } from 'node:child_process';
import { runProgram } from '../run-program';
import { atMost } from './at-most';
import type { RunKubectl } from './kubectl';

/** Calls under way at once: more would only crowd this machine. */
const CALLS_AT_ONCE = 6;

/** Runs a kubectl of this machine, with flags that name the cluster. */
export function kubectlRunner(program: string): (flags: readonly string[]) => RunKubectl {
  const gate = atMost(CALLS_AT_ONCE);
  return (flags) => (args) =>
    gate(() =>
      runProgram({
        program,
        args: ['--request-timeout=60s', ...flags, ...args],
        folder: process.cwd(),
        environment: process.env,
      }),
    );
}

/** Whether `program` is a kubectl that can be run. */
export function isKubectl(program: string): boolean {
  try {
    execFileSync(program, ['version', '--client', '-o', 'json'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
