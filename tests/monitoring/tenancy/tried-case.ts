import type { FenceCase, Must, TokenName } from './fence-case';
import { namespaceLines } from './fence-case';
import { ASKER } from './cast';
import type { Mark } from './leaks';
import { leaksIn } from './leaks';
import type { MetricsServer } from './metrics-server';
import type { Answer } from './question';
import { ask } from './question';

/** What is needed to try a case: a door, tokens, and whoever may see all. */
export interface Trial {
  /** Port of what is asked. */
  readonly door: number;
  readonly tokens: Readonly<Record<Exclude<TokenName, 'no token at all'>, string>>;
  /** Signs of what the asker may not see. */
  readonly marks: readonly Mark[];
  readonly server: MetricsServer;
}

/** What became of a case. */
export interface Tried {
  readonly answer: Answer;
  /** What was told of others. */
  readonly leaks: readonly string[];
  /** What is wrong with the answer; nothing if it is as it must be. */
  readonly wrong?: string;
}

/** Tries a case. */
export async function tryCase(tried: FenceCase, { door, tokens, marks, server }: Trial): Promise<Tried> {
  const { method, path, token = 'own', headers = [], body, must } = tried;
  const authorization =
    token === 'no token at all' ? [] : [['Authorization', `Bearer ${tokens[token]}`] as const];
  const lines = [...authorization, ...namespaceLines(tried), ...headers];
  const answer = await ask(door, {
    path,
    headers: lines,
    ...(method === undefined ? {} : { method }),
    ...(body === undefined ? {} : { body }),
  });
  const said = [
    path,
    body ?? '',
    ...lines.map(([, value]) => value),
    claimsOf(tokens[token as keyof typeof tokens]),
  ]
    .map(readable)
    .join('\n');
  const leaks = leaksIn(`${answer.body}\n${readable(answer.location ?? '')}`, said, marks);
  const wrong = await wrongIn(answer, must, server);
  return wrong === undefined ? { answer, leaks } : { answer, leaks, wrong };
}

async function wrongIn(answer: Answer, must: Must, server: MetricsServer): Promise<string | undefined> {
  const got = `${answer.status} ${answer.body.slice(0, 500)}`;
  if ('refused' in must) return answer.status === must.refused ? undefined : `not refused so: ${got}`;
  if (answer.status !== 200) return `refused: ${got}`;
  if ('sees' in must) {
    if (must.sees === 'nothing') return isEmpty(answer.body) ? undefined : `not nothing: ${got}`;
    return isOwn(answer.body) ? undefined : `nothing of the asker's own: ${got}`;
  }
  const { data } = JSON.parse(answer.body) as { data: unknown };
  const wanted =
    'data' in must ? must.data : await server.api<unknown>(`query?query=${encodeURIComponent(must.sameAs)}`);
  const [one, other] = [data, wanted].map(withoutTimes);
  return one === other ? undefined : `not as it should be: ${one}\n${other}`;
}

const isOwn = (body: string): boolean => body.includes(ASKER.namespace) || body.includes(ASKER.secret);

/** Neither series nor values of labels, nor groups of rules, nor lines of a page; a question without a query gets no body. */
function isEmpty(body: string): boolean {
  if (body.trim() === '') return true;
  if (!body.startsWith('{')) return false;
  const { status, data } = JSON.parse(body) as { status: string; data?: unknown };
  if (status !== 'success') return false;
  const lists = Array.isArray(data) ? [data] : Object.values(data ?? {}).filter(Array.isArray);
  return lists.every(({ length }) => length === 0);
}

/** A result without the moments of its samples, in one order. */
function withoutTimes(data: unknown): string {
  const { result } = (data ?? {}) as { result?: unknown };
  if (!Array.isArray(result)) return JSON.stringify(data);
  if (typeof result[0] === 'number') return JSON.stringify(result[1]);
  const parts = (result as readonly { metric: object; value: readonly [number, string] }[]).map(
    ({ metric, value }) => `${JSON.stringify(Object.entries(metric).sort())} ${value[1]}`,
  );
  return parts.sort().join('\n');
}

/** Whose a token is it says itself. */
const claimsOf = (token = ''): string => Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();

function readable(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
