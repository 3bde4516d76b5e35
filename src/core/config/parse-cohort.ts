import { accommodationsOnce } from '../calendar/check-accommodations';
import { hoursRunForward } from '../calendar/check-hours';
import { sessionsRunForward } from '../course/parse-course';
import { plusDays } from '../domain/time';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { readObject } from '../input/read-object';
import type { Path, YamlSource } from '../input/yaml-source';
import { keyText } from '../ledger/ledger';
import { nightHasHours } from './check-class-hours';
import type { CohortConfig } from './cohort.schema';
import { COHORT_SCHEMA } from './cohort.schema';

/** A cohort together with the file it stands in, for checks that need course and roster too. */
export interface CohortFile {
  readonly config: CohortConfig;
  readonly source: YamlSource;
}

const LONGEST_TERM_DAYS = 300;

export function parseCohort(source: YamlSource): Outcome<CohortFile> {
  const { partial, value, problems } = readObject(COHORT_SCHEMA, source);
  const all = [
    ...problems,
    ...termRunsForward(partial, source),
    ...sessionsRunForward(partial, source),
    ...staffIsComplete(partial, source),
    ...fewestNodesAreFewer(partial, source),
    ...nightHasHours(partial, source),
    ...placesOnce(partial, source),
    ...accommodationsOnce(partial, source),
    ...hoursRunForward(partial, source),
  ];
  return all.length === 0 && value !== undefined ? accept({ config: value, source }) : refuse(all);
}

function termRunsForward({ term }: Partial<CohortConfig>, source: YamlSource): readonly Problem[] {
  if (term === undefined) return [];
  const problems: Problem[] = [];
  const latest = plusDays(term.starts, LONGEST_TERM_DAYS);
  if (term.ends <= term.starts || term.ends > latest) {
    problems.push(
      source.problem(['term', 'ends'], {
        message:
          term.ends <= term.starts
            ? 'the term ends before it starts'
            : 'the term is longer than a year of teaching',
        got: term.ends,
        allowed: `a day after ${term.starts}, at most ${LONGEST_TERM_DAYS} days later`,
        write: `ends: ${plusDays(term.starts, 7 * 15 - 3)}`,
      }),
    );
  }
  // Nothing is in a term that runs backwards, so of its breaks there is nothing to tell.
  if (term.ends <= term.starts) return problems;
  term.breaks.forEach((day, index) => {
    if (day >= term.starts && day <= term.ends) return;
    problems.push(
      source.problem(['term', 'breaks', index], {
        message: 'this break is not in the term',
        got: day,
        allowed: `a day from ${term.starts} to ${term.ends}`,
        write: 'a day of the week without classes',
      }),
    );
  });
  return problems;
}

function staffIsComplete({ staff }: Partial<CohortConfig>, source: YamlSource): readonly Problem[] {
  if (staff === undefined) return [];
  const twice = repeated(staff, ({ email }) => email).map(([index, first]) =>
    source.problem(['staff', index, 'email'], {
      message: `this person is named already in line ${source.positionOf(['staff', first]).line}`,
      got: shown(source.valueAt(['staff', index, 'email'])),
      write: 'one entry per person; an instructor may all that a TA may',
    }),
  );
  if (staff.some(({ role }) => role === 'instructor')) return twice;
  return [
    ...twice,
    source.problem(['staff'], {
      message: 'no one is an instructor',
      allowed: 'at least one person with role: instructor',
      write: 'role: instructor',
    }),
  ];
}

function fewestNodesAreFewer({ nodes }: Partial<CohortConfig>, source: YamlSource): readonly Problem[] {
  if (nodes?.max === undefined || nodes.min <= nodes.max) return [];
  return [
    source.problem(['nodes', 'max'], {
      message: 'the most nodes are fewer than the fewest',
      got: String(nodes.max),
      allowed: `at least min, which is ${nodes.min}`,
      write: `max: ${nodes.min}`,
    }),
  ];
}

function placesOnce({ places }: Partial<CohortConfig>, source: YamlSource): readonly Problem[] {
  if (places === undefined) return [];
  return repeated(places, ({ student, team }) => student ?? keyText({ team: team ?? '' })).map(
    ([index, first]) => {
      const path: Path = ['places', index, places[index]!.student === undefined ? 'team' : 'student'];
      return source.problem(path, {
        message: `this tenant is named already in line ${source.positionOf(['places', first]).line}`,
        got: shown(source.valueAt(path)),
        write: 'all that is different for this tenant in one entry',
      });
    },
  );
}

/** Indexes of items whose key an earlier item has, each with the earlier one's index. */
function repeated<T>(
  items: readonly T[],
  key: (item: T) => string,
): readonly (readonly [index: number, first: number])[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const earlier = first.get(key(item));
    if (earlier !== undefined) return [[index, earlier] as const];
    first.set(key(item), index);
    return [];
  });
}
