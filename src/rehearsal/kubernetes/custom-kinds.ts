import type { Attributes } from '../values/value';
import { isList, isRecord } from '../values/value';
import type { ObjectKind } from './api-kinds';
import type { FieldSchema } from './field-schema';
import type { KubernetesObject } from './kubernetes-object';
import { groupOf, valueAt, versionOf } from './kubernetes-object';

/** A kind that a custom resource definition adds. */
export interface CustomKind {
  readonly kind: ObjectKind;
  readonly schema?: FieldSchema;
}

/** The kinds that a definition adds: one for each version that it serves. */
export function customKinds(definition: KubernetesObject): readonly CustomKind[] {
  const versions = valueAt(definition, ['spec', 'versions']);
  return (isList(versions) ? versions.filter(isRecord) : [])
    .filter(({ served }) => served === true)
    .map((version) => customKind(definition, version));
}

function customKind(definition: KubernetesObject, version: Attributes): CustomKind {
  const textAt = (...path: readonly string[]): string => String(valueAt(definition, path) ?? '');
  // A definition that was accepted holds a schema of this form.
  const schema = valueAt(version, ['schema', 'openAPIV3Schema']) as unknown as FieldSchema | undefined;
  return {
    kind: {
      group: textAt('spec', 'group'),
      version: String(version['name']),
      kind: textAt('spec', 'names', 'kind'),
      plural: textAt('spec', 'names', 'plural'),
      namespaced: textAt('spec', 'scope') === 'Namespaced',
      nameRule: 'subdomain',
    },
    ...(schema === undefined ? {} : { schema }),
  };
}

/** The kind of that name among the kinds of some definitions. */
export const tryFindCustomKind = (
  definitions: readonly KubernetesObject[],
  apiVersion: string,
  kind: string,
): CustomKind | undefined =>
  definitions
    .flatMap(customKinds)
    .find(
      (each) =>
        each.kind.kind === kind &&
        each.kind.group === groupOf(apiVersion) &&
        each.kind.version === versionOf(apiVersion),
    );
