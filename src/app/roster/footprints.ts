import type { Handle } from '../../core/domain/ids';
import type { TenantPlan } from '../../core/plan/cohort-plan';
import { mostUsdPerMonth } from '../../core/roster/delta/month-cost';
import { later } from '../later';
import { tenantManifest } from '../manifests';
import type { RosterApplication } from './application';

/** Loaded where somebody's place changes: it brings the engine along. */
const resourceCounter = later(
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports
  () => (require('./cloud-resources') as typeof import('./cloud-resources')).resourceCounter,
);

/** What a kind of change is about: people, their places, and what stands in these. */
export interface Footprint {
  readonly what: 'joined' | 'changed' | 'returned' | 'held';
  readonly people: number;
  readonly places: number;
  /** Kubernetes objects in them, those of what shares their cluster left out. */
  readonly objects: number;
  readonly resources: number;
  /** The most that they can cost in a month. */
  readonly usdPerMonth: number;
}

/** A row for each kind of change that happened. */
export function footprints({ change, touched, plans }: RosterApplication): readonly Footprint[] {
  const { students, events } = change;
  const handlesOf = (kind: 'held' | 'returned'): ReadonlySet<Handle> =>
    new Set(events.flatMap(({ event, handle }) => (event === kind ? [handle] : [])));
  const [held, returned] = [handlesOf('held'), handlesOf('returned')];
  const others = touched.changed.filter(({ handle }) => !held.has(handle) && !returned.has(handle));
  const row = (what: Footprint['what'], people: number, places: readonly TenantPlan[]): Footprint => {
    const sum = (of: (tenant: TenantPlan) => number): number =>
      places.reduce((all, each) => all + of(each), 0);
    return {
      what,
      people,
      places: places.length,
      objects: sum(objectsOf),
      resources: places.length === 0 ? 0 : sum(resourceCounter(plans.after)),
      usdPerMonth: Math.ceil(sum((each) => mostUsdPerMonth(each, plans.after)) * 100) / 100,
    };
  };
  const changed = (handles: ReadonlySet<Handle>): readonly TenantPlan[] =>
    touched.changed.filter(({ handle }) => handles.has(handle));
  const known = new Map<string, number>();
  return [
    row('joined', students.joined.length, touched.made),
    row('changed', students.changed.length, others),
    row('returned', students.returned.length, changed(returned)),
    row('held', students.missing.length, changed(held)),
  ].filter(({ people, places }) => people + places > 0);

  /** Places that differ in names alone have as many objects: one of each kind is written out. */
  function objectsOf(tenant: TenantPlan): number {
    const { kind, tier, held: isHeld, closed, members, labs, windows } = tenant;
    const key = JSON.stringify([kind, tier, isHeld, closed, members.length > 0, labs, windows?.length]);
    const objects = known.get(key) ?? tenantManifest(plans.after, tenant).objects;
    known.set(key, objects);
    return objects;
  }
}
