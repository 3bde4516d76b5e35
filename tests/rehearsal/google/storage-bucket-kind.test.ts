import { storageBucketKind as kind } from '../../../src/rehearsal/google/storage-bucket-kind';
import { storageBucketObjectKind } from '../../../src/rehearsal/google/storage-bucket-object-kind';
import { bucketName, projectName, serviceName } from '../../../src/rehearsal/provider/cloud-names';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { destroy, importOf, make, problems, read, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const BUCKET = {
  project: PROJECT_ID,
  name: 'w255-amara-okafor-data',
  location: 'us-west1',
  storage_class: 'STANDARD',
  uniform_bucket_level_access: true,
  public_access_prevention: 'enforced',
  force_destroy: false,
  soft_delete_policy: [{ retention_duration_seconds: 604_800 }],
  lifecycle_rule: [
    { action: [{ type: 'Delete' }], condition: [{ days_since_noncurrent_time: 30 }] },
    { action: [{ type: 'AbortIncompleteMultipartUpload' }], condition: [{ age: 7 }] },
  ],
};

const rule = (type: string, condition: Attributes): Attributes => ({
  lifecycle_rule: [{ action: [{ type }], condition: [condition] }],
});

function upload(cloud: ReturnType<typeof emptyLab>, name: string): Attributes {
  return make(cloud, storageBucketObjectKind, { bucket: BUCKET.name, name, content: 'hello' });
}

test('A bucket has its links and the number of its project', () => {
  const cloud = emptyLab();
  expect(make(cloud, kind, BUCKET)).toMatchObject({
    id: BUCKET.name,
    self_link: `https://www.googleapis.com/storage/v1/b/${BUCKET.name}`,
    url: `gs://${BUCKET.name}`,
    project_number: Number(cloud.find(projectName(PROJECT_ID)).data['number']),
    soft_delete_policy: [{ retention_duration_seconds: 604_800, effective_time: '2026-12-01T08:00:00Z' }],
  });
});

test('A name is taken once in all of Google Cloud', () => {
  const cloud = emptyLab();
  make(cloud, kind, BUCKET);
  expect(refusal(() => make(cloud, kind, BUCKET))).toBe(
    `409 The bucket ${BUCKET.name} stands in this project already: import it, or choose another name`,
  );
  for (const asset of [
    { name: projectName('other'), type: 'Project' },
    { name: serviceName('other', 'storage.googleapis.com'), type: 'Service' },
  ]) {
    cloud.insert({ ...asset, data: {}, madeBy: 'people' });
  }
  expect(refusal(() => make(cloud, kind, { ...BUCKET, project: 'other' }))).toBe(
    `409 The bucket name ${BUCKET.name} is taken in another project: all of Google Cloud shares the names of buckets; choose another`,
  );
});

test('A name that something deleted still holds is taken', () => {
  const cloud = emptyLab();
  make(cloud, kind, BUCKET);
  cloud.remove(bucketName(BUCKET.name), 7);
  expect(refusal(() => make(cloud, kind, BUCKET))).toBe(
    `409 ${BUCKET.name} was deleted and keeps its name until 2026-12-08`,
  );
});

test.each(['Data', 'a', '-data', 'data-', 'a'.repeat(64), '10.0.0.1', 'a..b'])(
  'The name %s is none',
  (name) => {
    expect(refusal(() => make(emptyLab(), kind, { ...BUCKET, name }))).toBe(
      `400 Invalid bucket name: '${name}'. 3 to 63 lower-case letters, digits, hyphens, underscores and dots, ` +
        'first and last a letter or digit',
    );
  },
);

test.each(['goog-data', 'my-google-data', 'g00gle-data'])('Google keeps its own name: %s', (name) => {
  expect(refusal(() => make(emptyLab(), kind, { ...BUCKET, name }))).toBe(
    `400 Invalid bucket name: '${name}'. A name cannot begin with "goog" nor hold "google"`,
  );
});

test.each<[Attributes, string]>([
  [
    { storage_class: 'COLD' },
    "Invalid storage class: 'COLD' is not one of STANDARD, NEARLINE, COLDLINE, ARCHIVE, MULTI_REGIONAL, REGIONAL, DURABLE_REDUCED_AVAILABILITY",
  ],
  [
    { soft_delete_policy: [{ retention_duration_seconds: 86_400 }] },
    'Invalid soft delete retention: 86400 seconds. It is 0, or from 604800 (7 days) to 7776000 (90 days)',
  ],
  [
    rule('Remove', { age: 1 }),
    "Invalid lifecycle action: 'Remove' is not one of Delete, SetStorageClass, AbortIncompleteMultipartUpload",
  ],
  [rule('Delete', { with_state: 'ANY' }), 'Invalid lifecycle rule: the action Delete has no condition'],
  [
    rule('AbortIncompleteMultipartUpload', { age: 7, num_newer_versions: 2 }),
    'Invalid lifecycle rule: the action AbortIncompleteMultipartUpload takes no condition num_newer_versions',
  ],
])('Google refuses %j', (changes, message) => {
  expect(refusal(() => make(emptyLab(), kind, { ...BUCKET, ...changes }))).toBe(`400 ${message}`);
});

test('The provider wants an action and a condition in each rule', () => {
  const config = { ...BUCKET, public_access_prevention: 'on', lifecycle_rule: [{ action: [] }] };
  expect(problems(kind, config)).toEqual([
    'public_access_prevention: expected public_access_prevention to be one of ["enforced", "inherited"], got on',
    'lifecycle_rule: "lifecycle_rule": a rule needs one "action" block',
    'lifecycle_rule: "lifecycle_rule": a rule needs one "condition" block',
  ]);
});

test('A bucket with objects stays, and says how many', () => {
  const cloud = emptyLab();
  const state = make(cloud, kind, BUCKET);
  upload(cloud, 'one.txt');
  expect(refusal(() => destroy(cloud, kind, state))).toBe(
    `409 The bucket ${BUCKET.name} holds 1 object and is deleted only when empty: ` +
      'delete them, or set force_destroy to true and apply that first',
  );
  upload(cloud, 'two.txt');
  expect(refusal(() => destroy(cloud, kind, state))).toMatch(/ holds 2 objects and /);
});

test('force_destroy takes the objects too', () => {
  const cloud = emptyLab();
  const state = make(cloud, kind, { ...BUCKET, force_destroy: true });
  const object = upload(cloud, 'one.txt');
  destroy(cloud, kind, state);
  expect([read(cloud, kind, state), read(cloud, storageBucketObjectKind, object)]).toEqual([
    undefined,
    undefined,
  ]);
});

test('An import does not destroy by force', () => {
  const cloud = emptyLab();
  make(cloud, kind, { ...BUCKET, force_destroy: true });
  expect(importOf(cloud, kind, BUCKET.name)).toMatchObject({ id: BUCKET.name, force_destroy: false });
});
