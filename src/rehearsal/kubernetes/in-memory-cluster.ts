import { createHash } from 'node:crypto';
import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { isoInstant } from '../cloud/iso-instant';
import type { Attributes } from '../values/value';
import type { ObjectKind } from './api-kinds';
import { BUILT_IN_NAMESPACES } from './api-kinds';
import type { ServedKind } from './cluster-kinds';
import { ClusterKinds } from './cluster-kinds';
import { ClusterStore, namespaceName, objectName } from './cluster-store';
import { customKinds } from './custom-kinds';
import type { KindSchemas } from './field-schema';
import type { KubernetesApi } from './kubernetes-api';
import { forbiddenObject, objectNotFound, unknownKind } from './kubernetes-error';
import type { KubernetesObject, ObjectRef } from './kubernetes-object';
import { finalizersOf, groupOf, isBeingDeleted, namespaceRef, refOf } from './kubernetes-object';
import { checkChange, checkObject, inItsScope } from './object-checks';
import { sameValue } from './same-value';
import type { ClusterSideEffects } from './side-effects';
import { NO_SIDE_EFFECTS, sideEffectsOf } from './side-effects';

export interface InMemoryClusterProps {
  readonly cloud: Cloud;
  /** Asset of the cluster, which stands. */
  readonly cluster: AssetName;
  readonly schemas: KindSchemas;
  /** @default - they are forgotten */
  readonly effects?: ClusterSideEffects;
}

/**
 * A Kubernetes API without a cluster: it keeps objects and refuses what the real one would refuse for its
 * structure. Nothing runs in it, no quota is counted and no admission policy is asked.
 */
export class InMemoryCluster implements KubernetesApi {
  readonly cluster: AssetName;
  private readonly cloud: Cloud;
  private readonly store: ClusterStore;
  private readonly kinds: ClusterKinds;
  private readonly effects: ClusterSideEffects;

  constructor({ cloud, cluster, schemas, effects }: InMemoryClusterProps) {
    this.cluster = cluster;
    this.cloud = cloud;
    this.store = new ClusterStore(cloud, cluster);
    this.kinds = new ClusterKinds(cloud, cluster, this.store, schemas);
    this.effects = effects ?? NO_SIDE_EFFECTS;
  }

  async findKind(apiVersion: string, kind: string): Promise<ObjectKind | undefined> {
    return this.kinds.tryFind(apiVersion, kind)?.kind;
  }

  async apply(given: KubernetesObject): Promise<KubernetesObject> {
    const served = this.served(given.apiVersion, given.kind);
    const object = inItsScope(given, served.kind);
    const name = this.nameOf(served.kind, refOf(object));
    const before = this.store.tryFind(name);
    checkObject(object, served, () => this.needNamespace(served, object, before !== undefined));
    if (before === undefined) return this.insert(served, object, name);
    checkChange(before, object, served.kind);
    return this.change(before, object, name);
  }

  async get(ref: ObjectRef): Promise<KubernetesObject | undefined> {
    return this.find(ref);
  }

  async delete(ref: ObjectRef): Promise<void> {
    const { kind } = this.served(ref.apiVersion, ref.kind);
    if (kind.kind === 'Namespace' && BUILT_IN_NAMESPACES.has(ref.name)) {
      throw forbiddenObject(kind, ref.name, 'this namespace may not be deleted');
    }
    const object = this.find(ref);
    if (object === undefined) throw objectNotFound(kind, ref.name);
    this.end(object);
  }

  async list(namespace: string): Promise<readonly KubernetesObject[]> {
    return this.store.inNamespace(namespace);
  }

  async namespaceGone(name: string): Promise<boolean> {
    return this.find(namespaceRef(name)) === undefined;
  }

  /** Does not wait: nobody else is there who could release an object. */
  async waitUntilGone(refs: readonly ObjectRef[]): Promise<readonly KubernetesObject[]> {
    return refs.map((ref) => this.find(ref)).filter((object) => object !== undefined);
  }

  private served(apiVersion: string, kind: string): ServedKind {
    const served = this.kinds.tryFind(apiVersion, kind);
    if (served === undefined) throw unknownKind();
    return served;
  }

  private find(ref: ObjectRef): KubernetesObject | undefined {
    const served = this.kinds.tryFind(ref.apiVersion, ref.kind);
    return served === undefined ? undefined : this.store.tryFind(this.nameOf(served.kind, ref));
  }

  private nameOf(kind: ObjectKind, { name, namespace }: ObjectRef): AssetName {
    return objectName(this.cluster, kind, name, kind.namespaced ? namespace : undefined);
  }

  private needNamespace({ kind }: ServedKind, object: KubernetesObject, exists: boolean): void {
    const { namespace, name } = refOf(object);
    if (namespace === undefined || BUILT_IN_NAMESPACES.has(namespace)) return;
    const place = this.store.tryFind(namespaceName(this.cluster, namespace));
    if (place === undefined) throw objectNotFound(this.served('v1', 'Namespace').kind, namespace);
    if (exists || !isBeingDeleted(place)) return;
    const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
    throw forbiddenObject(kind, name, why);
  }

  private insert({ kind }: ServedKind, object: KubernetesObject, name: AssetName): KubernetesObject {
    const made = withServerFields(object, {
      uid: uidOf(name, this.cloud.now),
      creationTimestamp: isoInstant(this.cloud.now),
    });
    this.store.insert(kind, made);
    for (const effect of sideEffectsOf(made)) this.effects.appear(effect);
    return made;
  }

  private change(before: KubernetesObject, object: KubernetesObject, name: AssetName): KubernetesObject {
    const { uid = null, creationTimestamp = null, deletionTimestamp } = before.metadata;
    const ending = deletionTimestamp === undefined ? {} : { deletionTimestamp };
    const after = withServerFields(object, { uid, creationTimestamp, ...ending });
    if (!sameValue(before, after)) this.store.change(name, after);
    const had = sideEffectsOf(before);
    const has = sideEffectsOf(after);
    for (const effect of has.filter((each) => !had.some(sameName(each)))) this.effects.appear(effect);
    for (const effect of had.filter((each) => !has.some(sameName(each)))) this.effects.disappear(effect);
    if (isBeingDeleted(after)) this.finish(after);
    return after;
  }

  /** Begins to delete an object, and all that goes with it. */
  private end(object: KubernetesObject): void {
    if (!isBeingDeleted(object)) {
      const deletionTimestamp = isoInstant(this.cloud.now);
      const ending = withServerFields(object, { deletionTimestamp });
      const status = object.kind === 'Namespace' ? { status: { phase: 'Terminating' } } : {};
      this.store.change(this.nameIn(object), { ...ending, ...status });
    }
    for (const content of this.contentOf(object)) this.end(content);
    this.finish(this.find(refOf(object)));
  }

  /** What is deleted with an object: what is in a namespace, what is of a kind. */
  private contentOf(object: KubernetesObject): readonly KubernetesObject[] {
    if (object.kind === 'Namespace') return this.store.inNamespace(object.metadata.name);
    if (object.kind !== 'CustomResourceDefinition') return [];
    const kinds = customKinds(object).map(({ kind }) => kind);
    return this.store
      .all()
      .filter(({ kind, apiVersion }) =>
        kinds.some((each) => each.kind === kind && each.group === groupOf(apiVersion)),
      );
  }

  /** Removes an object that is being deleted and that nothing holds any more. */
  private finish(object: KubernetesObject | undefined): void {
    if (object === undefined || finalizersOf(object).length > 0) return;
    if (this.contentOf(object).length > 0) return;
    this.store.remove(this.nameIn(object));
    for (const effect of sideEffectsOf(object)) this.effects.disappear(effect);
    const { namespace } = refOf(object);
    const place = namespace === undefined ? undefined : this.find(namespaceRef(namespace));
    if (place !== undefined && isBeingDeleted(place)) this.finish(place);
  }

  private nameIn(object: KubernetesObject): AssetName {
    return this.nameOf(this.served(object.apiVersion, object.kind).kind, refOf(object));
  }
}

const withServerFields = (object: KubernetesObject, fields: Attributes): KubernetesObject => ({
  ...object,
  metadata: { ...object.metadata, ...fields },
});

const sameName =
  ({ name }: { readonly name: string }) =>
  (other: { readonly name: string }): boolean =>
    other.name === name;

/** An id that no other object has, and that is the same in every rehearsal. */
function uidOf(name: AssetName, now: number): string {
  const hex = createHash('sha256').update(`${name} ${now}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
