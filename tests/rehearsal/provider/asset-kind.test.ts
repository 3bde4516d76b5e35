import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { invalid } from '../../../src/rehearsal/cloud/cloud-error';
import type { AssetKindProps } from '../../../src/rehearsal/provider/asset-kind';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { LATENCY, bucketAsset, bucketKind, bucketProps } from './sample-bucket';
import { projectCloud, put, refusal } from './sample-cloud';

const API = 'storage.googleapis.com';
const PLANNED: Attributes = { name: 'labs', location: 'US', project: 'w255', id: UNKNOWN, url: UNKNOWN };

let cloud: Cloud;

beforeEach(() => {
  cloud = projectCloud(API);
});

const make = (more: Partial<AssetKindProps> = {}, planned = PLANNED, provider: Attributes = {}): Attributes =>
  bucketKind(more).create(planned, directOperation(cloud, provider)) as Attributes;

test('What is made stands in the cloud with all that Google knows of it', () => {
  const made = make({ parent: () => bucketAsset('folder') });
  expect(made).toMatchObject({ name: 'labs', id: 'labs', url: 'gs://labs', soft_delete: [{ days: 7 }] });
  expect(cloud.find(bucketAsset('labs'))).toEqual({
    name: bucketAsset('labs'),
    type: 'storage.googleapis.com/Bucket',
    project: 'w255',
    parent: bucketAsset('folder'),
    data: made,
    madeBy: 'terraform',
    created: cloud.now,
  });
});

test('What only Terraform knows stays out of the cloud, and what is still unknown is nothing', () => {
  const planned = {
    ...PLANNED,
    timeouts: { create: '5m' },
    ratio: 1,
    labels: { a: UNKNOWN },
    owners: ['a', UNKNOWN],
  };
  expect(make({ terraformOnly: ['ratio'] }, planned)).toMatchObject({ ratio: 1, timeouts: { create: '5m' } });
  const { data } = cloud.find(bucketAsset('labs'));
  expect(data).toMatchObject({ labels: { a: null }, owners: ['a', null] });
  expect(Object.keys(data)).not.toContain('ratio');
  expect(Object.keys(data)).not.toContain('timeouts');
});

test('A second one of the same name is refused', async () => {
  make();
  expect(await refusal(() => make())).toBe('googleapi: Error 409: labs already exists, alreadyExists');
});

test('The project is the resource’s own, else the provider’s; the kind may know better', () => {
  make({}, { ...PLANNED, project: 'own' }, { project: 'w255' });
  expect(cloud.find(bucketAsset('labs')).project).toBe('own');
  make({}, { ...PLANNED, name: 'a', project: UNKNOWN }, { project: 'w255' });
  expect(cloud.find(bucketAsset('a')).project).toBe('w255');
  make({ project: () => undefined }, { ...PLANNED, name: 'b' });
  expect(cloud.find(bucketAsset('b')).project).toBeUndefined();
});

test('Its API must be on to make and to change it, and not to read or delete it', async () => {
  const kind = bucketKind({ api: 'dns.googleapis.com' });
  const operation = directOperation(cloud);
  expect(await refusal(() => kind.create(PLANNED, operation))).toContain('SERVICE_DISABLED');
  const made = make();
  expect(await refusal(() => kind.update(made, made, operation))).toContain('SERVICE_DISABLED');
  expect(kind.read(made, operation)).toEqual(made);
  kind.delete(made, operation);
  expect(cloud.tryFind(bucketAsset('labs'))).toBeUndefined();
});

test('What a kind checks is checked before anything is made or changed', async () => {
  const priors: (Attributes | undefined)[] = [];
  const check: AssetKindProps['check'] = (attributes, _, prior) => {
    priors.push(prior);
    if (attributes['location'] === 'Moon') throw invalid('no such place');
  };
  expect(await refusal(() => make({ check }, { ...PLANNED, location: 'Moon' }))).toBe(
    'googleapi: Error 400: no such place, badRequest',
  );
  expect(cloud.tryFind(bucketAsset('labs'))).toBeUndefined();
  const made = make({ check });
  const change = (): unknown =>
    bucketKind({ check }).update({ ...made, location: 'Moon' }, made, directOperation(cloud));
  expect(await refusal(change)).toBe('googleapi: Error 400: no such place, badRequest');
  expect(cloud.find(bucketAsset('labs')).data['location']).toBe('US');
  expect(priors).toEqual([undefined, undefined, made]);
});

test('A change is kept, and what is gone cannot be changed', async () => {
  const made = make();
  const kind = bucketKind();
  const changed = kind.update({ ...made, labels: { a: '1' } }, made, directOperation(cloud));
  expect(changed).toEqual({ ...made, labels: { a: '1' } });
  expect(kind.read(made, directOperation(cloud))).toEqual(changed);
  cloud.remove(bucketAsset('labs'));
  expect(await refusal(() => kind.update(made, made, directOperation(cloud)))).toMatch(
    /^googleapi: Error 404: /,
  );
  expect(kind.read(made, directOperation(cloud))).toBeUndefined();
});

test('A deletion asks first, may keep the name, and of what is gone already asks nothing', async () => {
  const made = make();
  const asked: Attributes[] = [];
  const kind = bucketKind({ beforeDelete: (state) => void asked.push(state), keepNameForDays: 30 });
  kind.delete(made, directOperation(cloud));
  kind.delete(made, directOperation(cloud));
  expect(asked).toEqual([made]);
  expect(await refusal(() => make())).toBe(
    'googleapi: Error 409: labs was deleted and keeps its name until 2027-02-10, alreadyExists',
  );
});

test('What follows from making it can be done', () => {
  make({
    afterCreate: ({ data }, operation) =>
      put(operation.cloud, bucketAsset(`${String(data['name'])}-log`), 'x'),
  });
  expect(cloud.tryFind(bucketAsset('labs-log'))).toBeDefined();
});

describe('An import', () => {
  const imported = (id: string): Attributes | undefined =>
    bucketKind({ afterImport: { ratio: 2 } }).importState(id, directOperation(cloud)) as
      Attributes | undefined;

  test.each(['labs', 'w255/labs'])('finds it by each form of its id: %s', (id) => {
    const made = make();
    expect(imported(id)).toEqual({ ...made, ratio: 2 });
  });

  test('finds nothing where there is nothing', () => {
    expect(imported('other')).toBeUndefined();
  });

  test('refuses an id of another form', async () => {
    expect(await refusal(() => imported('Not/An/Id'))).toBe(
      `googleapi: Error 400: Import id "Not/An/Id" doesn't match any of the accepted formats of google_storage_bucket, badRequest`,
    );
  });
});

describe('At plan time', () => {
  test('the provider’s project is known', () => {
    const plan = bucketKind({ plan: () => ({ url: 'gs://' }) }).plan;
    expect(plan({ project: UNKNOWN }, { project: 'w255' })).toEqual({ project: 'w255', url: 'gs://' });
    expect(plan({ project: 'own' }, { project: 'w255' })).toEqual({ url: 'gs://' });
    expect(plan({ project: UNKNOWN }, {})).toEqual({ url: 'gs://' });
  });

  test('a kind without rules finds nothing wrong', () => {
    expect(bucketKind().validate({})).toEqual([]);
    const problem = { path: ['name'], message: 'is wrong' };
    expect(bucketKind({ validate: () => [problem] }).validate({})).toEqual([problem]);
  });
});

test('What a kind is told, it tells', () => {
  const writeRate = { about: 'buckets', perSecond: 0.5, scope: () => 'w255', source: 'a page, 2026-11' };
  const replaceWhen = (): readonly string[] => [];
  const kind = bucketKind({ writeRate, replaceWhen, checks: ['names'], ignores: ['sizes'] });
  expect(kind).toMatchObject({
    latency: LATENCY,
    writeRate,
    replaceWhen,
    checks: ['names'],
    ignores: ['sizes'],
  });
  expect(kind.assetName!({ name: 'labs' })).toBe(bucketAsset('labs'));
  const { defaults, computedBlocks, ...bare } = bucketProps();
  expect([defaults, computedBlocks].every(Boolean)).toBe(true);
  expect(bucketKind({ ...bare })).toMatchObject({ type: 'google_storage_bucket' });
});
