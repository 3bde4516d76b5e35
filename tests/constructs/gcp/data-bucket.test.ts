import type { TerraformStack } from 'cdktf';
import type { DataBucketProps } from '../../../constructs/gcp/data-bucket';
import { DataBucket } from '../../../constructs/gcp/data-bucket';
import type { Instant } from '../../../src/core/domain/time';
import { aProject, standing, synthConstruct } from './synth-construct';

const props = (stack: TerraformStack): DataBucketProps => ({
  project: aProject(stack),
  name: 'w255-spring27-amara-okafor-data',
  location: 'us-west1',
  labels: { tenant: 'amara-okafor' },
  users: ['user:b@example.edu', 'user:a@example.edu'],
});

const synth = (change: Partial<DataBucketProps> = {}) =>
  synthConstruct((stack) => {
    new DataBucket(stack, 'data', { ...props(stack), ...change });
  });

const abort = { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } };

test('A bucket is private, versioned and not destroyed with objects in it', () => {
  expect(synth().one('google_storage_bucket')).toEqual({
    project: '${local.given_project}',
    name: 'w255-spring27-amara-okafor-data',
    location: 'us-west1',
    labels: { tenant: 'amara-okafor' },
    uniform_bucket_level_access: true,
    public_access_prevention: 'enforced',
    versioning: { enabled: true },
    soft_delete_policy: { retention_duration_seconds: 604800 },
    lifecycle_rule: [{ action: { type: 'Delete' }, condition: { days_since_noncurrent_time: 30 } }, abort],
    force_destroy: false,
  });
});

test('Users have one binding, which ends only if told', () => {
  const out = synth();
  expect(out.counts()).toEqual({ google_storage_bucket: 1, google_storage_bucket_iam_binding: 1 });
  expect(out.one('google_storage_bucket_iam_binding')).toEqual({
    bucket: expect.stringMatching(/^\$\{google_storage_bucket\.data_\w+\.name\}$/),
    role: 'roles/storage.objectUser',
    members: ['user:a@example.edu', 'user:b@example.edu'],
  });
});

test('No users is no binding', () => {
  expect(synth({ users: [] }).counts()).toEqual({ google_storage_bucket: 1 });
});

test('Every option is passed on', () => {
  const out = synthConstruct((stack) => {
    const all: Required<DataBucketProps> = {
      ...props(stack),
      expires: '2027-05-15T07:00:00Z' as Instant,
      versioning: true,
      keepNoncurrentDays: 5,
      forceDestroy: true,
      softDeleteDays: 14,
      dependsOn: [standing(stack)],
    };
    new DataBucket(stack, 'data', all);
  });
  expect(out.one('google_storage_bucket')).toMatchObject({
    versioning: { enabled: true },
    lifecycle_rule: [{ condition: { days_since_noncurrent_time: 5 } }, abort],
    soft_delete_policy: { retention_duration_seconds: 1209600 },
    force_destroy: true,
    depends_on: ['terraform_data.standing'],
  });
  expect(out.one('google_storage_bucket_iam_binding')['condition']).toEqual({
    title: 'until-term-end',
    expression: 'request.time < timestamp("2027-05-15T07:00:00Z")',
  });
});

test('Without versions there are none to delete', () => {
  expect(synth({ versioning: false }).one('google_storage_bucket')).toMatchObject({
    versioning: { enabled: false },
    lifecycle_rule: [abort],
  });
});

test('The order of users makes no difference', () => {
  expect(synth({ users: ['user:a@example.edu', 'user:b@example.edu'] }).text).toBe(synth().text);
});

test.each([0, 7, 90])('%d days of soft delete are allowed', (softDeleteDays) => {
  expect(synth({ softDeleteDays }).one('google_storage_bucket')['soft_delete_policy']).toEqual({
    retention_duration_seconds: softDeleteDays * 24 * 60 * 60,
  });
});

test.each([-1, 1, 6, 91, Number.NaN])('%d days of soft delete are refused', (softDeleteDays) => {
  expect(() => synth({ softDeleteDays })).toThrow(
    new Error(`stack/data: ${softDeleteDays} days of soft delete are not allowed: write 0, or 7 to 90`),
  );
});
