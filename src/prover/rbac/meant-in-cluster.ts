import type { ClusterRecord } from '../cohort-record';
import type { Holder } from './meant-permissions';
import { meantPermissions } from './meant-permissions';
import type { Permission } from './permission';

/** What each kind of person holds in a place. */
export type Meant = Readonly<Record<Holder, readonly Permission[]>>;

/** Whether workflows of Argo are kinds of the cluster. */
export const hasWorkflows = ({ charts }: Pick<ClusterRecord, 'charts'>): boolean =>
  charts.some(({ id }) => id === 'argo-workflows-crds');

/** What is meant in a cluster, worked out once for all that are alike. */
export function meantByCluster(taReadsSecrets: boolean): (cluster: ClusterRecord) => Meant {
  const known = new Map<string, Meant>();
  return (cluster) => {
    const brought = { mesh: cluster.mesh, workflows: hasWorkflows(cluster) };
    const key = JSON.stringify(brought);
    const meant = known.get(key) ?? meantPermissions(taReadsSecrets, brought);
    known.set(key, meant);
    return meant;
  };
}
