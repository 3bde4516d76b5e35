import { atMost } from '../grade/at-most';
import { Stopped } from '../recover/stack-terraform';

/** Runs `work` of many callers, `most` at the same time, and begins none any more once one of them threw. */
export function atMostUntilThrown(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const gate = atMost(most);
  let thrown = false;
  return (work) =>
    gate(async () => {
      if (thrown) throw new Stopped();
      try {
        return await work();
      } catch (error) {
        thrown = true;
        throw error;
      }
    });
}
