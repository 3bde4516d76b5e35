import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import type { CloudChange } from '../../../src/rehearsal/cloud/cloud-change';
import { namespaceRef, refOf } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { SampleCluster } from './sample-cluster';
import {
  START,
  apiIn,
  configMap,
  inLab,
  insertCluster,
  namespace,
  refusalOf,
  sampleCluster,
} from './sample-cluster';

const HELD = { finalizers: ['example.edu/keep'] };

let cluster: SampleCluster;

beforeEach(async () => {
  cluster = sampleCluster();
  await cluster.api.apply(namespace('lab'));
});

test('An object needs its namespace', async () => {
  const elsewhere = configMap('a', {}, { namespace: 'nowhere' });
  expect(await refusalOf(cluster.api.apply(elsewhere))).toBe('404 NotFound: namespaces "nowhere" not found');
});

test('A namespaced object without a namespace is refused', async () => {
  expect(await refusalOf(cluster.api.apply(configMap('a', {}, { namespace: '' })))).toBe(
    '400 BadRequest: an empty namespace may not be set during creation',
  );
});

test('Namespaces that every cluster begins with are there, and cannot be deleted', async () => {
  await cluster.api.apply(configMap('a', {}, { namespace: 'default' }));
  expect((await cluster.api.list('default')).map(({ metadata }) => metadata.name)).toEqual(['a']);
  expect(await refusalOf(cluster.api.delete(namespaceRef('default')))).toBe(
    '403 Forbidden: namespaces "default" is forbidden: this namespace may not be deleted',
  );
});

test('An object of the whole cluster has no namespace, whatever it says', async () => {
  const role = inLab('rbac.authorization.k8s.io/v1', 'ClusterRole', 'students', { rules: [] });
  expect((await cluster.api.apply(role)).metadata['namespace']).toBeUndefined();
  expect(await cluster.api.list('lab')).toEqual([]);
});

test('What is applied is what is there; fields that are left out later go', async () => {
  await cluster.api.apply(configMap('a', { data: { one: '1', two: '2' } }, { labels: { week: '1' } }));
  await cluster.api.apply(configMap('a', { data: { one: '1' } }));
  expect(await cluster.api.get(refOf(configMap('a')))).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      namespace: 'lab',
      uid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      creationTimestamp: '2027-01-11T08:00:00Z',
    },
    data: { one: '1' },
  });
});

test('Applying the same again writes nothing', async () => {
  const changes: CloudChange[] = [];
  const cloud = new Cloud(START, { append: (change) => void changes.push(change) });
  insertCluster(cloud);
  const { api } = apiIn(cloud);
  await api.apply(namespace('lab'));
  await api.apply(configMap('a', { data: { a: '1' } }));
  const count = changes.length;
  await api.apply(configMap('a', { data: { a: '1' } }));
  expect(changes).toHaveLength(count);
  await api.apply(configMap('a', { data: { a: '2' } }));
  expect(changes).toHaveLength(count + 1);
});

test('Objects survive a restart', async () => {
  const changes: CloudChange[] = [];
  const cloud = new Cloud(START, { append: (change) => void changes.push(change) });
  insertCluster(cloud);
  const { api } = apiIn(cloud);
  await api.apply(namespace('lab'));
  await api.apply(configMap('a', { data: { a: '1' } }));
  const journal = JSON.parse(JSON.stringify(changes)) as CloudChange[];
  const again = apiIn(Cloud.restore(START, journal)).api;
  expect(await again.list('lab')).toEqual(await api.list('lab'));
  expect(await again.list('lab')).toHaveLength(1);
});

test('Deleting what is not there is refused', async () => {
  expect(await refusalOf(cluster.api.delete(refOf(inLab('apps/v1', 'Deployment', 'web'))))).toBe(
    '404 NotFound: deployments.apps "web" not found',
  );
});

test('An object goes when it is deleted', async () => {
  await cluster.api.apply(configMap('a'));
  await cluster.api.delete(refOf(configMap('a')));
  expect(await cluster.api.get(refOf(configMap('a')))).toBeUndefined();
});

test('A finalizer holds an object until somebody releases it', async () => {
  await cluster.api.apply(configMap('a', {}, HELD));
  await cluster.api.delete(refOf(configMap('a')));
  const held = await cluster.api.get(refOf(configMap('a')));
  expect(held?.metadata['deletionTimestamp']).toBe('2027-01-11T08:00:00Z');
  expect(await cluster.api.waitUntilGone([refOf(configMap('a'))])).toEqual([held]);
  await cluster.api.apply(configMap('a'));
  expect(await cluster.api.waitUntilGone([refOf(configMap('a'))])).toEqual([]);
});

test('No finalizer can be added to what is being deleted', async () => {
  await cluster.api.apply(configMap('a', {}, HELD));
  await cluster.api.delete(refOf(configMap('a')));
  const more = configMap('a', {}, { finalizers: ['example.edu/keep', 'example.edu/more'] });
  expect(await refusalOf(cluster.api.apply(more))).toBe(
    '422 Invalid: ConfigMap "a" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if ' +
      'the object is being deleted, found new finalizers ["example.edu/more"]',
  );
});

test('A namespace takes with it all that is inside, and nothing else', async () => {
  await cluster.api.apply(namespace('other'));
  await cluster.api.apply(configMap('a'));
  await cluster.api.apply(configMap('a', {}, { namespace: 'other' }));
  await cluster.api.delete(namespaceRef('lab'));
  expect(await cluster.api.namespaceGone('lab')).toBe(true);
  expect(await cluster.api.list('lab')).toEqual([]);
  expect(await cluster.api.namespaceGone('other')).toBe(false);
  expect(await cluster.api.list('other')).toHaveLength(1);
});

test('A namespace is there until the last finalizer inside is released', async () => {
  await cluster.api.apply(configMap('free'));
  await cluster.api.apply(configMap('held', {}, HELD));
  await cluster.api.delete(namespaceRef('lab'));
  expect(await cluster.api.get(namespaceRef('lab'))).toMatchObject({ status: { phase: 'Terminating' } });
  expect((await cluster.api.list('lab')).map(({ metadata }) => metadata.name)).toEqual(['held']);
  await cluster.api.apply(configMap('held'));
  expect(await cluster.api.namespaceGone('lab')).toBe(true);
});

test('Nothing new comes into a namespace that is being deleted', async () => {
  await cluster.api.apply(configMap('held', {}, HELD));
  await cluster.api.delete(namespaceRef('lab'));
  const refused = await refusalOf(
    cluster.api.apply(inLab('apps/v1', 'ControllerRevision', 'a', { revision: 1 })),
  );
  expect(refused).toBe(
    '403 Forbidden: controllerrevisions.apps "a" is forbidden: unable to create new content in namespace lab ' +
      'because it is being terminated',
  );
});

test('A finalizer of the namespace itself holds it too', async () => {
  await cluster.api.apply(namespace('held', HELD));
  await cluster.api.delete(namespaceRef('held'));
  expect(await cluster.api.namespaceGone('held')).toBe(false);
  await cluster.api.apply(namespace('held'));
  expect(await cluster.api.namespaceGone('held')).toBe(true);
});

test('Every object is an asset inside its namespace', async () => {
  await cluster.api.apply(
    inLab('networking.k8s.io/v1', 'NetworkPolicy', 'deny', { spec: { podSelector: {} } }),
  );
  const place =
    '//container.googleapis.com/projects/labs-c1/locations/us-west1/clusters/labs-c1/k8s/namespaces/lab';
  expect(cluster.cloud.find(`${place}/networking.k8s.io/networkpolicies/deny` as const)).toMatchObject({
    type: 'k8s.io/NetworkPolicy',
    project: 'labs-c1',
    parent: place,
    madeBy: 'terraform',
    data: { kind: 'NetworkPolicy', spec: { podSelector: {} } },
  });
});
