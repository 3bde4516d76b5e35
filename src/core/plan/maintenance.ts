import type { Session } from '../course/course.schema';
import type { Term, Window } from '../course/calendar';
import { dayOf } from '../course/calendar';
import type { ClockTime, Weekday } from '../domain/time';
import { WEEKDAYS, atLocal, inZone, plusDays, plusLocalDays, weekdayOf } from '../domain/time';
import type { MaintenanceExclusion, MaintenancePlan } from './cohort-plan';

/** Night hours, local: nobody's class, and the window is long enough for GKE. */
const NIGHT_STARTS = '02:00' as ClockTime;
const NIGHT_ENDS = '08:00' as ClockTime;
/** The window is fixed in UTC: in summer time it reaches an hour further into the morning. */
const NIGHT_ENDS_IN_SUMMER = '09:00' as ClockTime;

/**
 * GKE wants at least 48 hours of maintenance in any 32 days: three nights of six hours give 72.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions (read 2026-11)
 */
const NIGHTS = 3;

/** GKE takes three exclusions that forbid every upgrade, each of at most 30 days. Same source. */
const MOST_EXCLUSIONS = 3;

const BYDAY: Readonly<Record<Weekday, string>> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};

/**
 * Nights for upgrades that keep clear of classes and of the day and the night before each deadline,
 * and no upgrade at all around the deadlines that count most.
 */
export function maintenanceOf(
  term: Term,
  sessions: readonly Session[],
  windows: readonly Window[],
  weights: ReadonlyMap<string, number>,
): MaintenancePlan {
  const exclusions = exclusionsOf(term, windows, weights);
  const nights = quietNights(term, sessions, windows, exclusions);
  const first = dayOf(term, { week: 1, day: nights[0]! });
  const startTime = atLocal(first, NIGHT_STARTS, term.timeZone);
  // The rule repeats in UTC: its days are those of UTC, one earlier where the zone is far ahead of it.
  const shift = WEEKDAYS.indexOf(weekdayOf(inUtc(startTime))) - WEEKDAYS.indexOf(nights[0]!);
  const days = nights.map((night) => BYDAY[WEEKDAYS[(WEEKDAYS.indexOf(night) + shift + 7) % 7]!]);
  return {
    startTime,
    endTime: atLocal(first, NIGHT_ENDS, term.timeZone),
    recurrence: `FREQ=WEEKLY;BYDAY=${days.join(',')}`,
    exclusions,
  };
}

const inUtc = (instant: Parameters<typeof inZone>[0]): ReturnType<typeof inZone>['day'] =>
  inZone(instant, 'UTC' as Term['timeZone']).day;

/** The weekdays that disturb least, in the week's order; deadlines weigh more than classes. */
function quietNights(
  term: Term,
  sessions: readonly Session[],
  windows: readonly Window[],
  exclusions: readonly MaintenanceExclusion[],
): readonly Weekday[] {
  const disturbance = new Map<Weekday, number>(WEEKDAYS.map((day) => [day, 0]));
  const add = (day: Weekday, weight: number): void =>
    void disturbance.set(day, disturbance.get(day)! + weight);
  for (const { due } of windows) {
    const { day } = inZone(due, term.timeZone);
    add(weekdayOf(day), 100);
    add(weekdayOf(plusDays(day, -1)), 50);
  }
  // GKE takes a night that an exclusion covers off its 48 hours: rather another one, even after a class.
  for (const { startTime } of exclusions) {
    const { day } = inZone(startTime, term.timeZone);
    for (const later of [1, 2, 3, 4]) add(weekdayOf(plusDays(day, later)), 0.5);
  }
  for (const session of sessions) add(session.day, session.starts < NIGHT_ENDS_IN_SUMMER ? 1000 : 1);
  return [...WEEKDAYS]
    .sort((a, b) => disturbance.get(a)! - disturbance.get(b)! || WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b))
    .slice(0, NIGHTS)
    .sort((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b));
}

/** From three days before to one day after the deadlines of most weight. */
function exclusionsOf(
  term: Term,
  windows: readonly Window[],
  weights: ReadonlyMap<string, number>,
): readonly MaintenanceExclusion[] {
  return [...windows]
    .sort((a, b) => weights.get(b.lab)! - weights.get(a.lab)! || (a.due < b.due ? 1 : -1))
    .slice(0, MOST_EXCLUSIONS)
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ lab, due }) => ({
      name: `due-${lab}`,
      startTime: plusLocalDays(due, -3, term.timeZone),
      endTime: plusLocalDays(due, 1, term.timeZone),
      scope: 'NO_UPGRADES' as const,
    }));
}
