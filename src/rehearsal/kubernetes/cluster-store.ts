import type { Asset, AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { ObjectKind } from './api-kinds';
import type { KubernetesObject } from './kubernetes-object';
import { isKubernetesObject, namespaceOf } from './kubernetes-object';

/** Types of assets that are inside a cluster and go with it. */
const INSIDE = /^(k8s\.io|helm\.sh)\//;

/** Full resource name of an object, formed as Cloud Asset Inventory forms it. */
export function objectName(
  cluster: AssetName,
  { group, plural }: ObjectKind,
  name: string,
  namespace?: string,
): AssetName {
  const place = namespace === undefined ? '' : `namespaces/${namespace}/`;
  return `${cluster}/k8s/${place}${group === '' ? '' : `${group}/`}${plural}/${name}`;
}

/** Full resource name of a namespace of a cluster. */
export const namespaceName = (cluster: AssetName, name: string): AssetName =>
  `${cluster}/k8s/namespaces/${name}`;

/** Removes all that is inside a cluster, which is being deleted: nothing waits for a finalizer then. */
export function removeAllOf(cloud: Cloud, cluster: AssetName): void {
  for (const asset of cloud.childrenOf(cluster).filter(({ type }) => INSIDE.test(type))) {
    for (const { name } of cloud.childrenOf(asset.name)) cloud.remove(name);
    cloud.remove(asset.name);
  }
}

/** The objects of one cluster, kept as assets of the cloud. */
export class ClusterStore {
  constructor(
    private readonly cloud: Cloud,
    private readonly cluster: AssetName,
  ) {}

  tryFind(name: AssetName): KubernetesObject | undefined {
    return objectIn(this.cloud.tryFind(name));
  }

  insert(kind: ObjectKind, object: KubernetesObject): void {
    const namespace = namespaceOf(object);
    const inNamespace = namespace === undefined ? undefined : namespaceName(this.cluster, namespace);
    // The namespaces that every cluster begins with are no assets.
    const parent =
      inNamespace !== undefined && this.cloud.tryFind(inNamespace) !== undefined ? inNamespace : this.cluster;
    const { project } = this.cloud.find(this.cluster);
    this.cloud.insert({
      name: objectName(this.cluster, kind, object.metadata.name, namespace),
      type: `k8s.io/${object.kind}`,
      parent,
      data: object,
      madeBy: 'terraform',
      ...(project === undefined ? {} : { project }),
    });
  }

  change(name: AssetName, object: KubernetesObject): void {
    this.cloud.change(name, { data: object });
  }

  remove(name: AssetName): void {
    this.cloud.remove(name);
  }

  /** Objects of a namespace. */
  inNamespace(namespace: string): readonly KubernetesObject[] {
    const asset = namespaceName(this.cluster, namespace);
    if (this.cloud.tryFind(asset) !== undefined) return this.objectsUnder(asset);
    return this.objectsUnder(this.cluster).filter((object) => namespaceOf(object) === namespace);
  }

  /** Objects of the whole cluster, namespaces among them. */
  clusterWide(): readonly KubernetesObject[] {
    return this.objectsUnder(this.cluster).filter((object) => namespaceOf(object) === undefined);
  }

  /** Every object. */
  all(): readonly KubernetesObject[] {
    return this.objectsUnder(this.cluster).flatMap((object) =>
      object.kind === 'Namespace' ? [object, ...this.inNamespace(object.metadata.name)] : [object],
    );
  }

  private objectsUnder(name: AssetName): readonly KubernetesObject[] {
    return this.cloud
      .childrenOf(name)
      .map(objectIn)
      .filter((object) => object !== undefined);
  }
}

function objectIn(asset: Asset | undefined): KubernetesObject | undefined {
  if (asset === undefined || !asset.type.startsWith('k8s.io/')) return undefined;
  return isKubernetesObject(asset.data) ? asset.data : undefined;
}
