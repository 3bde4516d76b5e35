/** Runs `work` of many callers, `most` at the same time; the others wait in the order in which they came. */
export function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((free) => waiting.push(free));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits longest takes this place over; without anyone it is free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
