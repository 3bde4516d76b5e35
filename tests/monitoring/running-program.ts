import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MonitoringProgram } from '../../scripts/monitoring-programs/wanted-programs';
import { program } from './programs';

const TRIES = 600;
const BETWEEN_TRIES = 50;

/** A real program that serves HTTP on the loopback interface, until it is stopped. */
export class RunningProgram {
  private output = '';
  private readonly kill = (): void => void this.child.kill('SIGKILL');

  private constructor(
    private readonly name: MonitoringProgram,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.on('data', (piece: Buffer) => (this.output += piece.toString()));
    // Whatever becomes of the tests, nothing is left running.
    process.once('exit', this.kill);
  }

  /** Starts it, and waits for a good answer at `readyUrl`. */
  static async start(
    name: MonitoringProgram,
    args: readonly string[],
    readyUrl: string,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<RunningProgram> {
    const { path, env: usual } = program(name);
    const env = { ...usual, ...environment };
    const running = new RunningProgram(name, spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] }));
    await running.answers(readyUrl);
    return running;
  }

  /** Ends it and waits until it has ended. */
  async stop(): Promise<void> {
    process.off('exit', this.kill);
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async answers(url: string): Promise<void> {
    for (let tries = 0; tries < TRIES && !this.hasEnded; tries++) {
      const isReady = await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return;
      await sleep(BETWEEN_TRIES);
    }
    await this.stop();
    throw new Error(`${this.name} does not answer at ${url}:\n${this.output}`);
  }
}

/** Runs a real program to its end; an error has what it wrote. */
export async function runProgram(name: MonitoringProgram, args: readonly string[]): Promise<void> {
  const { path, env } = program(name);
  await promisify(execFile)(path, [...args], { env });
}
