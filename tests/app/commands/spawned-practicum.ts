import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';

const started: ChildProcess[] = [];

// What a failed test left running would keep jest from ending.
afterAll(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** The command as a process of its own, for what signals do to it. */
export class SpawnedPracticum {
  out = '';
  err = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown[]>;

  constructor(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    this.child = spawn(process.execPath, [join(HOME, 'bin', 'practicum.js'), ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(this.child);
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.err += text));
    this.closed = once(this.child, 'close');
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Waits until something is there; fails if the process ends before. */
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (this.child.exitCode !== null) throw new Error(`It has ended: ${this.out}${this.err}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Its exit code, or the signal that ended it. */
  async stopped(signal: NodeJS.Signals): Promise<unknown> {
    this.child.kill(signal);
    const [code, by] = await this.closed;
    return code ?? by;
  }
}
