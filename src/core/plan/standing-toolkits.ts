import { toolkitOf } from '../catalogue/catalogue';
import { placeFor } from '../catalogue/placed-objects';
import type { Workload } from '../catalogue/toolkit';
import { workloadsOf } from '../catalogue/workloads';
import type { Window } from '../course/calendar';
import type { Course } from '../course/course.schema';
import type { ToolkitId } from '../domain/ids';
import { byText } from '../domain/sorting';
import { joined } from '../domain/span';
import type { StandingToolkit } from './monitoring-plan';
import type { TenantPlan } from './tenant-plan';
import { isPlaced } from './toolkits-plan';

/** One toolkit of one place. */
type InPlace = Omit<StandingToolkit, 'namespaces'>;

/**
 * What wakes and sleeps with the labs in some places. Places that have a toolkit alike, and at the same times, are in
 * one row: a deadline of one's own keeps one's own toolkits awake, and nobody else's. In a place that is held they sleep.
 */
export function standingToolkits(
  course: Course,
  tenants: readonly TenantPlan[],
  windows: readonly Window[],
): readonly StandingToolkit[] {
  const uses = labsByToolkit(course);
  // Places of a kind share a list of toolkits and a list of labs, so that these are worked out once for them all.
  const ofKind = new Map<TenantPlan['toolkits'], readonly InPlace[]>();
  const rows = new Map<string, InPlace & { readonly namespaces: string[] }>();
  for (const tenant of tenants) {
    const asOthers = tenant.windows === undefined && !tenant.held;
    const known = asOthers ? ofKind.get(tenant.toolkits) : undefined;
    const standing = known ?? standingIn(tenant, uses, windows);
    if (asOthers) ofKind.set(tenant.toolkits, standing);
    for (const each of standing) {
      const key = JSON.stringify([each.toolkit, each.workloads, each.awake]);
      const row = rows.get(key) ?? { ...each, namespaces: [] };
      row.namespaces.push(tenant.namespace);
      rows.set(key, row);
    }
  }
  for (const { namespaces } of rows.values()) namespaces.sort(byText(String));
  return [...rows.values()].sort(byText(({ toolkit, namespaces }) => `${toolkit} ${namespaces[0]!}`));
}

/** Labs that find each toolkit ready. */
function labsByToolkit({ labs }: Course): ReadonlyMap<ToolkitId, ReadonlySet<string>> {
  const uses = new Map<ToolkitId, Set<string>>();
  for (const { id, toolkits } of labs)
    for (const use of toolkits.filter(isPlaced)) uses.set(use.id, (uses.get(use.id) ?? new Set()).add(id));
  return uses;
}

function standingIn(
  tenant: TenantPlan,
  uses: ReturnType<typeof labsByToolkit>,
  windows: readonly Window[],
): readonly InPlace[] {
  // Nobody may enter a place that is held: what is awake there would only cost.
  const all = tenant.held ? [] : [...windows, ...(tenant.windows ?? [])];
  const own = all.filter(({ lab }) => tenant.labs.includes(lab));
  return tenant.toolkits
    .filter(({ standing }) => standing)
    .map((use) => ({
      toolkit: use.id,
      workloads: workloadsIn(tenant, use),
      secrets: toolkitOf(use).secrets ?? [],
      awake: joined(own.filter(({ lab }) => uses.get(use.id)?.has(lab) === true)),
    }))
    .filter(({ workloads }) => workloads.length > 0);
}

const workloadsIn = (
  { namespace, host, registry, bucket, toolkits }: TenantPlan,
  use: TenantPlan['toolkits'][number],
): readonly Workload[] =>
  workloadsOf(
    toolkitOf(use),
    placeFor(use, toolkits, { namespace, host, registryPath: registry.path, bucket: bucket.name }),
  );
