import type { StateResource } from './state-resources';

/** A resource that refuses to be destroyed, by what its state says: a change of the stack's file alone does not help. */
export interface Protection {
  readonly address: string;
  /** What refuses: `deletion_protection = true`. */
  readonly guard: string;
}

interface Guard {
  readonly attribute: string;
  /** Values under which a destroy goes through. */
  readonly open: readonly unknown[];
}

/** What the provider asks its state before it deletes. Provider google 6.50, pages "Argument Reference", 2026-11. */
const GUARDS: Readonly<Record<string, Guard>> = {
  google_cloud_run_v2_service: { attribute: 'deletion_protection', open: [false] },
  google_compute_instance: { attribute: 'deletion_protection', open: [false, undefined, null] },
  google_container_cluster: { attribute: 'deletion_protection', open: [false] },
  google_dns_managed_zone: { attribute: 'force_destroy', open: [true] },
  google_project: { attribute: 'deletion_policy', open: ['DELETE'] },
  google_secret_manager_secret: { attribute: 'deletion_protection', open: [false, undefined, null] },
  google_storage_bucket: { attribute: 'force_destroy', open: [true] },
};

/** What stands in the way of a destroy: a resource that was imported, or made before its stack said otherwise. */
export function protectionsIn(resources: readonly StateResource[]): readonly Protection[] {
  return resources.flatMap(({ address, type, attributes }) => {
    const guard = GUARDS[type];
    if (guard === undefined) return [];
    const value = attributes[guard.attribute];
    return guard.open.includes(value)
      ? []
      : [{ address, guard: `${guard.attribute} = ${JSON.stringify(value ?? null)}` }];
  });
}
