import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { ProgramsUnavailable } from './programs-unavailable';

/** How long a server may say nothing, in milliseconds: before its answer begins, and in the middle of it. */
export interface Patience {
  readonly answer: number;
  readonly stall: number;
}

/** Whoever has no way to the internet is told so at once and not after minutes. */
export const PATIENCE: Patience = { answer: 5_000, stall: 30_000 };

/** The checksum of `file` in a published list: lines of `sum  file`, or one sum alone. */
export function publishedSum(list: string, file: string): string | undefined {
  const lines = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+\*?/));
  const [sum] = lines.find(([, name]) => name === file || (name === undefined && lines.length === 1)) ?? [];
  return sum !== undefined && /^[0-9a-f]{64}$/.test(sum) ? sum : undefined;
}

/** The text at an address. */
export async function downloadText(url: string, stop: AbortSignal, patience = PATIENCE): Promise<string> {
  const parts: Uint8Array[] = [];
  await receive(url, stop, patience, (part) => void parts.push(part));
  return Buffer.concat(parts).toString('utf8');
}

/** Writes to `path` what is at an address; what has another SHA-256 than `sum` is refused. */
export async function downloadVerified(
  url: string,
  path: string,
  sum: string,
  stop: AbortSignal,
  patience = PATIENCE,
): Promise<void> {
  const hash = createHash('sha256');
  const file = await open(path, 'w', 0o755);
  try {
    await receive(url, stop, patience, async (part) => {
      hash.update(part);
      await file.writeFile(part);
    });
  } finally {
    await file.close();
  }
  const got = hash.digest('hex');
  if (got === sum) return;
  throw new ProgramsUnavailable(`${url} is refused: its SHA-256 is ${got}, the published one is ${sum}`);
}

async function receive(
  url: string,
  stop: AbortSignal,
  { answer, stall }: Patience,
  take: (part: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const silence = new AbortController();
  const bear = (wait: number): NodeJS.Timeout =>
    setTimeout(() => silence.abort(new Error(`no answer within ${wait / 1000} s`)), wait);
  let timer = bear(answer);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([stop, silence.signal]) });
    if (!response.ok || response.body === null) throw new Error(`the server answers ${response.status}`);
    for await (const part of response.body) {
      clearTimeout(timer);
      timer = bear(stall);
      await take(part as Uint8Array);
    }
  } catch (error) {
    stop.throwIfAborted();
    throw new ProgramsUnavailable(`${url}: ${reasonOf(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

/** What went wrong below `fetch`, which itself only says that it failed. */
function reasonOf(error: unknown): string {
  const { cause = error } = error as { readonly cause?: unknown };
  const { message, code } = cause as NodeJS.ErrnoException;
  // Where several addresses of one name were tried the message is empty.
  return [message, code].find((text) => text !== undefined && text !== '') ?? String(error);
}
