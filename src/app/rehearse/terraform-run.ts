import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** How a run of terraform or cdktf ended. */
export interface EngineRun {
  readonly code: number;
  /** What it printed, without addresses of people; for errors. */
  readonly output: string;
}

export interface EngineCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** File that takes all that it prints. */
  readonly log: string;
  /** Told of the process, which may be killed or measured; what it answers is called when that has ended. */
  readonly onProcess: (pid: number) => () => void;
}

const ADDRESS = /[\w.!#$%&'*+?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g;

/**
 * A text without e-mail addresses of people: what terraform prints goes into logs, and members of policies are people.
 * A service account is named: often it is what an error is about.
 */
export const withoutAddresses = (text: string): string =>
  text.replace(ADDRESS, (address) => (address.endsWith('.gserviceaccount.com') ? address : '<e-mail>'));

/** Longest end of the output that is kept for messages, in characters; the log has all of it. */
const MOST_KEPT = 2_000_000;

/** Runs a program to its end; the code says how it went. Addresses of people are taken out of what it prints. */
export async function runEngine(command: EngineCommand): Promise<EngineRun> {
  const { program, args, folder, env, log, onProcess } = command;
  const file = createWriteStream(log, { flags: 'a' });
  file.write(`$ ${program} ${args.join(' ')}\n`);
  const child = spawn(program, [...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a kill reaches the terraform that cdktf started.
    detached: true,
  });
  let output = '';
  const take = (text: string): void => {
    const told = withoutAddresses(text);
    file.write(told);
    output = (output + told).slice(-MOST_KEPT);
  };
  const rests = [child.stdout, child.stderr].map((stream) => inLines(stream, take));
  const ended = child.pid === undefined ? () => undefined : onProcess(child.pid);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    for (const rest of rests) take(rest());
    if (signal !== null) take(`\nError: terraform was killed (${signal})\n`);
    return { code: code ?? 1, output };
  } finally {
    ended();
    await new Promise<void>((done) => file.end(() => done()));
  }
}

/**
 * Hands on what a stream says in whole lines: an address that comes in two pieces would not be known as one. Answers
 * what is left when the stream has ended.
 */
function inLines(stream: Readable, take: (text: string) => void): () => string {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const text = rest + chunk;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) take(text.slice(0, end));
  });
  return () => (rest === '' ? '' : `${rest}\n`);
}
