import { setTimeout } from 'node:timers/promises';
import { monotonicMilliseconds, now } from '../clock';
import type { Instant } from '../../core/domain/time';

/** The time that grading sees and waits for. */
export interface GradingClock {
  /** Milliseconds that only go forward. */
  milliseconds(): number;
  instant(): Instant;
  wait(milliseconds: number): Promise<void>;
}

/** The clock on the wall; `signal` ends all waiting. */
export const wallClock = (signal: AbortSignal): GradingClock => ({
  milliseconds: monotonicMilliseconds,
  instant: now,
  wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
});
