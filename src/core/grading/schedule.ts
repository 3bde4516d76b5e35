import type { Cpu } from '../domain/quantity';

/** As much of a place as deciding when its turn is needs. */
export interface Turn {
  /** The most that it may use, what loads it included. */
  readonly cpuLimit: Cpu;
}

/** What may run at once in one cluster without one place disturbing another. */
export type Capacity = { readonly cpu: Cpu } | { readonly places: number };

/** The places whose turn it is now, in their order: none overtakes, so that none waits for ever. */
export function nextTurns<Place extends Turn>(
  waiting: readonly Place[],
  running: readonly Turn[],
  capacity: Capacity,
): readonly Place[] {
  const [next, ...others] = waiting;
  if (next === undefined || !hasRoom(next, running, capacity)) return [];
  return [next, ...nextTurns(others, [...running, next], capacity)];
}

/** A place that alone is more than all of the capacity still has its turn, alone. */
function hasRoom(next: Turn, running: readonly Turn[], capacity: Capacity): boolean {
  if (running.length === 0) return true;
  if ('places' in capacity) return running.length < capacity.places;
  const used = running.reduce((sum, { cpuLimit }) => sum + cpuLimit.millis, 0);
  return used + next.cpuLimit.millis <= capacity.cpu.millis;
}

/** The places in rounds, each as many as run at once: how it goes when all take equally long. */
export function roundsOf<Place extends Turn>(
  waiting: readonly Place[],
  capacity: Capacity,
): readonly (readonly Place[])[] {
  const rounds: (readonly Place[])[] = [];
  for (let left = waiting; left.length > 0; left = left.slice(rounds.at(-1)!.length)) {
    rounds.push(nextTurns(left, [], capacity));
  }
  return rounds;
}
