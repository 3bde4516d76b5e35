import type { Window } from '../course/calendar';
import type { Handle } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { CohortPlan, LabPlan, TenantPlan } from '../plan/cohort-plan';
import { classWindow, windowOf } from './window-of';

/** All windows of one tenant, in the course's order. */
export interface TenantWindows {
  readonly handle: Handle;
  readonly kind: TenantPlan['kind'];
  /** Shared with everyone who has no other deadline. */
  readonly windows: readonly Window[];
  /** Those of them that are not the class's. */
  readonly own: readonly Window[];
}

/** When everyone can work on what. */
export interface EffectiveWindows {
  readonly labs: readonly { readonly lab: LabPlan; readonly window: Window }[];
  /** By handle. */
  readonly tenants: readonly TenantWindows[];
}

/** The windows of all tenants; those without accommodation have one list for all students, and one for all teams. */
export function effectiveWindows(plan: Pick<CohortPlan, 'labs' | 'shards'>): EffectiveWindows {
  const shared = new Map<TenantPlan['kind'], readonly Window[]>();
  const sharedOf = (kind: TenantPlan['kind']): readonly Window[] => {
    const known = shared.get(kind);
    const windows = known ?? plan.labs.filter(({ workedBy }) => workedBy === kind).map(classWindow);
    if (known === undefined) shared.set(kind, windows);
    return windows;
  };
  const tenants = plan.shards
    .flatMap((shard) => shard.tenants)
    .map((tenant): TenantWindows => {
      const { handle, kind, windows: own = [] } = tenant;
      if (own.length === 0) return { handle, kind, windows: sharedOf(kind), own };
      const worked = plan.labs.filter(({ workedBy }) => workedBy === kind);
      return { handle, kind, windows: worked.map((lab) => windowOf(tenant, lab)), own };
    });
  return {
    labs: plan.labs.map((lab) => ({ lab, window: classWindow(lab) })),
    tenants: tenants.sort(byText(({ handle }) => handle)),
  };
}
