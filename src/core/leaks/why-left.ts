import type { InventoryItem } from './inventory-item';
import type { KubernetesOrigin } from './kubernetes-origin';
import { tryFindOrigin } from './kubernetes-origin';
import { kindOf } from './leftover-kinds';
import { visible } from './visible-text';

/** What in Compute Engine listens for a Service or Gateway, or leads to its pods. */
const LOAD_BALANCING = 'deleting a cluster does not delete its load balancers';

/** Why an item is still there, in a sentence without a dot; `clusterStands` in its project. */
export function whyLeft(item: InventoryItem, clusterStands: boolean): string {
  const origin = tryFindOrigin(item);
  if (origin === undefined) return kindOf(item)?.why ?? 'nothing here knows this type';
  const made = madeFor(origin);
  if (clusterStands) return `${made}; its cluster still stands and takes it away with the namespace`;
  switch (item.name.collection) {
    case 'disks':
      return origin.kind === 'node'
        ? `${made}; it was detached when its node went`
        : `${made}; deleting a cluster does not delete the disks of its claims`;
    case 'snapshots':
      return `${made}; a snapshot outlives its disk and its cluster`;
    case 'networkEndpointGroups':
      return `${made}; deleting a cluster does not delete its network endpoint groups`;
    case 'firewalls':
      return `${made}; deleting a cluster does not delete firewall rules, which keep the network`;
    default:
      return origin.kind === 'node' ? `${made}; it went astray when the cluster was deleted` : `${made}; ${LOAD_BALANCING}`; // prettier-ignore
  }
}

function madeFor({ kind, namespace, name }: KubernetesOrigin): string {
  if (kind === 'node') return 'GKE made it for the nodes of a cluster';
  const named = namespace === undefined ? '' : ` ${namespace}/${name ?? '…'}`;
  const article = /^[AEIOU]/.test(kind) ? 'an' : 'a';
  return named === ''
    ? `GKE made it for ${article} ${visible(kind)}`
    : `GKE made it for ${visible(kind)}${visible(named)}`;
}
