import type { ClockTime, Day, Instant, TimeZone, Weekday } from '../../../src/core/domain/time';
import { inZone, weekdayOf } from '../../../src/core/domain/time';
import type { MaintenancePlan } from '../../../src/core/plan/cohort-plan';

export const HOUR = 3_600_000;
/** A term and what follows it. */
const NIGHTS_SHOWN = 7 * 17;

/** All windows of the rule from its start on, as GKE reads it: weekdays of UTC, each as long as the first. */
export function windowsIn({
  startTime,
  endTime,
  recurrence,
}: MaintenancePlan): readonly (readonly [from: number, to: number])[] {
  const days = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(recurrence)![1]!.split(',');
  const length = Date.parse(endTime) - Date.parse(startTime);
  return Array.from({ length: NIGHTS_SHOWN }, (_, n) => Date.parse(startTime) + n * 24 * HOUR)
    .filter((from) => days.includes(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(from).getUTCDay()]!))
    .map((from) => [from, from + length] as const);
}

export const localOf = (millis: number, zone: TimeZone): { day: Day; weekday: Weekday; time: ClockTime } => {
  const { day, time } = inZone(new Date(millis).toISOString() as Instant, zone);
  return { day, time, weekday: weekdayOf(day) };
};

const hours = (windows: readonly (readonly [number, number])[]): number =>
  windows.reduce((sum, [from, to]) => sum + (to - from) / HOUR, 0);

export const withoutExclusions = (plan: MaintenancePlan): ReturnType<typeof windowsIn> =>
  windowsIn(plan).filter(([from, to]) =>
    plan.exclusions.every((each) => to <= Date.parse(each.startTime) || from >= Date.parse(each.endTime)),
  );

/** Hours of the poorest 32 days that start within the term. */
export function leastIn32Days({ startTime }: MaintenancePlan, windows: ReturnType<typeof windowsIn>): number {
  const starts = Array.from({ length: NIGHTS_SHOWN - 33 }, (_, n) => Date.parse(startTime) + n * 24 * HOUR);
  return Math.min(
    ...starts.map((first) =>
      hours(windows.filter(([from, to]) => from >= first && to <= first + 32 * 24 * HOUR)),
    ),
  );
}

/** Some of the windows, each night of the rule and all times of the year among them. */
export const someOf = <T>(windows: readonly T[]): readonly T[] =>
  windows.filter((_, index) => index % 4 === 0);
