import type { Day, Instant, TimeZone } from '../core/domain/time';
import { inZone, toInstant } from '../core/domain/time';

/** Now, to the second. */
export function now(): Instant {
  return toInstant(new Date().toISOString());
}

/** The day that the cohort's clocks show. */
export function today(zone: TimeZone): Day {
  return inZone(now(), zone).day;
}

/** Milliseconds of a clock that only goes forward. */
export const monotonicMilliseconds = (): number => performance.now();
