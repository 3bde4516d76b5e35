import type { Asset } from '../../../src/rehearsal/cloud/asset';
import { tenantFinder } from '../../../src/rehearsal/scenario/tenant-of-asset';
import { clusterName, projectName } from '../../../src/rehearsal/provider/cloud-names';
import { AMARAS_BUCKET, CELL_ASSETS, CLUSTER, TENANTS, asset, labelled, object, ownProject } from './tenants';

const tenantOf = (one: Asset): string | undefined => tenantFinder([...CELL_ASSETS, one], TENANTS)(one);

test.each<[string, Asset]>([
  ['by the label that Google has', asset('//storage.googleapis.com/other', labelled('amara-abara'))],
  ['by the namespace that it stands in', object('amara-abara')],
  ['as the namespace itself', asset(`${CLUSTER}/k8s/namespaces/amara-abara`)],
  [
    'by the release that it is named after',
    asset(`${CLUSTER}/k8s/namespaces/practicum-system/helm.sh/releases/amara-abara`),
  ],
  [
    'by the bucket that it lies in',
    asset(`${AMARAS_BUCKET}/objects/data.csv`, { parent: AMARAS_BUCKET, project: 'w255-c1' }),
  ],
])('An asset is a tenant’s %s', (_, one) => expect(tenantOf(one)).toBe('amara-abara'));

test('What has no label in a tenant’s own project is theirs, and in their own cluster all objects', () => {
  const [project, service] = ownProject('bruno-berg');
  const cluster = asset(clusterName('w255-bruno-berg', 'us-west1', 'labs'), { project: 'w255-bruno-berg' });
  const gateway = asset(`${cluster.name}/k8s/namespaces/practicum-system/gateways/labs`, {
    parent: cluster.name,
  });
  const find = tenantFinder([project!, service!, cluster, gateway], TENANTS);
  expect([project!, service!, cluster, gateway].map(find)).toEqual(Array(4).fill('bruno-berg'));
});

test.each<[string, Asset]>([
  ['The cell’s project', CELL_ASSETS[0]!],
  ['The cell’s cluster', CELL_ASSETS[1]!],
  [
    'What is in the cell’s project without a label',
    asset('//dns.googleapis.com/zone', { project: 'w255-c1' }),
  ],
  ['A namespace of nobody', object('practicum-system')],
  ['A bucket that only looks like a tenant’s', asset('//storage.googleapis.com/amara-abara')],
  [
    'A cluster that is called like a tenant',
    asset(clusterName('w255-c1', 'us-west1', 'amara-abara'), { project: 'w255-c1' }),
  ],
  [
    'Labels that only Terraform knows',
    asset('//storage.googleapis.com/b', { data: { labels: { 'practicum-tenant': 'amara-abara' } } }),
  ],
  ['A project that says it is in itself', asset(projectName('p'), { project: 'p' })],
])('%s is no tenant’s', (_, one) => expect(tenantOf(one)).toBeUndefined());
