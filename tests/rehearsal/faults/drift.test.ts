import type { IamBinding } from '../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { drift } from '../../../src/rehearsal/faults/drift';
import type { RememberedResource } from '../../../src/rehearsal/scenario/terraform-state';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { bucketAsset, bucketKind } from '../provider/sample-bucket';
import { START } from '../provider/sample-cloud';

let cloud: Cloud;

beforeEach(() => {
  cloud = new Cloud(START);
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

const done = (change: 'delete' | 'change', ...resources: readonly RememberedResource[]): string | undefined =>
  drift(cloud, change, resources, (type) => (type === 'google_storage_bucket' ? bucketKind() : undefined));

test('The first resource that stands is deleted by hand', () => {
  bucket('b');
  bucket('c');
  expect(done('delete', remembered('a'), remembered('b'), remembered('c'))).toBe(
    'deleted google_storage_bucket.b',
  );
  expect(cloud.list().map(({ name }) => name)).toEqual([bucketAsset('c')]);
});

test('What other resources need is spared, and what only Google put into it goes with it', () => {
  bucket('a');
  bucket('b', {}, bucketAsset('a'));
  cloud.insert({
    name: bucketAsset('b-log'),
    type: 'x',
    data: {},
    parent: bucketAsset('b'),
    madeBy: 'google',
  });
  expect(done('delete', remembered('a'), remembered('b'))).toBe('deleted google_storage_bucket.b');
  expect(cloud.list().map(({ name }) => name)).toEqual([bucketAsset('a')]);
});

test.each<[Attributes, Attributes]>([
  [
    { labels: { a: '1' }, log: false, other: true },
    { labels: { a: '1' }, log: true, other: true },
  ],
  [{ versioning: [{ days: 1, enabled: true }] }, { versioning: [{ days: 1, enabled: false }] }],
])('By hand a switch is turned over, in a single block too: %j', (data, turned) => {
  bucket('a', data);
  expect(done('change', remembered('a'))).toBe('changed google_storage_bucket.a');
  expect(cloud.find(bucketAsset('a')).data).toEqual({ name: 'a', ...turned });
});

test('What has no switch is not changed', () => {
  bucket('a', { rules: [{ on: true }, { on: false }], size: 1 });
  expect(done('change', remembered('a'))).toBeUndefined();
});

test('There may be nothing to do it to', () => {
  expect(done('delete', remembered('a'), remembered('b', 'google_dns_record_set'))).toBeUndefined();
  expect(done('change')).toBeUndefined();
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

  test('a deletion takes it out of its policy', () => {
    expect(done('delete', binding(VIEWERS.members))).toBe('deleted google_project_iam_binding.viewers');
    expect(policy()).toEqual({ etag: 'ex', bindings: [OWNERS], auditConfigs: [] });
  });

  test('a change takes one member out', () => {
    expect(done('change', binding(VIEWERS.members))).toBe('changed google_project_iam_binding.viewers');
    expect(policy()).toEqual({
      etag: 'ex',
      bindings: [OWNERS, { role: 'roles/viewer', members: ['user:b@example.edu'] }],
      auditConfigs: [],
    });
  });

  test('others’ bindings of the same role, or of the same people, are left alone', () => {
    expect(done('delete', binding(['user:c@example.edu']))).toBeUndefined();
    expect(done('delete', binding(OWNERS.members))).toBeUndefined();
    expect(policy()).toMatchObject({ etag: 'e' });
  });
});
