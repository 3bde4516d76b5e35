import type { Instant } from '../../../src/core/domain/time';
import { toInstant } from '../../../src/core/domain/time';
import type { GradingClock } from '../../../src/app/grade/grading-clock';

const START = Date.parse('2027-04-06T07:00:00Z');

/** A clock on which nothing takes time but waiting: when all wait, it goes on to whoever waits least. */
export class VirtualTime implements GradingClock {
  private now = 0;
  private readonly sleepers: { readonly until: number; wake(): void }[] = [];

  milliseconds(): number {
    return this.now;
  }

  instant(): Instant {
    return toInstant(new Date(START + this.now).toISOString());
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.sleepers.push({ until: this.now + milliseconds, wake }));
  }

  /** Lets time pass until `work` is done; gives the seconds that it took. */
  async until(work: Promise<unknown>): Promise<number> {
    let isDone = false;
    const finish = (): void => void (isDone = true);
    work.then(finish, finish);
    for (;;) {
      // All that can go on without time passing does so first.
      await new Promise(setImmediate);
      if (isDone) break;
      this.sleepers.sort((a, b) => a.until - b.until);
      const next = this.sleepers.shift();
      if (next === undefined) throw new Error('all wait for something that is no time');
      this.now = next.until;
      next.wake();
    }
    await work;
    return this.now / 1000;
  }
}
