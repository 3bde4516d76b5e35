import type { KubernetesObject, ObjectRef } from '../../../rehearsal/kubernetes/kubernetes-object';
import { objectKey, refOf } from '../../../rehearsal/kubernetes/kubernetes-object';
import type { ClusterSideEffect, ClusterSideEffects } from '../../../rehearsal/kubernetes/side-effects';
import { sideEffectsOf } from '../../../rehearsal/kubernetes/side-effects';

interface Standing {
  readonly namespace: string | undefined;
  readonly effects: readonly ClusterSideEffect[];
}

/** Side effects of a real cluster's objects, which no controller of Google makes there. */
export class StandingEffects {
  private readonly standing = new Map<string, Standing>();

  constructor(private readonly effects: ClusterSideEffects) {}

  applied(object: KubernetesObject): void {
    const ref = refOf(object);
    const had = this.standing.get(objectKey(ref))?.effects ?? [];
    const has = sideEffectsOf(object);
    const names = (list: readonly ClusterSideEffect[]): ReadonlySet<string> =>
      new Set(list.map(({ name }) => name));
    for (const effect of has.filter(({ name }) => !names(had).has(name))) this.effects.appear(effect);
    for (const effect of had.filter(({ name }) => !names(has).has(name))) this.effects.disappear(effect);
    if (has.length > 0) this.standing.set(objectKey(ref), { namespace: ref.namespace, effects: has });
    else this.standing.delete(objectKey(ref));
  }

  /** The object is gone; with a namespace goes all that was in it. */
  gone(ref: ObjectRef): void {
    for (const [key, { namespace, effects }] of this.standing) {
      const isInside = ref.kind === 'Namespace' && namespace === ref.name;
      if (key !== objectKey(ref) && !isInside) continue;
      for (const effect of effects) this.effects.disappear(effect);
      this.standing.delete(key);
    }
  }
}
