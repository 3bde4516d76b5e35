import type { EffectiveWindows, TenantWindows } from '../../core/calendar/effective-windows';
import type { Window } from '../../core/course/calendar';
import { readableInTerm } from '../../core/domain/time';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { table } from '../table';
import type { Terminal } from '../terminal';

/** The windows of all labs, and the deadlines of those who have others; handles, no names, no reasons. */
export function classLines(
  plan: CohortPlan,
  { labs, tenants }: EffectiveWindows,
  { colors }: Pick<Terminal, 'colors'>,
): readonly string[] {
  const others = tenants.flatMap(({ handle, own }) => own.map((window) => ({ handle, window })));
  const classRows = rows(
    plan,
    labs.map(({ lab, window }) => ({ cells: [lab.id, lab.workedBy], window })),
    { head: ['lab', 'for'], opens: true },
  );
  const otherRows = rows(
    plan,
    others.map(({ handle, window }) => ({ cells: [handle, window.lab], window })),
    { head: ['place', 'lab'], opens: false },
  );
  return [
    title(plan, colors),
    ...table(classRows),
    ...(others.length === 0
      ? ['\nEveryone has these deadlines.']
      : [`\n${colors.bold('Other deadlines')}`, ...table(otherRows)]),
  ];
}

/** The windows of some places, each under its handle; what is not the class's is marked. */
export function placeLines(
  plan: CohortPlan,
  tenants: readonly TenantWindows[],
  { colors }: Pick<Terminal, 'colors'>,
): readonly string[] {
  const places = tenants.flatMap(({ handle, windows, own }) => {
    const isOwn = (window: Window): string => (own.some(({ lab }) => lab === window.lab) ? '*' : '');
    const all = windows.map((window) => ({ cells: [window.lab, isOwn(window)], window }));
    return [`\n${colors.bold(handle)}`, ...table(rows(plan, all, { head: ['lab', ''], opens: true }))];
  });
  const marked = tenants.some(({ own }) => own.length > 0);
  return [title(plan, colors), ...places, ...(marked ? ["\n* not the class's deadline"] : [])];
}

const title = ({ cohort, term }: CohortPlan, colors: Terminal['colors']): string =>
  `${colors.bold(cohort)}  times in ${term.timeZone}`;

interface Row {
  readonly cells: readonly string[];
  readonly window: Window;
}

/** Rows below a head; the end of late work where there is any. */
function rows(
  { term }: CohortPlan,
  all: readonly Row[],
  { head, opens }: { readonly head: readonly string[]; readonly opens: boolean },
): readonly (readonly string[])[] {
  const late = all.some(({ window }) => window.closes !== window.due);
  const columns = [...(opens ? ['opens'] : []), 'due', ...(late ? ['late until'] : [])];
  const time = (instant: Window['due']): string => readableInTerm(instant, term.timeZone);
  return [
    [...head, ...columns],
    ...all.map(({ cells, window }) => [
      ...cells,
      ...(opens ? [time(window.opens)] : []),
      time(window.due),
      ...(late ? [time(window.closes)] : []),
    ]),
  ];
}
