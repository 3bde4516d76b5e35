import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { computeName } from '../google/compute-resource';
import { recordClusterSideEffect, removeClusterSideEffect } from '../google/gke-leftovers';
import { textAt } from '../values/read-value';
import type { ClusterSideEffects } from './side-effects';

/** Side effects of one cluster as assets of its project. */
export function recordedSideEffects(cloud: Cloud, cluster: AssetName): ClusterSideEffects {
  return {
    appear: ({ reservedAddress, ...effect }) => {
      const address = reservedAddress === undefined ? undefined : addressOf(cloud, cluster, reservedAddress);
      recordClusterSideEffect(cloud, cluster, { ...effect, ...(address === undefined ? {} : { address }) });
    },
    disappear: (effect) => removeClusterSideEffect(cloud, cluster, effect),
  };
}

/** The global address of that name in the cluster's project, if it is reserved. */
function addressOf(cloud: Cloud, cluster: AssetName, name: string): string | undefined {
  const { project } = cloud.find(cluster);
  const reserved = cloud.tryFind(computeName(project!, 'global', 'addresses', name));
  return reserved === undefined ? undefined : textAt(reserved.data, 'address');
}
