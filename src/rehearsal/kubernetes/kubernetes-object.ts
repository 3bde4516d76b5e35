import type { Attributes, Value } from '../values/value';
import { isRecord } from '../values/value';

/** An object as a manifest holds it: plain JSON. */
export interface KubernetesObject extends Attributes {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

export interface ObjectMeta extends Attributes {
  readonly name: string;
}

/** What names one object of a cluster. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  /** None for an object of the whole cluster. */
  readonly namespace?: string;
  readonly name: string;
}

export const isKubernetesObject = (value: Value | undefined): value is KubernetesObject =>
  isRecord(value) &&
  typeof value['apiVersion'] === 'string' &&
  typeof value['kind'] === 'string' &&
  isRecord(value['metadata']) &&
  typeof value['metadata']['name'] === 'string';

/** The namespace that an object says it is in. */
export function namespaceOf({ metadata }: KubernetesObject): string | undefined {
  const { namespace } = metadata;
  return typeof namespace === 'string' && namespace !== '' ? namespace : undefined;
}

export function refOf(object: KubernetesObject): ObjectRef {
  const namespace = namespaceOf(object);
  const { apiVersion, kind, metadata } = object;
  return { apiVersion, kind, name: metadata.name, ...(namespace === undefined ? {} : { namespace }) };
}

export const namespaceRef = (name: string): ObjectRef => ({ apiVersion: 'v1', kind: 'Namespace', name });

/** What makes two references the same object, whatever version they ask for. */
export const objectKey = ({ apiVersion, kind, namespace, name }: ObjectRef): string =>
  [groupOf(apiVersion), kind, namespace ?? '', name].join('/');

/** Group of an `apiVersion`: empty for the core group. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

/** Version of an `apiVersion`. */
export const versionOf = (apiVersion: string): string => apiVersion.slice(apiVersion.indexOf('/') + 1);

/** A reference in words: `Service "web" in namespace "wei-li"`. */
export const describeRef = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} "${name}"${namespace === undefined ? '' : ` in namespace "${namespace}"`}`;

/** The finalizers that hold an object. */
export function finalizersOf({ metadata }: KubernetesObject): readonly string[] {
  const { finalizers } = metadata;
  return Array.isArray(finalizers)
    ? finalizers.filter((each: Value): each is string => typeof each === 'string')
    : [];
}

/** Whether an object was deleted and only its finalizers hold it. */
export const isBeingDeleted = ({ metadata }: KubernetesObject): boolean =>
  typeof metadata['deletionTimestamp'] === 'string';

/** The value at a path such as `['spec', 'template']`; undefined if there is none, or null. */
export function valueAt(record: Value | undefined, path: readonly string[]): Value | undefined {
  const found = path.reduce<Value | undefined>(
    (value, name) => (isRecord(value) ? value[name] : undefined),
    record,
  );
  return found ?? undefined;
}
