import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { HelmError } from '../helm/helm-error';
import { ReleaseRecords } from '../helm/release-records';
import { uninstallRelease } from '../helm/uninstall-release';
import type { KubernetesApi } from '../kubernetes/kubernetes-api';
import type { ResourceKind } from '../provider/resource-kind';
import type { RememberedResource } from '../scenario/terraform-state';
import { requiredText } from '../values/read-value';
import type { Attributes, Value } from '../values/value';
import { isRecord } from '../values/value';

/** What someone did by hand, as a phrase; undefined if there was nothing to do it to. */
export type Drifted = string | undefined;

/** Where somebody does something by hand. */
export interface DriftGround {
  readonly cloud: Cloud;
  kindOf(type: string): ResourceKind | undefined;
  /** The API of a cluster that stands. */
  apiOf(cluster: AssetName): KubernetesApi;
}

/** Deletes or changes a resource behind Terraform's back: the first of `resources` that allows it. */
export async function drift(
  ground: DriftGround,
  change: 'delete' | 'change',
  resources: readonly RememberedResource[],
): Promise<Drifted> {
  const { cloud, kindOf } = ground;
  for (const { type, address, attributes } of resources) {
    const name = kindOf(type)?.assetName?.(attributes);
    if (name !== undefined && cloud.tryFind(name) !== undefined) {
      if (change === 'delete' && !isNeeded(cloud, name)) {
        for (const child of cloud.childrenOf(name)) cloud.remove(child.name);
        cloud.remove(name);
        return `deleted ${address}`;
      }
      const edited = change === 'change' ? turned(cloud.find(name).data) : undefined;
      if (edited !== undefined) {
        cloud.change(name, { data: edited });
        return `changed ${address}`;
      }
    }
    if (type === 'helm_release' && change === 'delete' && (await uninstall(ground, attributes)))
      return `deleted ${address}`;
    if (type.endsWith('_iam_binding') && takeOut(cloud, attributes, change)) return `${change}d ${address}`;
  }
  return undefined;
}

/** Whether other resources would go with it, which Terraform cannot bring back in one run. */
const isNeeded = (cloud: Cloud, name: AssetName): boolean =>
  cloud.childrenOf(name).some(({ madeBy }) => madeBy === 'terraform');

/** The same data with its first switch turned over. */
function turned(data: Attributes): Attributes | undefined {
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'boolean') return { ...data, [name]: !value };
    if (Array.isArray(value) && value.length === 1 && isRecord(value[0] as Value)) {
      const inner = turned(value[0] as Attributes);
      if (inner !== undefined) return { ...data, [name]: [inner] };
    }
  }
  return undefined;
}

/** Takes a binding, or one of its members, out of the policy that holds it. */
function takeOut(cloud: Cloud, { role, members }: Attributes, change: 'delete' | 'change'): boolean {
  const wanted = new Set(Array.isArray(members) ? members : []);
  for (const { name, policy } of cloud.list()) {
    const index = (policy?.bindings ?? []).findIndex(
      (binding) => binding.role === role && binding.members.every((member) => wanted.has(member)),
    );
    if (policy === undefined || index === -1) continue;
    const bindings = policy.bindings.flatMap((binding, at) => {
      if (at !== index) return [binding];
      return change === 'delete' ? [] : [{ ...binding, members: binding.members.slice(1) }];
    });
    cloud.change(name, { policy: { ...policy, etag: `${policy.etag}x`, bindings } });
    return true;
  }
  return false;
}

/** How long `helm uninstall --wait` waits, in seconds. */
const HELM_TIMEOUT = 300;

/**
 * Uninstalls a release, and its objects with it; whether there was one. The state does not say which cluster it is
 * in: of several releases with one name the first goes.
 */
async function uninstall({ cloud, apiOf }: DriftGround, { name, namespace }: Attributes): Promise<boolean> {
  const found = cloud
    .list()
    .filter(
      ({ type, data }) =>
        type === 'helm.sh/Release' && data['name'] === name && data['namespace'] === namespace,
    );
  for (const { parent, data } of found) {
    if (parent === undefined || cloud.tryFind(parent) === undefined) continue;
    const release = { name: requiredText(data, 'name'), namespace: requiredText(data, 'namespace') };
    const api = apiOf(parent);
    const records = new ReleaseRecords(cloud, api);
    if ((await records.history(release)).length === 0) continue;
    const request = { release, api, records, wait: true, timeoutSeconds: HELM_TIMEOUT };
    await uninstallRelease({ ...request, onTimeout: () => undefined }).catch(leftAsItIs);
    return true;
  }
  return false;
}

/** What Helm could not remove stays: nobody looks after it. */
function leftAsItIs(error: unknown): void {
  if (!(error instanceof HelmError)) throw error;
}
