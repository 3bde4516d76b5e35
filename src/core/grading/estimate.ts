import type { Rubric } from '../course/rubric.schema';
import type { Capacity, Turn } from './schedule';
import { roundsOf } from './schedule';

/** What each place takes beside its load: its pod starts, and its report is collected. */
export const OVERHEAD_SECONDS = 30;

/** How long grading takes. */
export interface Estimate {
  readonly places: number;
  /** Most that run at the same time, in all clusters together. */
  readonly atOnce: number;
  readonly seconds: number;
  /** The same loads one after another, and nothing else. */
  readonly serialSeconds: number;
}

/** Clusters are graded side by side: the one with most rounds is the last. */
export function estimateOf(
  clusters: readonly { readonly turns: readonly Turn[]; readonly capacity: Capacity }[],
  { duration }: Rubric,
): Estimate {
  const rounds = clusters.map(({ turns, capacity }) => roundsOf(turns, capacity));
  const places = clusters.reduce((sum, { turns }) => sum + turns.length, 0);
  return {
    places,
    atOnce: rounds.reduce((sum, each) => sum + Math.max(0, ...each.map((round) => round.length)), 0),
    seconds: Math.max(0, ...rounds.map((each) => each.length)) * (duration.seconds + OVERHEAD_SECONDS),
    serialSeconds: places * duration.seconds,
  };
}
