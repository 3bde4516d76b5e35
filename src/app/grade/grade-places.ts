import type { Capacity } from '../../core/grading/schedule';
import { nextTurns } from '../../core/grading/schedule';
import type { Place } from './grade-place';

/** The places of one cluster, in the order of their turns. */
export interface ClusterQueue {
  readonly turns: readonly Place[];
  readonly capacity: Capacity;
}

/** Grades all places by `grade`: clusters side by side, in each as many at once as it has room for. */
export async function gradePlaces(
  queues: readonly ClusterQueue[],
  grade: (place: Place) => Promise<void>,
): Promise<void> {
  await Promise.all(queues.map((queue) => gradeCluster(queue, grade)));
}

async function gradeCluster(
  { turns, capacity }: ClusterQueue,
  grade: (place: Place) => Promise<void>,
): Promise<void> {
  let waiting = turns;
  const running = new Map<Place, Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next = nextTurns(waiting, [...running.keys()], capacity);
    waiting = waiting.slice(next.length);
    for (const place of next) {
      const graded = grade(place).then(() => void running.delete(place));
      running.set(place, graded);
    }
    await Promise.race(running.values());
  }
}
