import type { KubeAnswer } from '../../src/app/rehearse/kube-api/kube-connection';
import type { Actor } from './cast';
import type { FenceWorld, KubeRequest } from './fence-world';

/** What of the fence an attack is up against. */
export type Guard = 'roles' | 'pod-security' | 'quota' | 'limits' | 'size-limits' | `practicum-${string}`;

/** One thing that somebody tries and may not do. */
export interface Attack {
  /** A sentence: who does what. */
  readonly title: string;
  readonly as: Actor;
  readonly request: KubeRequest;
  readonly refused: Refusal;
  readonly guard: Guard;
}

/** How the guard says no: status, and the part of its message that no other guard would say. */
export interface Refusal {
  readonly status: number;
  readonly because: string | RegExp;
}

/** What became of an attack. */
export interface Verdict {
  /** No guard refused it; whether it then also succeeded is another question. */
  readonly passed: boolean;
  /** The guard that is named refused it, and said so; false as well where only another guard held. */
  readonly asTold: boolean;
  readonly status: number;
  readonly told: string;
}

/** Statuses by which a guard says no; 404 and 400 come from behind the guards. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 413, 422]);
const DRY_RUN = 'dryRun=All';
/** Connections change no object, and take no dry run. */
const STREAMED = /\/(exec|attach|portforward|proxy)\b/;

/** Tries an attack. An attack that passes changes nothing: every write is a dry run. */
export async function judge(world: FenceWorld, { as, request, refused }: Attack): Promise<Verdict> {
  const answer = await world.request(as, dryRun(request));
  const told = messageIn(answer);
  const isTold =
    typeof refused.because === 'string' ? told.includes(refused.because) : refused.because.test(told);
  return {
    passed: !REFUSALS.has(answer.status),
    asTold: answer.status === refused.status && isTold,
    status: answer.status,
    told,
  };
}

/** Tries attacks, all at once, and says what became of each by its title. */
export async function judgeAll(
  world: FenceWorld,
  attacks: readonly Attack[],
): Promise<ReadonlyMap<string, Verdict>> {
  const judged = await Promise.all(
    attacks.map(async (attack) => [attack.title, await judge(world, attack)] as const),
  );
  return new Map(judged);
}

function dryRun(request: KubeRequest): KubeRequest {
  const { method, path } = request;
  if (method === 'GET' || STREAMED.test(path)) return request;
  return { ...request, path: `${path}${path.includes('?') ? '&' : '?'}${DRY_RUN}` };
}

const messageIn = ({ body }: KubeAnswer): string =>
  typeof body === 'string' ? body : String(body['message'] ?? JSON.stringify(body));
