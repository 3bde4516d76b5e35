import type { Asset, AssetName } from '../../../src/rehearsal/cloud/asset';
import { clusterName, projectName } from '../../../src/rehearsal/provider/cloud-names';

/** The handles of two places. */
export const TENANTS = new Set(['amara-abara', 'bruno-berg']);

const CELL = 'w255-c1';
export const CLUSTER = clusterName(CELL, 'us-west1', 'w255-c1');
export const AMARAS_BUCKET: AssetName = '//storage.googleapis.com/w255-amara-abara-data';

/** What stands, with as little as its kind has. */
export const asset = (name: AssetName, more: Partial<Asset> = {}): Asset => ({
  name,
  type: 'storage.googleapis.com/Bucket',
  data: {},
  madeBy: 'terraform',
  created: 0,
  ...more,
});

/** Labels as Google knows them. */
export const labelled = (tenant: string): Pick<Asset, 'data'> => ({
  data: { effective_labels: { 'managed-by': 'practicum', 'practicum-tenant': tenant } },
});

/** An object in the cell's cluster, in a namespace. */
export const object = (namespace: string, name = 'configmaps/notes'): Asset =>
  asset(`${CLUSTER}/k8s/namespaces/${namespace}/${name}`, { type: 'k8s.io/ConfigMap', parent: CLUSTER });

/** A tenant's own project, and what is in it without a label. */
export const ownProject = (handle: string): readonly Asset[] => [
  asset(projectName(`w255-${handle}`), labelled(handle)),
  asset(`//serviceusage.googleapis.com/projects/w255-${handle}/services/iam.googleapis.com`, {
    project: `w255-${handle}`,
  }),
];

/** The cell's project and cluster, and a bucket of the first tenant in that project. */
export const CELL_ASSETS: readonly Asset[] = [
  asset(projectName(CELL)),
  asset(CLUSTER, { project: CELL, data: { initial_node_count: 1 } }),
  asset(AMARAS_BUCKET, { project: CELL, ...labelled('amara-abara') }),
];
