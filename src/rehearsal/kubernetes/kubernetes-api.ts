import type { AssetName } from '../cloud/asset';
import type { ObjectKind } from './api-kinds';
import type { KubernetesObject, ObjectRef } from './kubernetes-object';

/** The API of one cluster, simulated or real. Calls that it refuses throw KubernetesError. */
export interface KubernetesApi {
  /** Asset of the cluster. */
  readonly cluster: AssetName;
  /** The kind of that name, if the cluster serves it now. */
  findKind(apiVersion: string, kind: string): Promise<ObjectKind | undefined>;
  /** Makes the object be as given: fields that were applied before and are not given now go. */
  apply(object: KubernetesObject): Promise<KubernetesObject>;
  get(ref: ObjectRef): Promise<KubernetesObject | undefined>;
  /** Asks for deletion; finalizers may hold the object. 404 if it is not there. */
  delete(ref: ObjectRef): Promise<void>;
  /** All objects in a namespace. */
  list(namespace: string): Promise<readonly KubernetesObject[]>;
  namespaceGone(name: string): Promise<boolean>;
  /** Waits until the objects are gone, at most `seconds` of real time; those that are still there then. */
  waitUntilGone(refs: readonly ObjectRef[], seconds: number): Promise<readonly KubernetesObject[]>;
}
