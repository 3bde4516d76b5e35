import type { KubernetesApi } from '../kubernetes/kubernetes-api';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { namespaceOf, refOf, valueAt } from '../kubernetes/kubernetes-object';
import { isRecord } from '../values/value';
import { helmError } from './helm-error';
import type { ReleaseId } from './release-objects';

/** Label and annotations by which Helm knows what it owns. */
export const MANAGED_BY = 'app.kubernetes.io/managed-by';
export const OWNED_BY_HELM = 'Helm';
export const RELEASE_NAME = 'meta.helm.sh/release-name';
export const RELEASE_NAMESPACE = 'meta.helm.sh/release-namespace';

/** Refuses objects that stand already and are not of this release; `doing` is what Helm is about to do. */
export async function checkOwnership(
  objects: readonly KubernetesObject[],
  release: ReleaseId,
  api: KubernetesApi,
  doing: 'install' | 'update',
): Promise<void> {
  for (const object of objects) {
    const standing = await api.get(refOf(object));
    const problems = standing === undefined ? [] : foreignMarks(standing, release);
    if (problems.length === 0) continue;
    throw helmError(
      `Unable to continue with ${doing}: ${object.kind} "${object.metadata.name}" in namespace ` +
        `"${namespaceOf(object) ?? ''}" exists and cannot be imported into the current release: ` +
        `invalid ownership metadata; ${problems.join('; ')}`,
    );
  }
}

function foreignMarks(object: KubernetesObject, { name, namespace }: ReleaseId): readonly string[] {
  return [
    ...foreign('label', object, 'labels', MANAGED_BY, OWNED_BY_HELM),
    ...foreign('annotation', object, 'annotations', RELEASE_NAME, name),
    ...foreign('annotation', object, 'annotations', RELEASE_NAMESPACE, namespace),
  ];
}

function foreign(
  what: string,
  object: KubernetesObject,
  field: string,
  key: string,
  wanted: string,
): readonly string[] {
  const marks = valueAt(object.metadata, [field]);
  const actual = isRecord(marks) ? marks[key] : undefined;
  if (actual === wanted) return [];
  const why =
    actual === undefined
      ? `missing key "${key}": must be set to "${wanted}"`
      : `key "${key}" must equal "${wanted}": current value is "${String(actual)}"`;
  return [`${what} validation error: ${why}`];
}
