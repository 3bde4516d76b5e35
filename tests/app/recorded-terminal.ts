import picocolors from 'picocolors';
import { program } from '../../src/app/program';
import type { Terminal } from '../../src/app/terminal';

/** What a command said and how it ended. */
export interface Recorded {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, in a terminal of 80 columns that nobody watches. */
export function run(...args: readonly string[]): Promise<Recorded> {
  return runInColumns(80, args);
}

export async function runInColumns(width: number, args: readonly string[]): Promise<Recorded> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    colors: picocolors.createColors(false),
    print: (line = '') => void out.push(line),
    note: (line) => void err.push(line),
    progress: () => undefined,
    done: () => undefined,
    width,
    interactive: false,
  };
  const code = await program(terminal).run(args);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
