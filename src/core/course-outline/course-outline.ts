import { toolkitOf } from '../catalogue/catalogue';
import type { Term, Window } from '../course/calendar';
import { dayOf, firstDayOfWeek, windowsOf } from '../course/calendar';
import type { Course, Lab, OtherWork, Session } from '../course/course.schema';
import { timesOf } from '../course/session-times';
import type { Span } from '../domain/span';
import type { Day, Instant, TimeZone } from '../domain/time';
import { MIDNIGHT, atLocal, inZone, plusDays, plusMinutes } from '../domain/time';
import { quotaFor } from '../plan/quota';
import type { QuotaPlan } from '../plan/quota-plan';
import type { PriceItem } from '../prices/price-item';
import type { PriceList } from '../prices/price-list';
import type { LabCost } from './lab-cost';
import { labCost, perStudent, sumOf } from './lab-cost';

/** A week of the calendar: of the course by its number, or a break. */
export interface OutlineWeek {
  /** Absent in a week without classes. */
  readonly number?: number;
  readonly starts: Day;
  readonly topics: readonly string[];
}

/** A lab with its days, its needs and its cost. */
export interface OutlineLab {
  readonly lab: Lab;
  readonly workedBy: Lab['workedBy'];
  readonly window: Window;
  /** What a place needs that works on this lab alone. */
  readonly needs: QuotaPlan;
  /** What its toolkits cost beside that. */
  readonly items: readonly PriceItem[];
  /** For one place: that of a student or that of a team. */
  readonly cost: LabCost;
}

/** Other graded work; with its time, where the course says one. */
export interface OutlineWork {
  readonly work: OtherWork;
  readonly held?: Span;
}

/** A course in a term: all that a table or a picture of it shows. */
export interface CourseOutline {
  readonly course: Course;
  readonly term: Term;
  readonly sessions: readonly Session[];
  readonly classes: readonly Span[];
  readonly weeks: readonly OutlineWeek[];
  readonly labs: readonly OutlineLab[];
  readonly other: readonly OutlineWork[];
  /** What all labs cost one student. */
  readonly perStudent: LabCost;
  readonly prices: PriceList;
}

/** What of a cohort decides on the days of a course. */
export interface OutlineSetting {
  readonly term: Term;
  /** @default - those of the course */
  readonly sessions?: readonly Session[] | undefined;
  /** Labs that teams work on, whatever the course says. @default - none */
  readonly teamLabs?: readonly string[];
}

/** A term of no place and no year, for a course that nobody has set a date for: weeks from a Monday on, no break. */
export const PLAIN_TERM: Term = {
  starts: '2029-01-01' as Day,
  ends: '2029-10-28' as Day,
  timeZone: 'UTC' as TimeZone,
  breaks: [],
  daysAfterEnd: 7,
};

export function courseOutline(course: Course, setting: OutlineSetting, prices: PriceList): CourseOutline {
  const { term, sessions = course.sessions, teamLabs = [] } = setting;
  const windows = windowsOf(course, term, sessions);
  const labs = course.labs.map((lab, index): OutlineLab => {
    const window = windows[index]!;
    const needs = quotaFor(course, [lab], [window]);
    const workedBy = teamLabs.includes(lab.id) ? 'team' : lab.workedBy;
    const items = lab.toolkits.flatMap((use) => toolkitOf(use).alsoCosts?.items?.(use.size) ?? []);
    return { lab, workedBy, window, needs, items, cost: labCost(needs, window, prices, items) };
  });
  return {
    course,
    term,
    sessions,
    classes: sessions.flatMap((session) => timesOf(session, term, course.weeks)).sort(inTime),
    weeks: weeksOf(course, term, windows),
    labs,
    other: course.other.map((work) => ({ work, ...heldAt(work, term) })),
    perStudent: sumOf(labs.map(({ cost, workedBy }) => perStudent(cost, workedBy))),
    prices,
  };
}

const inTime = (a: Span, b: Span): number => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0);

function heldAt({ held }: OtherWork, term: Term): { readonly held?: Span } {
  if (held === undefined) return {};
  const opens = atLocal(dayOf(term, held), held.time, term.timeZone);
  return { held: { opens, closes: plusMinutes(opens, held.minutes) } };
}

/** Weeks of the calendar from the first one to the last of the course, or to the last that accepts work. */
function weeksOf(course: Course, term: Term, windows: readonly Window[]): readonly OutlineWeek[] {
  const numbers = new Map(
    Array.from({ length: course.weeks }, (_, index) => [firstDayOfWeek(term, index + 1), index + 1] as const),
  );
  const last = lastDay(course, term, windows);
  const weeks: OutlineWeek[] = [];
  for (
    let starts = firstDayOfWeek({ ...term, breaks: [] }, 1);
    starts <= last;
    starts = plusDays(starts, 7)
  ) {
    const number = numbers.get(starts);
    const topics = course.topics.filter(({ week }) => week === number).map(({ title }) => title);
    weeks.push({ ...(number === undefined ? {} : { number }), starts, topics });
  }
  return weeks;
}

function lastDay({ weeks }: Course, term: Term, windows: readonly Window[]): Day {
  const closing = windows.map(({ closes }) => inZone(closes, term.timeZone).day);
  return [plusDays(firstDayOfWeek(term, weeks), 6), ...closing].sort().at(-1)!;
}

/** Midnight at which a day begins in the term's zone. */
export const startOfDay = (day: Day, { timeZone }: Pick<Term, 'timeZone'>): Instant =>
  atLocal(day, MIDNIGHT, timeZone);
