import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 1000;
const BETWEEN_TRIES = 75;
const PATIENCE = 10_000;

export interface StartOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Number of the user that it runs as. @default - who runs the tests */
  readonly user?: number;
  /** Whether it does what it is for. */
  isReady(): Promise<boolean>;
}

/** A real program on the loopback interface, until it is stopped. */
export class Started {
  private output = '';
  private readonly kill = (): void => {
    if (this.child.exitCode === null && this.child.pid !== undefined) tryKill(-this.child.pid);
  };

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => (this.output += piece.toString()));
    // Whatever becomes of the tests, nothing is left running.
    process.once('exit', this.kill);
  }

  /** Starts it, and waits until it is ready. */
  static async start(path: string, args: readonly string[], options: StartOptions): Promise<Started> {
    const { env, cwd, user, isReady } = options;
    const identity = user === undefined ? {} : { uid: user, gid: user };
    // In a group of its own: what it starts ends with it.
    const child = spawn(path, args, {
      env,
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity,
    });
    const started = new Started(child);
    for (let tries = 0; tries < TRIES && !started.hasEnded; tries++) {
      if (await isReady().catch(() => false)) return started;
      await sleep(BETWEEN_TRIES);
    }
    await started.stop();
    throw new Error(`${path} is not ready:\n${started.output.slice(-4000)}`);
  }

  /** All that it has printed. */
  get said(): string {
    return this.output;
  }

  /** Ends it, and what it started. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    process.off('exit', this.kill);
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const late = setTimeout(() => tryKill(-this.child.pid!), PATIENCE);
    await ended;
    clearTimeout(late);
    tryKill(-this.child.pid!);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a program to its end. */
export const ran = (
  path: string,
  args: readonly string[],
  { env, cwd, input }: { readonly env: NodeJS.ProcessEnv; readonly cwd?: string; readonly input?: Buffer },
): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(
      path,
      [...args],
      { env, cwd, timeout: 120_000, maxBuffer: 16 * 2 ** 20 },
      (error, stdout, stderr) =>
        done({ code: error === null ? 0 : Number(error.code ?? 1) || 1, said: `${stdout}${stderr}` }),
    );
    child.stdin?.on('error', () => undefined).end(input);
  });

/** Runs a script of Python that a student has, with packages that were got for the test. */
export const python = (
  script: string,
  packages: string,
  env: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<Ended> =>
  ran('python3', [script], {
    env: { PATH: process.env['PATH'], PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1', ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
