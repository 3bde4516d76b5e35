import { NAMES } from '../expected-names';
import { grouped } from '../grouped';
import type { Json } from '../json-value';
import { at, isMap, labelsAt } from '../json-value';
import { selects } from '../kubernetes/label-selector';
import type { ClusterWorld } from '../world';
import type { NetworkClass } from './network-classes';

/** Namespaces of a cluster that no tenant has; the last stands for any that is made later. */
const STAFF_NAMESPACES = [
  'practicum-system',
  'practicum-monitoring',
  'kube-system',
  'default',
  'kube-public',
  'kube-node-lease',
  'gmp-system',
  'gmp-public',
  'gke-managed-system',
  'istio-ingress',
  'istio-system',
  'a-namespace-made-later',
] as const;

/** Which namespaces of a cluster the selectors of network policies take. */
export class ForeignNamespaces {
  private readonly taken: ReadonlyMap<string, readonly string[]>;

  /**
   * Tenants' namespaces are told apart only by which of the selectors take them: the truth of every selector on
   * a namespace is all that a policy elsewhere can know of it, since only staff write its labels.
   */
  constructor(cluster: ClusterWorld, classes: readonly NetworkClass[]) {
    const selectors = new Map<string, Json>();
    for (const { peer } of classes.flatMap(({ allowances }) => allowances)) {
      const selector = isMap(peer) ? peer['namespaceSelector'] : undefined;
      if (selector !== undefined) selectors.set(JSON.stringify(selector), selector);
    }
    const truths = ({ namespace }: { namespace: string }): string => {
      const labels = labelsOf(cluster, namespace);
      return [...selectors.values()].map((each) => Number(selects(each, labels))).join('');
    };
    const groups = [...grouped(cluster.places, truths)];
    this.classes = groups.length;
    this.taken = new Map(
      [...selectors.keys()].map((key, index) => [
        key,
        groups.flatMap(([truth, places]) =>
          truth[index] === '1' ? places.map(({ namespace }) => namespace) : [],
        ),
      ]),
    );
  }

  readonly classes: number;

  /** Tenants' namespaces that a selector takes. */
  tenants(selector: Json): readonly string[] {
    return this.taken.get(JSON.stringify(selector)) ?? [];
  }

  /** Other namespaces that it takes. */
  staff(selector: Json): readonly string[] {
    return STAFF_NAMESPACES.filter((name) => selects(selector, { [NAMES.namespaceNameLabel]: name }));
  }
}

/** Labels of a namespace; that with its name is Kubernetes' own. */
function labelsOf({ objects }: ClusterWorld, name: string): Readonly<Record<string, string>> {
  const labels = labelsAt(objects.tryFind('Namespace', name)?.object, 'metadata', 'labels');
  return { ...labels, [NAMES.namespaceNameLabel]: name };
}

/** What a peer says of namespaces, if it says anything. */
export const namespaceSelectorOf = (peer: Json | undefined): Json | undefined =>
  at(peer, 'namespaceSelector');
