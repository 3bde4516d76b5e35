import type { Region } from '../config/regions';
import type { CellPlan, ShardPlan } from './cohort-plan';
import { poolsOf } from './gpu-pool';
import { inCluster } from './lab-nodes';

/**
 * GB of balanced and SSD disks, all together, that Google gives a new project in a region without being asked.
 * @see https://cloud.google.com/compute/resource-usage (SSD_TOTAL_GB, read 2026-11; as told of new projects by many)
 */
const UNASKED_GB = 500;

/** What people must ask Google for: nodes that find no disk do not come, and nobody notices before the class. */
export const diskNotices = (
  cells: readonly CellPlan[],
  shards: readonly ShardPlan[],
  region: Region,
): readonly string[] =>
  cells.flatMap(({ number, project, cluster }) => {
    if (cluster === undefined) return [];
    const nodes = poolsOf(cluster).reduce((sum, { maxNodes, diskGb }) => sum + maxNodes * diskGb, 0);
    const places = inCluster(shards.flatMap(({ cell, tenants }) => (cell === number ? tenants : [])));
    const claims = [
      ...places.map(({ quota }) => quota.storage),
      ...(cluster.monitoring.collector === 'in-cluster' ? [cluster.monitoring.retention.disk] : []),
    ].reduce((sum, { gibi }) => sum + gibi, 0);
    const gb = Math.ceil(nodes + claims);
    return gb <= UNASKED_GB
      ? []
      : [
          `the disks of cell ${number} may come to ${gb} GB, ${nodes} of them those of nodes, and Google may give a new project as few as ${UNASKED_GB}: ask for the quota SSD_TOTAL_GB of ${region} in ${project.id} as soon as it stands, days before the first class`,
        ];
  });
