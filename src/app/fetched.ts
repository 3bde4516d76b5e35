import type { Problem } from '../core/input/problem';

/** Something that could not be had from its address, in the words for a person. */
export class FetchProblem extends Error {
  constructor(
    readonly address: string,
    message: string,
    readonly got?: string,
    readonly allowed?: string,
  ) {
    super(message);
  }
}

export interface FetchOptions {
  /** Type of content that is asked for. */
  readonly accept?: string;
  /** What a registry gave to those who show it; filled when it first asks. */
  readonly authorised?: { header?: string };
  /** The most bytes that are read. */
  readonly most?: number;
  /** What is asked for, in a word. @default 'chart' */
  readonly what?: 'chart' | 'image';
}

/** What came, whole, and what was said of it. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

const PATIENCE_MS = 60_000;
/** From a registry to where it keeps its blobs is one; some publishers have another in front. */
const MOST_FOLLOWED = 5;
/** Manifests and tokens are of some kilobytes. */
const MOST_TEXT = 4 * 1024 * 1024;

/** Address of a registry; one on this machine needs no certificate. */
export const addressOf = (host: string): string =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) ? `http://${host}` : `https://${host}`;

/** As `answered`, without what was said of it. */
export const fetched = async (address: string, options: FetchOptions = {}): Promise<Uint8Array> =>
  (await answered(address, options)).bytes;

/**
 * What an address answers with, whole or not at all.
 * @throws FetchProblem
 */
export async function answered(address: string, options: FetchOptions = {}): Promise<Answer> {
  requireSafe(address, address);
  const { authorised, what = 'chart' } = options;
  let response = await asked(address, options);
  if (response.status === 401 && authorised !== undefined && authorised.header === undefined) {
    await response.body?.cancel();
    const challenge = response.headers.get('www-authenticate') ?? '';
    authorised.header = `Bearer ${await tokenFor(address, challenge, what)}`;
    response = await asked(address, options);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new FetchProblem(address, refusal(response.status, what));
  }
  return { bytes: await bodyOf(response, address, options.most ?? MOST_TEXT), headers: response.headers };
}

/** A fetch that came to nothing, as people are told of it; `remedy` is for what is not what it should be. */
export const problemOfFetch = (
  { address, message, got, allowed }: FetchProblem,
  remedy: string,
): Problem => ({
  file: address,
  line: 1,
  column: 1,
  message,
  ...(got === undefined ? {} : { got }),
  ...(allowed === undefined ? {} : { allowed, write: remedy }),
});

export const fetchedText = async (address: string, options: FetchOptions = {}): Promise<string> =>
  Buffer.from(await fetched(address, options)).toString('utf8');

function refusal(status: number, what: 'chart' | 'image'): string {
  const words: Readonly<Record<number, string>> = {
    401: `the registry wants a login, and ${what}s are asked for without one`,
    403: 'the registry lets nobody read this without a login',
    404: `there is no such ${what} or version here`,
    429: 'the registry was asked too often: try again in some minutes',
  };
  return words[status] ?? `the answer is ${status}`;
}

/** Follows where an address leads: never into the clear, and what a registry gave is shown to nobody else. */
async function asked(address: string, { accept, authorised }: FetchOptions): Promise<Response> {
  let at = address;
  for (let followed = 0; followed <= MOST_FOLLOWED; followed += 1) {
    const isSame = new URL(at).origin === new URL(address).origin;
    const response = await askedOnce(at, {
      // As it lies there: some publishers say of an archive that it is packed for the way, and it would be unpacked.
      'accept-encoding': 'identity',
      ...(accept === undefined ? {} : { accept }),
      ...(isSame && authorised?.header !== undefined ? { authorization: authorised.header } : {}),
    });
    const to = response.headers.get('location');
    if (to === null || response.status < 300 || response.status > 399) return response;
    await response.body?.cancel();
    const next = URL.canParse(to, at) ? new URL(to, at).href : to;
    requireSafe(next, address);
    at = next;
  }
  throw new FetchProblem(address, 'it leads on and on, and to nothing');
}

async function askedOnce(address: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    return await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new FetchProblem(address, `nobody answers here (${reasonOf(error)})`);
  }
}

async function bodyOf(response: Response, address: string, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      length += (part as Uint8Array).length;
      if (length > most) break;
      parts.push(part as Uint8Array);
    }
  } catch (error) {
    throw new FetchProblem(address, `the connection broke off in the middle (${reasonOf(error)})`);
  }
  if (length > most) throw new FetchProblem(address, `the answer is longer than ${most} bytes`);
  return Buffer.concat(parts);
}

/** A token that everybody gets, from where the registry says: `Bearer realm="…",service="…",scope="…"`. */
async function tokenFor(address: string, challenge: string, what: 'chart' | 'image'): Promise<string> {
  const parameters = new Map(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const),
  );
  const realm = parameters.get('realm');
  if (!/^bearer\b/i.test(challenge) || realm === undefined)
    throw new FetchProblem(address, refusal(401, what));
  requireSafe(realm, address);
  const url = new URL(realm);
  for (const name of ['service', 'scope']) {
    const value = parameters.get(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const text = await fetchedText(url.href, { what });
  const { token, access_token: other } = tokensIn(text);
  const given = token ?? other;
  if (typeof given !== 'string') throw new FetchProblem(url.href, 'the answer holds no token');
  return given;
}

function tokensIn(text: string): { readonly token?: unknown; readonly access_token?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { token?: unknown };
  } catch {
    return {};
  }
}

/** Nothing is asked in the clear, but on this machine. */
function requireSafe(address: string, told: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && addressOf(url.host).startsWith('http:')))
    return;
  throw new FetchProblem(told, 'it leads to an address without https', address);
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { readonly cause?: Error & { readonly code?: string } };
  if (name === 'TimeoutError') return `not within ${PATIENCE_MS / 1000} s`;
  return cause?.code ?? cause?.message ?? message;
}
