import type { ApiObjectMetadata } from 'cdk8s';

/** Label on every object that Practicum makes. */
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';

/**
 * Metadata with the label of Practicum and a name of its own, so that no name depends on the construct path.
 *
 * Helm writes "Helm" over the label of what it installs: look objects up by the `practicum.dev/` labels of
 * their namespace instead.
 */
export function managedMetadata(metadata: ApiObjectMetadata & { readonly name: string }): ApiObjectMetadata {
  return { ...metadata, labels: { ...metadata.labels, [MANAGED_BY_LABEL]: 'practicum' } };
}
