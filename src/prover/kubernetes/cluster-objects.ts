import type { KubernetesDocument } from '../artifacts';
import type { Step } from '../finding';
import type { JsonMap } from '../json-value';
import { textAt } from '../json-value';
import { onceForEach } from '../once-for-each';

/** The objects of one cluster, by kind and by namespace. */
export class ClusterObjects {
  private readonly byKind = new Map<string, KubernetesDocument[]>();
  private readonly byPlace = new Map<string, KubernetesDocument[]>();
  /** The first of each name. */
  private readonly byName = new Map<string, KubernetesDocument>();

  constructor(readonly all: readonly KubernetesDocument[]) {
    for (const document of all) {
      const kind = kindOf(document);
      append(this.byKind, kind, document);
      const place = `${kind} ${namespaceOf(document) ?? ''}`;
      append(this.byPlace, place, document);
      const name = `${place} ${nameOf(document)}`;
      if (!this.byName.has(name)) this.byName.set(name, document);
    }
  }

  ofKind(kind: string): readonly KubernetesDocument[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Objects of a kind in a namespace; without one, those that stand in none. */
  in(namespace: string | undefined, kind: string): readonly KubernetesDocument[] {
    return this.byPlace.get(`${kind} ${namespace ?? ''}`) ?? [];
  }

  tryFind(kind: string, name: string, namespace?: string): KubernetesDocument | undefined {
    return this.byName.get(`${kind} ${namespace ?? ''} ${name}`);
  }
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** What an object is called, which is asked of each again and again. */
const called = onceForEach((object: JsonMap) => {
  const kind = textAt(object, 'kind') ?? '';
  const name = textAt(object, 'metadata', 'name') ?? '';
  const namespace = textAt(object, 'metadata', 'namespace');
  const version = textAt(object, 'apiVersion') ?? '';
  return {
    kind,
    name,
    namespace,
    group: version.includes('/') ? version.slice(0, version.indexOf('/')) : '',
    id: `${kind} ${[namespace, name].filter(Boolean).join('/')}`,
  };
});

export const kindOf = ({ object }: KubernetesDocument): string => called(object).kind;

export const nameOf = ({ object }: KubernetesDocument): string => called(object).name;

export const namespaceOf = ({ object }: KubernetesDocument): string | undefined => called(object).namespace;

/** API group of an object, empty for the core one. */
export const groupOf = ({ object }: KubernetesDocument): string => called(object).group;

/** `<kind> <namespace>/<name>`, or `<kind> <name>` of what stands in no namespace. */
export const idOf = ({ object }: KubernetesDocument): string => called(object).id;

/** A step of a way that leads through an object. */
export const stepThrough = (document: KubernetesDocument, says: string): Step => ({
  file: document.file,
  object: idOf(document),
  says,
});
