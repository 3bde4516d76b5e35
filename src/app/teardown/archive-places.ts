import { SYSTEM_NAMESPACE, helmReleaseName } from '../../core/domain/names';
import type { TenantPlan } from '../../core/plan/cohort-plan';
import type { DoomedStack } from '../../core/teardown/doomed-stacks';
import type { StateResource } from '../../core/teardown/state-resources';
import { atMostUntilThrown } from './until-thrown';
import type { StandingPlace } from './archive/archive';
import type { TeardownGround } from './teardown-ground';

/** Places at once: each asks gcloud and kubectl, which have gates of their own. */
const PLACES_AT_ONCE = 8;

/** Keeps what the course says of every place; a stack with a place that could not be kept is kept itself. */
export async function archivePlaces(ground: TeardownGround): Promise<void> {
  const { archive, log, kept, stacks, skipped } = ground;
  if (archive === undefined) return;
  const gate = atMostUntilThrown(PLACES_AT_ONCE);
  for (const stack of stacks.filter(({ kind }) => kind === 'shard')) {
    const places = stack.tenants.filter(({ handle }) => !skipped.has(handle));
    if (places.every(({ handle }) => log.isDone({ step: 'archive', what: handle }))) continue;
    // Sums that were taken before are not of what is kept now.
    log.reopen(new Set(['sums']));
    const standing = await standingIn(ground, stack);
    const failures = await Promise.all(
      places.map((tenant) =>
        gate(() =>
          log.work({ step: 'archive', what: tenant.handle }, () => archive.place(tenant, standing(tenant))),
        ),
      ),
    );
    const failed = places.filter((_, index) => failures[index] !== undefined).map(({ handle }) => handle);
    if (failed.length > 0) keepBoth(ground, stack, `the archive of ${failed.join(', ')} failed`);
  }
  for (const [what, work] of [
    ['grades', () => archive.grades()],
    ['sums', () => archive.finish()],
  ] as const) {
    const failure = await log.work({ step: 'archive', what }, work);
    if (failure === undefined) continue;
    for (const { name } of stacks) kept.set(name, `the archive is not whole: ${failure}`);
  }
}

/** A shard, and the stack with what its tenants have in clusters of their own. */
function keepBoth({ kept }: TeardownGround, stack: DoomedStack, why: string): void {
  for (const name of [stack.name, ...stack.after]) kept.set(name, why);
}

async function standingIn(
  { folderOf, stacks }: TeardownGround,
  stack: DoomedStack,
): Promise<(tenant: TenantPlan) => StandingPlace> {
  const parts = [stack, ...stacks.filter(({ name }) => stack.after.includes(name))];
  const resources: readonly StateResource[] = (
    await Promise.all(parts.map((part) => folderOf(part).resources()))
  ).flat();
  const named = (type: string, attribute: string): ReadonlySet<unknown> =>
    new Set(resources.filter((each) => each.type === type).map(({ attributes }) => attributes[attribute]));
  const buckets = named('google_storage_bucket', 'name');
  const registries = named('google_artifact_registry_repository', 'repository_id');
  // A chart of others may be called as a tenant is, and is in a namespace of its own.
  const releases = new Set(
    resources
      .filter(
        ({ type, attributes }) => type === 'helm_release' && attributes['namespace'] === SYSTEM_NAMESPACE,
      )
      .map(({ attributes }) => attributes['name']),
  );
  return ({ handle, bucket, registry }) => ({
    bucket: buckets.has(bucket.name),
    registry: registries.has(registry.repository),
    release: releases.has(helmReleaseName(handle)),
  });
}
