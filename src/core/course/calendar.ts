import type { LabId } from '../domain/ids';
import type { ClockTime, Day, Instant, TimeZone, Weekday } from '../domain/time';
import {
  MIDNIGHT,
  atLocal,
  daysBetween,
  inZone,
  plusDays,
  plusHours,
  plusLocalDays,
  startOfWeek,
} from '../domain/time';
import type { Course, Lab, Session } from './course.schema';

/** The days of a term, as far as a calendar needs them. */
export interface Term {
  readonly starts: Day;
  readonly ends: Day;
  readonly timeZone: TimeZone;
  readonly breaks: readonly Day[];
  /** Days that students keep their access after the last one. */
  readonly daysAfterEnd: number;
  /** @default 'monday' */
  readonly weekStarts?: Weekday;
}

/** When a lab can be worked on. */
export interface Window {
  readonly lab: LabId;
  readonly opens: Instant;
  readonly due: Instant;
  /** End of what is accepted late; the due time where nothing is. */
  readonly closes: Instant;
}

/** First day of week `week` of the course: weeks with a break are not counted. */
export function firstDayOfWeek(term: Term, week: number): Day {
  const firstOf = (day: Day): Day => startOfWeek(day, weekStarts(term));
  const breaks = new Set(term.breaks.map(firstOf));
  let first = firstOf(term.starts);
  for (let counted = 1; ; first = plusDays(first, 7)) {
    if (breaks.has(first)) continue;
    if (counted === week) return first;
    counted += 1;
  }
}

const weekStarts = (term: Term): Weekday => term.weekStarts ?? 'monday';

export function dayOf(term: Term, { week, day }: { readonly week: number; readonly day: Weekday }): Day {
  return plusDays(firstDayOfWeek(term, week), daysBetween(weekStarts(term), day));
}

/** When the last class of the course starts. */
export function lastSession(term: Term, weeks: number, sessions: readonly Session[]): Instant {
  const starts = sessions.map(({ day, starts }) =>
    atLocal(dayOf(term, { week: weeks, day }), starts, term.timeZone),
  );
  return starts.sort().at(-1)!;
}

/** The local day and time that a rule of the course names, before the clocks have their say. */
export function localDue(
  course: Course,
  lab: Lab,
  term: Term,
  sessions: readonly Session[],
): { day: Day; time: ClockTime } {
  const { due } = lab;
  if ('week' in due) return { day: dayOf(term, due), time: due.time };
  if ('daysAfterOpening' in due)
    return { day: plusDays(dayOf(term, lab.opens), due.daysAfterOpening), time: due.time };
  return inZone(
    plusHours(lastSession(term, course.weeks, sessions), -due.hoursBeforeLastSession),
    term.timeZone,
  );
}

/** From here on students have no access: midnight after the days that follow the term. */
export function accessEndsOf(term: Term): Instant {
  return atLocal(plusDays(term.ends, term.daysAfterEnd + 1), MIDNIGHT, term.timeZone);
}

/** The windows of all labs, in the course's order. */
export function windowsOf(course: Course, term: Term, sessions: readonly Session[]): readonly Window[] {
  return course.labs.map((lab) => {
    const due = localDue(course, lab, term, sessions);
    const dueAt = atLocal(due.day, due.time, term.timeZone);
    return {
      lab: lab.id,
      opens: atLocal(dayOf(term, lab.opens), lab.opens.time, term.timeZone),
      due: dueAt,
      closes: plusLocalDays(dueAt, course.late.acceptedDays, term.timeZone),
    };
  });
}
