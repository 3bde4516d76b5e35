import type { ClassHoursConfig } from '../config/class-hours.schema';
import type { Window } from '../course/calendar';
import { byText } from '../domain/sorting';
import type { Span } from '../domain/span';
import { joined, overlap, without } from '../domain/span';
import type { Day } from '../domain/time';
import { atLocal, epochSeconds, plusDays, plusHours } from '../domain/time';
import type { SleepPlan } from './class-hours-plan';
import type { TenantPlan } from './cohort-plan';
import type { PlanInputs } from './plan-inputs';

/** A rest that is shorter is not worth starting everything anew. */
const SHORTEST_SECONDS = 3600;

export interface SleepContext {
  readonly tenants: readonly TenantPlan[];
  readonly windows: readonly Window[];
  /** When places must be awake for a class. */
  readonly classes: readonly Span[];
}

/** The nights of a cell; undefined where the cohort lets nothing sleep. */
export function sleepOf(
  { config: { classHours, term } }: PlanInputs,
  { tenants, windows, classes }: SleepContext,
): SleepPlan | undefined {
  const { sleep } = classHours;
  if (sleep === undefined) return undefined;
  const days: Day[] = [];
  for (let day = term.starts; day <= plusDays(term.ends, term.daysAfterEnd); day = plusDays(day, 1))
    days.push(day);
  const all = days.map((day) => ({
    opens: atLocal(day, sleep.starts, term.timeZone),
    closes: atLocal(sleep.ends < sleep.starts ? plusDays(day, 1) : day, sleep.ends, term.timeZone),
  }));
  const awake = [...classes, ...windows.flatMap((window) => beforeDeadlines(window, sleep))];
  const nights = without(all, awake).filter(
    ({ opens, closes }) => epochSeconds(closes) - epochSeconds(opens) >= SHORTEST_SECONDS,
  );
  return {
    nights,
    places: tenants
      .map(({ namespace, windows: own = [] }) => ({
        namespace,
        awake: joined(own.flatMap((window) => beforeDeadlines(window, sleep))).filter((span) =>
          nights.some((night) => overlap(night, span)),
        ),
      }))
      .sort(byText(({ namespace }) => namespace)),
  };
}

/** The last hours before work is due, and before late work is not taken any more. */
const beforeDeadlines = (
  { due, closes }: Window,
  { awakeHoursBeforeDeadline }: NonNullable<ClassHoursConfig['sleep']>,
): readonly Span[] =>
  [due, closes].map((deadline) => ({
    opens: plusHours(deadline, -awakeHoursBeforeDeadline),
    closes: deadline,
  }));
