import type { Window } from '../course/calendar';
import type { Handle, LabId } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import type { HourPlan } from '../plan/windows-plan';
import type { CohortPlan, LabPlan, TermPlan } from '../plan/cohort-plan';
import type { ClassHoursCost } from './class-hours-cost';
import { classHoursCosts } from './class-hours-cost';
import { effectiveWindows } from './effective-windows';
import type { PoolCost } from './node-cost';
import { poolCosts } from './node-cost';
import type { WindowPhase } from './window-of';
import { phaseAt } from './window-of';

/** A lab at an instant. */
export interface LabAt extends Window {
  readonly workedBy: LabPlan['workedBy'];
  /** For everyone without a deadline of their own. */
  readonly phase: WindowPhase;
  /** Tenants by phase, accommodations included; who is held is not counted. */
  readonly tenants: Readonly<Record<WindowPhase, number>>;
  /** Who is in another phase than the class, by handle. */
  readonly others: readonly (Pick<Window, 'due' | 'closes'> & {
    readonly handle: Handle;
    readonly phase: WindowPhase;
  })[];
}

/** Who can do what at an instant. */
export interface AccessAt {
  readonly students: {
    readonly allowed: boolean;
    /** From here on Google lets no student in. */
    readonly until: Instant;
    readonly studentPlaces: number;
    readonly teamPlaces: number;
    /** Places whose access is paused, by handle. */
    readonly held: readonly Handle[];
  };
  readonly staff: {
    readonly instructors: number;
    readonly tas: number;
    readonly taReadsSecrets: boolean;
  };
}

/** What a cohort is like at one instant, by the files as they are today. */
export interface CohortAt {
  readonly at: Instant;
  readonly phase: TermPlan['phase'];
  readonly labs: readonly LabAt[];
  readonly access: AccessAt;
  /** Exams and quiet hours that are on. */
  readonly hours: readonly HourPlan[];
  readonly pools: readonly PoolCost[];
  /** Places with a cluster of their own, whose cost is not in `pools`. */
  readonly ownClusters: number;
  readonly prices: { readonly region: string; readonly listRegion: string };
  /** What is ready and asleep in shared clusters, and what that comes to. */
  readonly classHours: readonly ClassHoursCost[];
}

/** The cohort at the plan's instant. */
export function atInstant(plan: CohortPlan): CohortAt {
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const present = tenants.filter(({ held }) => !held);
  const { pools, list } = poolCosts(plan);
  const { instructors, tas, taReadsSecrets } = plan.staff;
  return {
    at: plan.at,
    phase: plan.term.phase,
    labs: labsAt(plan),
    hours: plan.hours.filter(({ from, to }) => from <= plan.at && plan.at < to),
    access: {
      students: {
        allowed: plan.at < plan.term.accessEnds,
        until: plan.term.accessEnds,
        studentPlaces: present.filter(({ kind }) => kind === 'student').length,
        teamPlaces: present.filter(({ kind }) => kind === 'team').length,
        held: tenants
          .filter(({ held }) => held)
          .map(({ handle }) => handle)
          .sort(byText(String)),
      },
      staff: { instructors: instructors.length, tas: tas.length, taReadsSecrets },
    },
    pools,
    ownClusters: present.filter(({ cluster }) => cluster !== undefined).length,
    prices: list,
    classHours: classHoursCosts(plan),
  };
}

function labsAt(plan: CohortPlan): readonly LabAt[] {
  const held = new Set(
    plan.shards.flatMap((shard) => shard.tenants.filter((each) => each.held).map(({ handle }) => handle)),
  );
  const { labs, tenants } = effectiveWindows(plan);
  const windowsByLab = new Map<LabId, (Window & { readonly handle: Handle })[]>();
  for (const { handle, windows } of tenants) {
    if (held.has(handle)) continue;
    for (const window of windows) {
      const list = windowsByLab.get(window.lab) ?? [];
      windowsByLab.set(window.lab, list);
      list.push({ ...window, handle });
    }
  }
  return labs.map(({ lab, window }) => {
    const phase = phaseAt(window, plan.at);
    const counts = { upcoming: 0, open: 0, late: 0, closed: 0 };
    const all = windowsByLab.get(lab.id) ?? [];
    for (const each of all) counts[phaseAt(each, plan.at)] += 1;
    const others = all
      .map(({ handle, due, closes, opens }) => ({
        handle,
        phase: phaseAt({ opens, due, closes }, plan.at),
        due,
        closes,
      }))
      .filter((each) => each.phase !== phase);
    return { ...window, workedBy: lab.workedBy, phase, tenants: counts, others };
  });
}
