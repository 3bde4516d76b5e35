import type { ClassSession } from '../config/class-hours.schema';
import type { Window } from '../course/calendar';
import { timesOf } from '../course/session-times';
import { byText } from '../domain/sorting';
import type { Span } from '../domain/span';
import { overlap } from '../domain/span';
import type { Instant } from '../domain/time';
import { plusMinutes } from '../domain/time';
import type { Student } from '../roster/roster';
import type { PlaceholderSpan, PrewarmPlan } from './class-hours-plan';
import type { PoolPlan, TenantPlan } from './cohort-plan';
import { addressesIn } from './groups-plan';
import { placeholderSize, placeholdersPerNode } from './placeholder';
import type { PlanInputs } from './plan-inputs';

/**
 * Minutes of a class in which its placeholders stay: who comes late pushes one out. After that the autoscaler waits
 * as long again before it takes an empty node away.
 */
export const SETTLE_MINUTES = 10;

/** Placeholders are counted in steps, so that a student more mostly changes nothing. */
const STEP = 10;

/** What placeholders are counted from. */
export interface PrewarmContext {
  /** Those whose places stand in the cluster. */
  readonly tenants: readonly TenantPlan[];
  readonly sessions: readonly ClassSession[];
  readonly windows: readonly Window[];
  readonly lab: Pick<PoolPlan, 'machineType' | 'maxNodes'>;
}

/** Nodes for each class of a cell; undefined where none are to be ready. */
export function prewarmOf(
  { config, course, roster, ledger }: PlanInputs,
  { tenants, sessions, windows, lab }: PrewarmContext,
): PrewarmPlan | undefined {
  const leadMinutes = config.classHours.prewarmMinutes;
  if (leadMinutes === 0) return undefined;
  const addressOf = addressesIn(config, ledger);
  const students = new Map(roster.students.map((student) => [addressOf(student.email), student]));
  const classes = sessions.map((session) => ({
    session,
    times: timesOf(session, config.term, course.weeks),
    comers: tenants.filter(({ members }) => members.some((email) => comes(students.get(email), session))),
  }));
  const placeholder = placeholderSize(course.labs);
  const perNode = placeholdersPerNode(placeholder, lab.machineType);
  const most = lab.maxNodes * perNode;
  const demands = classes.flatMap(({ times, comers }) =>
    times.map((time) => ({
      opens: plusMinutes(time.opens, -leadMinutes),
      closes: plusMinutes(time.opens, SETTLE_MINUTES),
      comers: comers.filter(worksIn(windows, time)),
    })),
  );
  return {
    leadMinutes,
    placeholder,
    perNode,
    classes: classes.map(({ session: { day, starts, ends, section }, times }) => ({
      day,
      starts,
      ends,
      ...(section === undefined ? {} : { section }),
      times: times.length,
    })),
    spans: spansOf(demands, (places) => Math.min(most, Math.ceil(places / STEP) * STEP)),
  };
}

/** Who left the roster does not come, though the place may still stand. */
const comes = (student: Student | undefined, { section }: ClassSession): boolean =>
  student !== undefined && (section === undefined || student.section === section);

/** Whether a lab of a tenant is open while a class is held. */
function worksIn(windows: readonly Window[], time: Span): (tenant: TenantPlan) => boolean {
  const open = new Set(windows.filter((window) => overlap(window, time)).map(({ lab }) => lab));
  return ({ labs, windows: own = [] }) =>
    labs.some((lab) => {
      const window = own.find((each) => each.lab === lab);
      return window === undefined ? open.has(lab) : overlap(window, time);
    });
}

interface Demand extends Span {
  readonly comers: readonly TenantPlan[];
}

/** Placeholders for everyone who comes to any class at a time, each place once. */
function spansOf(
  demands: readonly Demand[],
  placeholders: (places: number) => number,
): readonly PlaceholderSpan[] {
  const changes = [...new Set(demands.flatMap(({ opens, closes }) => [opens, closes]))].sort(byText(String));
  const spans: { opens: Instant; closes: Instant; placeholders: number }[] = [];
  changes.slice(0, -1).forEach((opens, index) => {
    const closes = changes[index + 1]!;
    const comers = demands.filter((demand) => overlap(demand, { opens, closes }));
    const count = placeholders(new Set(comers.flatMap(({ comers }) => comers)).size);
    if (count === 0) return;
    const last = spans.at(-1);
    if (last?.closes === opens && last.placeholders === count) last.closes = closes;
    else spans.push({ opens, closes, placeholders: count });
  });
  return spans;
}
