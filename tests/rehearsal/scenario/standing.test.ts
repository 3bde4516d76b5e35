import type { Asset, AssetName } from '../../../src/rehearsal/cloud/asset';
import { clusterName } from '../../../src/rehearsal/provider/cloud-names';
import type { Touched } from '../../../src/rehearsal/scenario/standing';
import { standing, touchedOthers } from '../../../src/rehearsal/scenario/standing';
import { AMARAS_BUCKET, CELL_ASSETS, CLUSTER, TENANTS, asset, labelled, object, ownProject } from './tenants';

const BEFORE: readonly Asset[] = [...CELL_ASSETS, object('amara-abara'), ...ownProject('amara-abara')];

/** What is found after a step about Bruno that left `after`. */
const found = (after: readonly Asset[]): readonly Touched[] =>
  touchedOthers(standing(BEFORE, TENANTS), standing(after, TENANTS), new Set(['bruno-berg']));

/** What stood before, with one asset changed. */
const with_ = (name: AssetName, change: Partial<Asset>): readonly Asset[] =>
  BEFORE.map((each) => (each.name === name ? { ...each, ...change } : each));

const amaras = (name: AssetName, how: Touched['how']): readonly Touched[] => [
  { name, tenant: 'amara-abara', how },
];
const OBJECT = object('amara-abara').name;

test('Where nothing changed, nothing is found', () => expect(found(BEFORE)).toEqual([]));

test('A label of another tenant’s bucket that is new is found', () => {
  const labels = { 'practicum-tenant': 'amara-abara', color: 'blue' };
  expect(found(with_(AMARAS_BUCKET, { data: { effective_labels: labels } }))).toEqual(
    amaras(AMARAS_BUCKET, 'changed'),
  );
});

test.each([
  ['is given to the step’s own student', labelled('bruno-berg')],
  ['loses the label that says whose it is', { data: {} }],
])('A bucket of another tenant that %s is found', (_, change) => {
  expect(found(with_(AMARAS_BUCKET, change))).toEqual(amaras(AMARAS_BUCKET, 'changed'));
});

test('An object in another tenant’s namespace is found, whether it is new, changed or gone', () => {
  const more = object('amara-abara', 'secrets/token');
  expect(found([...BEFORE, more])).toEqual(amaras(more.name, 'is new'));
  expect(found(with_(OBJECT, { data: { spec: { replicas: 2 } } }))).toEqual(amaras(OBJECT, 'changed'));
  expect(found(BEFORE.filter(({ name }) => name !== OBJECT))).toEqual(amaras(OBJECT, 'is gone'));
});

test('A new asset of another tenant is found, also one without a label in their project', () => {
  const bucket = asset('//storage.googleapis.com/w255-amara-abara-more', labelled('amara-abara'));
  const account = asset('//iam.googleapis.com/projects/w255-amara-abara/serviceAccounts/a', {
    project: 'w255-amara-abara',
  });
  expect(found([...BEFORE, bucket, account])).toEqual([
    ...amaras(account.name, 'is new'),
    ...amaras(bucket.name, 'is new'),
  ]);
});

test('A member that another tenant’s bucket has more is found, a policy that was only written again is not', () => {
  const policy = (etag: string, ...members: string[]) => ({
    policy: { etag, bindings: [{ role: 'roles/storage.objectUser', members }], auditConfigs: [] },
  });
  const before = standing(with_(AMARAS_BUCKET, policy('a', 'user:amara.abara@example.edu')), TENANTS);
  const after = (etag: string, ...members: string[]) =>
    touchedOthers(before, standing(with_(AMARAS_BUCKET, policy(etag, ...members)), TENANTS), new Set());
  expect(after('b', 'user:amara.abara@example.edu')).toEqual([]);
  expect(after('b', 'user:amara.abara@example.edu', 'user:bruno.berg@example.edu')).toEqual(
    amaras(AMARAS_BUCKET, 'changed'),
  );
});

test('Numbers beyond those of JSON are told apart', () => {
  const before = standing(with_(AMARAS_BUCKET, numbered(9007199254740993n)), TENANTS);
  const after = standing(with_(AMARAS_BUCKET, numbered(9007199254740992n)), TENANTS);
  expect(touchedOthers(before, after, new Set())).toEqual(amaras(AMARAS_BUCKET, 'changed'));
});

const numbered = (generation: bigint): Pick<Asset, 'data'> => ({
  data: { ...labelled('amara-abara').data, generation },
});

test('What the step is about may change, and what is the cell’s', () => {
  const own = [object('bruno-berg'), asset('//storage.googleapis.com/b', labelled('bruno-berg'))];
  const cell = BEFORE.map((each) =>
    each.name === CLUSTER ? { ...each, data: { initial_node_count: 2 } } : each,
  );
  const zone = asset('//dns.googleapis.com/projects/w255-c1/managedZones/labs', { project: 'w255-c1' });
  expect(found([...cell, zone, ...own])).toEqual([]);
});

test('What says in a student’s own cluster how labs stand today may change, and nothing else there', () => {
  const cluster = asset(clusterName('w255-amara-abara', 'us-west1', 'labs'), { project: 'w255-amara-abara' });
  const inside = (name: string, level: number): Asset =>
    asset(`${cluster.name}/k8s/namespaces/practicum-system/${name}`, {
      parent: cluster.name,
      data: { level },
    });
  const ofTheDay = ['configmaps/windows', 'configmaps/hours', 'helm.sh/releases/practicum-services'];
  const all = [...ofTheDay, 'configmaps/other'];
  const at = (level: number) =>
    standing([...BEFORE, cluster, ...all.map((name) => inside(name, level))], TENANTS);
  expect(touchedOthers(at(1), at(2), new Set())).toEqual(
    amaras(inside('configmaps/other', 1).name, 'changed'),
  );
});
