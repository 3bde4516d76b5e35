import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY = 25;
const LONGEST_WAIT = 30_000;

/** Waits until `isSo`; an error says after half a minute what did not come about. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_WAIT;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within ${LONGEST_WAIT / 1000} s: ${what}`);
    await pause(LOOK_EVERY);
  }
}
