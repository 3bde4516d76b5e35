import { sentenceOf } from '../../core/calendar/transition-words';
import type { Transition } from '../../core/calendar/transitions';
import type { Instant, TimeZone } from '../../core/domain/time';
import { readable, readableInTerm } from '../../core/domain/time';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { wrapped } from '../report-problems';
import type { Terminal } from '../terminal';

/** What is due and what comes next, between two instants. */
export interface DueReport {
  readonly since: Instant;
  readonly at: Instant;
  readonly due: readonly Transition[];
  readonly next: readonly Transition[];
}

/** More handles than this are counted: a section is in the roster for whoever wants to know. */
const MOST_HANDLES = 4;

/** What is due, for people. */
export function dueLines(
  { cohort, term }: Pick<CohortPlan, 'cohort' | 'term'>,
  { since, at, due, next }: DueReport,
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): readonly string[] {
  const { timeZone } = term;
  const rows = (transitions: readonly Transition[]): readonly string[] =>
    transitions.map((each) => row(each, timeZone, width));
  const todo = todoOf(due);
  return [
    `${colors.bold(cohort)}  ${readable(at, timeZone)}, ${timeZone}`,
    `\n${colors.bold('Due')}`,
    ...(due.length === 0 ? [`  Nothing since ${readable(since, timeZone)}.`] : rows(due)),
    ...(todo.length === 0 ? [] : ['', ...todo.map((each) => wrapped('  ', each, width))]),
    `\n${colors.bold('Next')}`,
    ...(next.length === 0 ? ['  Nothing more in this term.'] : rows(next)),
  ];
}

function row(transition: Transition, zone: TimeZone, width: number): string {
  return wrapped(
    `  ${readableInTerm(transition.at, zone).padEnd(16)}  `,
    sentenceOf(transition, { handles: MOST_HANDLES }),
    width,
  );
}

/** What there is to do about what is due. */
function todoOf(due: readonly Transition[]): readonly string[] {
  const has = (kind: Transition['kind']): boolean => due.some((each) => each.kind === kind);
  return [
    ...(due.some(({ deploys }) => deploys) ? ["To apply it: cdktf deploy '*' --parallelism 4"] : []),
    ...(has('hold ends') ? ['Held places may be destroyed now; nothing is destroyed by itself.'] : []),
    ...(has('teardown due') ? ['The labs may be taken away now; nothing is taken away by itself.'] : []),
  ];
}
