import picocolors from 'picocolors';
import { program } from '../../src/app/program';
import type { Terminal } from '../../src/app/terminal';
import type { Run } from './cohort-on-disk';

/** Runs the program in this process, as a person without colours sees it. */
export async function run(...args: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    colors: picocolors.createColors(false),
    print: (line = '') => void out.push(line),
    note: (line) => void err.push(line),
    progress: () => undefined,
    done: () => undefined,
    width: 110,
    interactive: false,
  };
  const code = await program(terminal).run(args);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
