import type { Span } from '../domain/span';
import { atLocal } from '../domain/time';
import type { Term } from './calendar';
import { dayOf } from './calendar';
import type { Session } from './course.schema';

/** Every time that a weekly class is held: in each week of the course, on days of the term. */
export function timesOf(session: Session, term: Term, weeks: number): readonly Span[] {
  return Array.from({ length: weeks }, (_, index) => dayOf(term, { week: index + 1, day: session.day }))
    .filter((day) => day >= term.starts && day <= term.ends)
    .map((day) => ({
      opens: atLocal(day, session.starts, term.timeZone),
      closes: atLocal(day, session.ends, term.timeZone),
    }));
}
