import { setTimeout as pause } from 'node:timers/promises';
import type { AssetName } from '../../../rehearsal/cloud/asset';
import type { ObjectKind } from '../../../rehearsal/kubernetes/api-kinds';
import type { KubernetesApi } from '../../../rehearsal/kubernetes/kubernetes-api';
import { KubernetesError, unknownKind } from '../../../rehearsal/kubernetes/kubernetes-error';
import type { KubernetesObject, ObjectRef } from '../../../rehearsal/kubernetes/kubernetes-object';
import {
  isKubernetesObject,
  namespaceRef,
  refOf,
  valueAt,
} from '../../../rehearsal/kubernetes/kubernetes-object';
import type { Attributes, Value } from '../../../rehearsal/values/value';
import { isList, isRecord } from '../../../rehearsal/values/value';
import { discoveredKinds, kindsOfList } from './discovered-kinds';
import type { KubeAnswer, KubeConnection } from './kube-connection';
import type { StandingEffects } from './standing-effects';

/** Who owns the fields of what the rehearsal applies. */
const FIELD_MANAGER = 'practicum-rehearsal';
const APPLY = `?fieldManager=${FIELD_MANAGER}&force=true&fieldValidation=Strict`;
const APPLY_TYPE = { 'Content-Type': 'application/apply-patch+yaml' };

const LOOK_EVERY = 100;
/** Nobody releases an object later than this: no controller of a cloud runs. Milliseconds. */
const LONGEST_WAIT = 30_000;

/** The API of a real kube-apiserver, which stands for one cluster of the simulated cloud. */
export class RealCluster implements KubernetesApi {
  private readonly kinds = new Map<string, readonly ObjectKind[]>();

  constructor(
    readonly cluster: AssetName,
    private readonly connection: KubeConnection,
    private readonly effects: StandingEffects,
    private readonly longestWait = LONGEST_WAIT,
  ) {}

  async findKind(apiVersion: string, kind: string): Promise<ObjectKind | undefined> {
    const inThem = (kinds: readonly ObjectKind[] | undefined): ObjectKind | undefined =>
      kinds?.find((each) => each.kind === kind);
    const known = inThem(this.kinds.get(apiVersion));
    if (known !== undefined) return known;
    const { status, body } = await this.connection.request('GET', rootOf(apiVersion));
    const served = status === 200 && isRecord(body) ? kindsOfList(apiVersion, body) : [];
    this.kinds.set(apiVersion, served);
    return inThem(served);
  }

  async apply(object: KubernetesObject): Promise<KubernetesObject> {
    const path = await this.pathOf(refOf(object));
    const answer = await this.connection.request('PATCH', `${path}${APPLY}`, object, APPLY_TYPE);
    const applied = objectIn(answer);
    this.effects.applied(applied);
    if (object.kind === 'CustomResourceDefinition') await this.untilServed(object);
    return applied;
  }

  async get(ref: ObjectRef): Promise<KubernetesObject | undefined> {
    const kind = await this.findKind(ref.apiVersion, ref.kind);
    if (kind === undefined) return undefined;
    const answer = await this.connection.request('GET', pathIn(ref, kind));
    return answer.status === 404 ? undefined : objectIn(answer);
  }

  async delete(ref: ObjectRef): Promise<void> {
    const path = await this.pathOf(ref);
    const answer = await this.connection.request('DELETE', `${path}?propagationPolicy=Background`);
    if (answer.status >= 400) throw refusalIn(answer);
  }

  async list(namespace: string): Promise<readonly KubernetesObject[]> {
    const kinds = (await discoveredKinds(this.connection)).filter(({ namespaced }) => namespaced);
    const lists = await Promise.all(kinds.map((kind) => this.listed(kind, namespace)));
    return lists.flat();
  }

  async namespaceGone(name: string): Promise<boolean> {
    const isGone = (await this.get(namespaceRef(name))) === undefined;
    if (isGone) this.effects.gone(namespaceRef(name));
    return isGone;
  }

  async waitUntilGone(refs: readonly ObjectRef[], seconds: number): Promise<readonly KubernetesObject[]> {
    const end = performance.now() + Math.min(seconds * 1000, this.longestWait);
    let waiting = refs;
    for (;;) {
      const found = await Promise.all(waiting.map((ref) => this.get(ref)));
      waiting.filter((_, index) => found[index] === undefined).forEach((ref) => this.effects.gone(ref));
      waiting = waiting.filter((_, index) => found[index] !== undefined);
      if (waiting.length === 0 || performance.now() >= end) return found.filter((each) => each !== undefined);
      await pause(LOOK_EVERY);
    }
  }

  private async pathOf(ref: ObjectRef): Promise<string> {
    const kind = await this.findKind(ref.apiVersion, ref.kind);
    if (kind === undefined) throw unknownKind();
    return pathIn(ref, kind);
  }

  /** An API server takes a moment before it serves a kind that it was just told of. */
  private async untilServed(definition: KubernetesObject): Promise<void> {
    const end = performance.now() + this.longestWait;
    while (performance.now() < end) {
      const now = await this.get(refOf(definition));
      const conditions = valueAt(now, ['status', 'conditions']);
      const isServed = records(conditions).some(
        ({ type, status }) => type === 'Established' && status === 'True',
      );
      if (isServed) return;
      await pause(LOOK_EVERY);
    }
  }

  private async listed(kind: ObjectKind, namespace: string): Promise<readonly KubernetesObject[]> {
    const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
    const path = `${rootOf(apiVersion)}/namespaces/${namespace}/${kind.plural}`;
    const answer = await this.connection.request('GET', path);
    if (answer.status >= 400 || !isRecord(answer.body)) return [];
    return records(answer.body['items'])
      .map((item) => ({ ...item, apiVersion, kind: kind.kind }))
      .filter(isKubernetesObject);
  }
}

const rootOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

function pathIn({ apiVersion, namespace, name }: ObjectRef, { namespaced, plural }: ObjectKind): string {
  const place = namespaced ? `/namespaces/${namespace ?? 'default'}` : '';
  return `${rootOf(apiVersion)}${place}/${plural}/${encodeURIComponent(name)}`;
}

function objectIn(answer: KubeAnswer): KubernetesObject {
  if (answer.status >= 400 || typeof answer.body === 'string' || !isKubernetesObject(answer.body)) {
    throw refusalIn(answer);
  }
  return answer.body;
}

/** Why an API server refused; a field that a kind does not have is a fault of the object, not of the server. */
function refusalIn({ status, body }: KubeAnswer): KubernetesError {
  if (typeof body === 'string') return new KubernetesError({ status, reason: 'Unknown', message: body });
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const message = text('message');
  const isUntyped = status === 500 && message.startsWith('failed to create typed patch object');
  return new KubernetesError(
    isUntyped ? { status: 400, reason: 'BadRequest', message } : { status, reason: text('reason'), message },
  );
}

const records = (value: Value | undefined): readonly Attributes[] =>
  isList(value) ? value.filter(isRecord) : [];
