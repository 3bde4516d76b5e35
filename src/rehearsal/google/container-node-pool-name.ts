import type { AssetName } from '../cloud/asset';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { poolCluster } from './container-cluster-name';
import { stableHex } from './stable-value';

/** Name of a node pool: its own, or the prefix and something that follows from the cluster. */
export function poolName(attributes: Attributes, provider: Attributes): string {
  const name = textAt(attributes, 'name');
  if (name) return name;
  return `${textAt(attributes, 'name_prefix') ?? ''}${stableHex(poolCluster(attributes, provider), 12)}`;
}

/** Full resource name of a node pool. */
export const poolNameOf = (attributes: Attributes, provider: Attributes): AssetName =>
  `${poolCluster(attributes, provider)}/nodePools/${poolName(attributes, provider)}`;
