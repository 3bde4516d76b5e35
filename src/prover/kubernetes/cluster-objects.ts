import type { KubernetesDocument } from '../artifacts';
import type { Step } from '../finding';
import { textAt } from '../json-value';

/** The objects of one cluster, by kind and by namespace. */
export class ClusterObjects {
  private readonly byKind = new Map<string, KubernetesDocument[]>();
  private readonly byPlace = new Map<string, KubernetesDocument[]>();

  constructor(readonly all: readonly KubernetesDocument[]) {
    for (const document of all) {
      const kind = kindOf(document);
      append(this.byKind, kind, document);
      append(this.byPlace, `${kind} ${namespaceOf(document) ?? ''}`, document);
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
    return this.in(namespace, kind).find((document) => nameOf(document) === name);
  }
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

export const kindOf = ({ object }: KubernetesDocument): string => textAt(object, 'kind') ?? '';

export const nameOf = ({ object }: KubernetesDocument): string => textAt(object, 'metadata', 'name') ?? '';

export const namespaceOf = ({ object }: KubernetesDocument): string | undefined =>
  textAt(object, 'metadata', 'namespace');

/** API group of an object, empty for the core one. */
export function groupOf({ object }: KubernetesDocument): string {
  const version = textAt(object, 'apiVersion') ?? '';
  return version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
}

/** A step of a way that leads through an object. */
export const stepThrough = (document: KubernetesDocument, says: string): Step => ({
  file: document.file,
  object: [kindOf(document), [namespaceOf(document), nameOf(document)].filter(Boolean).join('/')].join(' '),
  says,
});
