import type { Colors } from 'picocolors/types';
import picocolors from 'picocolors';

/** Where a command writes: results to `out`, progress and complaints to `err`. */
export interface Terminal {
  readonly colors: Colors;
  /** A line of the result. */
  print(line?: string): void;
  /** A line beside the result: complaints, hints. */
  note(line: string): void;
  /** What is going on right now; replaced by the next call, gone at the end; nothing where nobody watches. */
  progress(line: string): void;
  done(): void;
  readonly width: number;
  readonly interactive: boolean;
}

const NARROWEST = 60;

/** The terminal of this process; `json` keeps everything but the result off the output. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const plain = env['NO_COLOR'] !== undefined || env['TERM'] === 'dumb';
  const colored = !plain && Boolean(stdout.isTTY && stderr.isTTY);
  const watched = stderr.isTTY && env['CI'] === undefined && env['TERM'] !== 'dumb';
  // Whoever reads may stop before the end, as `head` does: then there is nobody left to tell.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const clear = (): void => void (watched && stderr.write('\r\x1b[K'));
  return {
    colors: picocolors.createColors(colored),
    print: (line = '') => {
      clear();
      stdout.write(`${line}\n`);
    },
    note: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (watched) stderr.write(`\r\x1b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    done: clear,
    width: Math.max(NARROWEST, stdout.columns ?? 80),
    interactive: Boolean(process.stdin.isTTY && stdout.isTTY),
  };
}
