import type { LatePolicy } from '../course/late-policy.schema';
import type { LabId } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { epochSeconds } from '../domain/time';

/** What one student handed in for one lab, with the deadline that is the student's own. */
export interface HandedIn {
  readonly lab: LabId;
  /** Share of the grade, in percent. */
  readonly weight: number;
  readonly due: Instant;
  /** End of what is accepted late. */
  readonly closes: Instant;
  readonly submitted: Instant;
}

/** What lateness takes from one lab. */
export interface LateCost {
  readonly lab: LabId;
  readonly accepted: boolean;
  /** Hours begun after the due time. */
  readonly lateHours: number;
  /** Hours of the term's allowance that went into this lab. */
  readonly forgivenHours: number;
  /** Percent of the lab's grade that is lost; 100 for work that was not accepted. */
  readonly deductionPercent: number;
}

const HOURS_PER_DAY = 24;
/** Hundredths of a percent, so that sums are exact. */
const WHOLE_GRADE = 10_000;
/** Above what all labs together can lose: the weighted loss decides, the unweighted one only between equals. */
const FIRST = 1_000_000;

/**
 * What a student's lateness costs in each lab, by lab. The allowance of the term is spent so that the student loses
 * least of the whole grade; between two ways that cost the same, the one that spends less of it.
 */
export function lateCost(items: readonly HandedIn[], policy: LatePolicy): readonly LateCost[] {
  const perHour = Math.round((policy.percentPerHour ?? 0) * 100);
  const sorted = [...items].sort(byText(({ lab }) => lab));
  const late = sorted.map((item) => ({
    ...item,
    hours: lateHours(item),
    accepted: item.submitted <= item.closes,
  }));
  const priced = late.filter(({ accepted, hours }) => accepted && hours > 0 && perHour > 0);
  const spent = cheapest(priced, perHour, (policy.forgivenDays ?? 0) * HOURS_PER_DAY);
  return late.map(({ lab, accepted, hours }) => {
    const forgivenHours = spent.get(lab) ?? 0;
    const lost = accepted ? lostOf(hours - forgivenHours, perHour) : WHOLE_GRADE;
    return { lab, accepted, lateHours: hours, forgivenHours, deductionPercent: lost / 100 };
  });
}

/** Work that comes at the due instant is in time. */
function lateHours({ due, submitted }: HandedIn): number {
  return Math.max(0, Math.ceil((epochSeconds(submitted) - epochSeconds(due)) / 3600));
}

const lostOf = (hours: number, perHour: number): number => Math.min(WHOLE_GRADE, hours * perHour);

interface Priced {
  readonly lab: LabId;
  readonly weight: number;
  readonly hours: number;
}

/**
 * Hours of the allowance for each lab. A lab that would lose all of its grade gains nothing from the first hours that
 * are forgiven, so taking labs by weight is not enough: all ways to share out the hours are weighed, lab after lab.
 */
function cheapest(items: readonly Priced[], perHour: number, allowance: number): ReadonlyMap<LabId, number> {
  const most = Math.min(
    allowance,
    items.reduce((sum, { hours }) => sum + hours, 0),
  );
  let least = new Array<number>(most + 1).fill(0);
  const choices = items.map(({ weight, hours }) => {
    const next = new Array<number>(most + 1).fill(Infinity);
    const chosen = new Array<number>(most + 1).fill(0);
    for (let left = 0; left <= most; left += 1) {
      for (let given = 0; given <= Math.min(hours, left); given += 1) {
        const cost = least[left - given]! + lostOf(hours - given, perHour) * (weight * FIRST + 1);
        if (cost >= next[left]!) continue;
        next[left] = cost;
        chosen[left] = given;
      }
    }
    least = next;
    return chosen;
  });
  // The smallest allowance that reaches the least cost: hours that save nothing are kept.
  let left = least.indexOf(least[most]!);
  const spent = new Map<LabId, number>();
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const given = choices[index]![left]!;
    spent.set(items[index]!.lab, given);
    left -= given;
  }
  return spent;
}
