import { readable } from '../domain/time';
import type { Problem } from '../input/problem';
import type { Term } from './calendar';
import { windowsOf } from './calendar';
import type { CourseFile } from './parse-course';

/** Days that weeks begin on somewhere; a course does not say which, its cohort does. */
const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;

/** Labs that are due before they open, in whatever term: what a course says wrong by itself, without a cohort. */
export function checkDays({ course, source }: CourseFile, term: Term): readonly Problem[] {
  const [plain, ...others] = WEEK_STARTS.map((weekStarts) =>
    windowsOf(course, { ...term, weekStarts }, course.sessions),
  );
  return plain!.flatMap(({ lab, opens, due }, index) =>
    [plain!, ...others].some((windows) => windows[index]!.due > windows[index]!.opens)
      ? []
      : [
          source.problem(['labs', index, 'due'], {
            message: `${lab} is due before it opens`,
            got: weekOf(readable(due, term.timeZone)),
            allowed: `a time after ${weekOf(readable(opens, term.timeZone))} of the week that it opens in`,
            write: 'a later week',
          }),
        ],
  );
}

/** `Mon, 23:59` of `Mon 15 Jan 2029, 23:59`: in a course without a term, a date means nothing. */
const weekOf = (text: string): string => text.replace(/ \d+ \w+ \d{4}/, '');
