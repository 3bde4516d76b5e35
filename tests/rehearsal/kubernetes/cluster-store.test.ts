import { removeAllOf } from '../../../src/rehearsal/kubernetes/cluster-store';
import { CLUSTER, configMap, namespace, sampleCluster } from './sample-cluster';

test('A cluster that is deleted takes all that is inside with it, also what a finalizer holds', async () => {
  const { api, cloud, effects } = sampleCluster();
  await api.apply(namespace('lab'));
  await api.apply(configMap('a', {}, { finalizers: ['example.edu/keep'] }));
  await api.apply(configMap('a', {}, { namespace: 'default' }));
  await api.apply({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'lab' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });
  removeAllOf(cloud, CLUSTER);
  expect(cloud.list().map(({ name }) => name)).toEqual([CLUSTER]);
  // Real GKE leaves what its controllers made: nobody is there to remove it.
  expect([...effects.values()].map(({ kind }) => kind)).toEqual(['disk']);
});

test('What is not inside a cluster stays when its content goes', () => {
  const { cloud } = sampleCluster();
  const pool = `${CLUSTER}/nodePools/lab` as const;
  cloud.insert({
    name: pool,
    type: 'container.googleapis.com/NodePool',
    parent: CLUSTER,
    data: {},
    madeBy: 'terraform',
  });
  removeAllOf(cloud, CLUSTER);
  expect(cloud.tryFind(pool)).toBeDefined();
});
