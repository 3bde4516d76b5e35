import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { ResourceKind } from '../provider/resource-kind';
import type { RememberedResource } from '../scenario/terraform-state';
import type { Attributes, Value } from '../values/value';
import { isRecord } from '../values/value';

/** What someone did by hand, as a phrase; undefined if there was nothing to do it to. */
export type Drifted = string | undefined;

/** Deletes or changes a resource behind Terraform's back: the first of `resources` that allows it. */
export function drift(
  cloud: Cloud,
  change: 'delete' | 'change',
  resources: readonly RememberedResource[],
  kindOf: (type: string) => ResourceKind | undefined,
): Drifted {
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
    if (type === 'helm_release' && change === 'delete' && forgetRelease(cloud, attributes))
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

/** Takes away all that Helm remembers of a release; its objects stay. */
function forgetRelease(cloud: Cloud, { name, namespace }: Attributes): boolean {
  const records = cloud
    .list()
    .filter(
      ({ type, data }) =>
        type === 'helm.sh/Release' && data['name'] === name && data['namespace'] === namespace,
    );
  for (const record of records) cloud.remove(record.name);
  return records.length > 0;
}
