import type { Asset, AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { ClusterSideEffect } from '../kubernetes/side-effects';
import { textAt } from '../values/read-value';
import { computeName, computeSelfLink, networkOf } from './compute-resource';
import { isZone } from './place-attributes';

/** What a cluster's controllers made in the project, outside the cluster. */
export interface RecordedSideEffect extends ClusterSideEffect {
  /** Address that a forwarding rule listens on, which then cannot be deleted. */
  readonly address?: string;
}

/** Type in Cloud Asset Inventory and place in Compute Engine; whether a network cannot be deleted because of it. */
const FORMS = {
  disk: { type: 'Disk', collection: 'disks', place: 'zone', holdsNetwork: false },
  'forwarding rule': {
    type: 'ForwardingRule',
    collection: 'forwardingRules',
    place: 'global',
    holdsNetwork: true,
  },
  'network endpoint group': {
    type: 'NetworkEndpointGroup',
    collection: 'networkEndpointGroups',
    place: 'zone',
    holdsNetwork: true,
  },
  'firewall rule': { type: 'Firewall', collection: 'firewalls', place: 'global', holdsNetwork: true },
} as const satisfies Record<ClusterSideEffect['kind'], object>;

function sideEffectName(cluster: Asset, { kind, name }: Pick<ClusterSideEffect, 'kind' | 'name'>): AssetName {
  const { collection, place } = FORMS[kind];
  const location = textAt(cluster.data, 'location') ?? '';
  const zone = isZone(location) ? location : `${location}-a`;
  return computeName(cluster.project!, place === 'zone' ? zone : 'global', collection, name);
}

/**
 * Puts into the project what a controller of the cluster makes for a PVC, Service, Gateway or Ingress. Twice is
 * once. It stays when the cluster goes, unless it was taken away before: real GKE leaves it too.
 * @see https://github.com/kubernetes/ingress-gce/issues/1195 (2026-11)
 */
export function recordClusterSideEffect(cloud: Cloud, cluster: AssetName, effect: RecordedSideEffect): Asset {
  const owner = cloud.find(cluster);
  const name = sideEffectName(owner, effect);
  const standing = cloud.tryFind(name);
  if (standing !== undefined && textAt(standing.data, 'cluster') === cluster) return standing;
  const form = FORMS[effect.kind];
  const network = networkOf(owner.data, { project: owner.project! });
  return cloud.insert({
    name,
    type: `compute.googleapis.com/${form.type}`,
    project: owner.project!,
    ...(form.holdsNetwork ? { parent: network } : {}),
    data: {
      name: effect.name,
      self_link: computeSelfLink(name),
      cluster,
      why: effect.why,
      ...(form.holdsNetwork ? { network: computeSelfLink(network) } : {}),
      ...(effect.address === undefined ? {} : { address: effect.address }),
    },
    madeBy: 'google',
  });
}

/** Takes away what a controller cleans up when its PVC, Service, Gateway or Ingress goes; nothing if it is gone. */
export function removeClusterSideEffect(
  cloud: Cloud,
  cluster: AssetName,
  effect: Pick<ClusterSideEffect, 'kind' | 'name'>,
): void {
  const owner = cloud.tryFind(cluster);
  // Without the cluster there is no controller, and what it made stays.
  if (owner === undefined) return;
  const name = sideEffectName(owner, effect);
  if (textAt(cloud.tryFind(name)?.data ?? {}, 'cluster') === cluster) cloud.remove(name);
}
