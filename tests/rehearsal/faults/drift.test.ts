import type { AssetName, IamBinding } from '../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import type { Drifted } from '../../../src/rehearsal/faults/drift';
import { drift } from '../../../src/rehearsal/faults/drift';
import type { Revision } from '../../../src/rehearsal/helm/release-records';
import { ReleaseRecords } from '../../../src/rehearsal/helm/release-records';
import { InMemoryCluster } from '../../../src/rehearsal/kubernetes/in-memory-cluster';
import type { KubernetesApi } from '../../../src/rehearsal/kubernetes/kubernetes-api';
import { namespaceRef, refOf } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { recordedSideEffects } from '../../../src/rehearsal/kubernetes/recorded-side-effects';
import { clusterName } from '../../../src/rehearsal/provider/cloud-names';
import type { RememberedResource } from '../../../src/rehearsal/scenario/terraform-state';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { CLUSTER, SCHEMAS, inLab, namespace } from '../kubernetes/sample-cluster';
import { bucketAsset, bucketKind } from '../provider/sample-bucket';
import { START } from '../provider/sample-cloud';

let cloud: Cloud;
let apis: Map<AssetName, KubernetesApi>;

beforeEach(() => {
  cloud = new Cloud(START);
  apis = new Map();
});

const remembered = (
  name: string,
  type = 'google_storage_bucket',
  attributes: Attributes = {},
): RememberedResource => ({
  stack: 'cell-1',
  type,
  address: `${type}.${name}`,
  attributes: { name, ...attributes },
});

function bucket(name: string, data: Attributes = {}, parent?: `//${string}`): void {
  cloud.insert({
    name: bucketAsset(name),
    type: 'storage.googleapis.com/Bucket',
    data: { name, ...data },
    madeBy: 'terraform',
    ...(parent === undefined ? {} : { parent }),
  });
}

const done = (change: 'delete' | 'change', ...resources: readonly RememberedResource[]): Promise<Drifted> =>
  drift(
    {
      cloud,
      kindOf: (type) => (type === 'google_storage_bucket' ? bucketKind() : undefined),
      apiOf: (cluster) => apis.get(cluster)!,
    },
    change,
    resources,
  );

test('The first resource that stands is deleted by hand', async () => {
  bucket('b');
  bucket('c');
  expect(await done('delete', remembered('a'), remembered('b'), remembered('c'))).toBe(
    'deleted google_storage_bucket.b',
  );
  expect(cloud.list().map(({ name }) => name)).toEqual([bucketAsset('c')]);
});

test('What other resources need is spared, and what only Google put into it goes with it', async () => {
  bucket('a');
  bucket('b', {}, bucketAsset('a'));
  cloud.insert({
    name: bucketAsset('b-log'),
    type: 'x',
    data: {},
    parent: bucketAsset('b'),
    madeBy: 'google',
  });
  expect(await done('delete', remembered('a'), remembered('b'))).toBe('deleted google_storage_bucket.b');
  expect(cloud.list().map(({ name }) => name)).toEqual([bucketAsset('a')]);
});

test.each<[Attributes, Attributes]>([
  [
    { labels: { a: '1' }, log: false, other: true },
    { labels: { a: '1' }, log: true, other: true },
  ],
  [{ versioning: [{ days: 1, enabled: true }] }, { versioning: [{ days: 1, enabled: false }] }],
])('By hand a switch is turned over, in a single block too: %j', async (data, turned) => {
  bucket('a', data);
  expect(await done('change', remembered('a'))).toBe('changed google_storage_bucket.a');
  expect(cloud.find(bucketAsset('a')).data).toEqual({ name: 'a', ...turned });
});

test('What has no switch is not changed', async () => {
  bucket('a', { rules: [{ on: true }, { on: false }], size: 1 });
  expect(await done('change', remembered('a'))).toBeUndefined();
});

test('There may be nothing to do it to', async () => {
  expect(await done('delete', remembered('a'), remembered('b', 'google_dns_record_set'))).toBeUndefined();
  expect(await done('change')).toBeUndefined();
});

describe('Of a binding', () => {
  const VIEWERS: IamBinding = { role: 'roles/viewer', members: ['user:a@example.edu', 'user:b@example.edu'] };
  const OWNERS: IamBinding = { role: 'roles/owner', members: ['user:ines@example.edu'] };
  const binding = (members: readonly string[]): RememberedResource =>
    remembered('viewers', 'google_project_iam_binding', { role: 'roles/viewer', members });

  beforeEach(() => {
    bucket('a');
    cloud.change(bucketAsset('a'), { policy: { etag: 'e', bindings: [OWNERS, VIEWERS], auditConfigs: [] } });
  });

  const policy = (): unknown => cloud.find(bucketAsset('a')).policy;

  test('a deletion takes it out of its policy', async () => {
    expect(await done('delete', binding(VIEWERS.members))).toBe('deleted google_project_iam_binding.viewers');
    expect(policy()).toEqual({ etag: 'ex', bindings: [OWNERS], auditConfigs: [] });
  });

  test('a change takes one member out', async () => {
    expect(await done('change', binding(VIEWERS.members))).toBe('changed google_project_iam_binding.viewers');
    expect(policy()).toEqual({
      etag: 'ex',
      bindings: [OWNERS, { role: 'roles/viewer', members: ['user:b@example.edu'] }],
      auditConfigs: [],
    });
  });

  test('others’ bindings of the same role, or of the same people, are left alone', async () => {
    expect(await done('delete', binding(['user:c@example.edu']))).toBeUndefined();
    expect(await done('delete', binding(OWNERS.members))).toBeUndefined();
    expect(policy()).toMatchObject({ etag: 'e' });
  });
});

describe('Of a release', () => {
  const ID = { name: 'services', namespace: 'releases' };
  const RELEASE = remembered('services', 'helm_release', ID);
  const GATEWAY = inLab('gateway.networking.k8s.io/v1', 'Gateway', 'labs', {
    spec: {
      gatewayClassName: 'gke-l7-global-external-managed',
      listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
    },
  });
  const REVISION: Omit<Revision, 'objects'> = {
    revision: 1,
    status: 'deployed',
    description: 'Install complete',
    chart: 'practicum',
    version: '0.0.0',
    appVersion: '',
    values: '{}',
    manifest: '',
    firstDeployed: 0,
    lastDeployed: 0,
  };
  const OF_RELEASE = new Set(['compute.googleapis.com/ForwardingRule', 'k8s.io/Gateway', 'helm.sh/Release']);
  const OTHER = clusterName('labs-c2', 'us-west1', 'labs-c2');

  /** A cluster in which the release has made a Gateway, with its forwarding rule. */
  async function installed(cluster: AssetName, held: Attributes = {}): Promise<KubernetesApi> {
    cloud.insert({
      name: cluster,
      type: 'container.googleapis.com/Cluster',
      project: cluster === CLUSTER ? 'labs-c1' : 'labs-c2',
      data: { name: 'labs', location: 'us-west1', enable_autopilot: true },
      madeBy: 'terraform',
    });
    const effects = recordedSideEffects(cloud, cluster);
    const api = new InMemoryCluster({ cloud, cluster, schemas: SCHEMAS, effects });
    apis.set(cluster, api);
    for (const name of ['releases', 'lab']) await api.apply(namespace(name));
    await api.apply({ ...GATEWAY, metadata: { ...GATEWAY.metadata, ...held } });
    new ReleaseRecords(cloud, api).write(ID, [
      { ...REVISION, objects: [{ ...refOf(GATEWAY), keep: false }] },
    ]);
    return api;
  }

  const standing = (project = 'labs-c1'): readonly string[] =>
    cloud
      .list()
      .filter((asset) => asset.project === project && OF_RELEASE.has(asset.type))
      .map(({ type }) => type.split('/')[1]!)
      .sort();

  test('a deletion uninstalls it: its objects go, and what Google made for them', async () => {
    await installed(CLUSTER);
    expect(standing()).toEqual(['ForwardingRule', 'Gateway', 'Release']);
    expect(await done('delete', RELEASE)).toBe('deleted helm_release.services');
    expect(standing()).toEqual([]);
    expect(await done('delete', RELEASE)).toBeUndefined();
  });

  test('each deletion is in one cluster, though releases of others have the same name', async () => {
    await installed(CLUSTER);
    await installed(OTHER);
    await done('delete', RELEASE);
    expect([standing().length, standing('labs-c2').length]).toEqual([0, 3]);
    await done('delete', RELEASE);
    expect(standing('labs-c2')).toEqual([]);
  });

  test('what a finalizer holds stays, and Helm forgets the release all the same', async () => {
    await installed(CLUSTER, { finalizers: ['example.edu/keep'] });
    expect(await done('delete', RELEASE)).toBe('deleted helm_release.services');
    expect(standing()).toEqual(['ForwardingRule', 'Gateway']);
  });

  test('nothing is done where its namespace or its cluster is gone already', async () => {
    const api = await installed(CLUSTER);
    await api.delete(namespaceRef('releases'));
    await installed(OTHER);
    cloud.remove(OTHER);
    expect(await done('delete', RELEASE)).toBeUndefined();
    expect(standing()).toEqual(['ForwardingRule', 'Gateway']);
  });

  test('nobody changes one by hand', async () => {
    await installed(CLUSTER);
    expect(await done('change', RELEASE)).toBeUndefined();
  });
});
