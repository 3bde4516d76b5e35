import { spawn } from 'node:child_process';

/** How a run of a program ended. */
export interface ProgramRun {
  readonly code: number;
  /** All that it printed, for when it failed. */
  readonly output: string;
  /** What it printed as its result, without complaints. */
  readonly result: string;
  /** Whether somebody stopped it, and so us. */
  readonly stopped: boolean;
}

export interface ProgramCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Told what it prints as it comes. */
  onLine?(line: string): void;
}

/**
 * Runs a program that is asked nothing. Whoever stops us while it runs stops it, once, and it ends in order:
 * terraform, stopped twice, would leave its lock behind.
 */
export function runProgram(command: ProgramCommand): Promise<ProgramRun> {
  const { program, args, folder, environment } = command;
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a group of its own, the terminal's Ctrl-C reaches it through us alone.
      detached: true,
    });
    let [output, result, stopped] = ['', '', false];
    const stop = (): void => {
      if (!stopped) child.kill('SIGINT');
      stopped = true;
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
    const take = (chunk: Buffer): void => {
      const text = chunk.toString();
      output += text;
      for (const line of text.split('\n').filter((each) => each.trim() !== '')) command.onLine?.(line.trim());
    };
    child.stdout.on('data', (chunk: Buffer) => {
      result += chunk.toString();
      take(chunk);
    });
    child.stderr.on('data', take);
    const unlisten = (): void => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    };
    child.on('error', (error) => {
      unlisten();
      fail(error);
    });
    child.on('close', (code) => {
      unlisten();
      done({ code: code ?? 1, output, result, stopped });
    });
  });
}
