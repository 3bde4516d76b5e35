import type { StateBucketProps } from '../../../constructs/gcp/state-bucket';
import { StateBucket } from '../../../constructs/gcp/state-bucket';
import { projectId } from '../../../src/core/domain/ids';
import { standing, synthConstruct } from './synth-construct';

const props: Required<Omit<StateBucketProps, 'dependsOn'>> = {
  project: projectId('example-labs-admin'),
  name: 'w255-spring27-state',
  location: 'us-west1',
  labels: { cohort: 'w255-spring27' },
  admins: ['user:b@example.edu', 'group:admins@example.edu'],
};

const synth = (change: Partial<StateBucketProps> = {}) =>
  synthConstruct((stack) => {
    new StateBucket(stack, 'state', { ...props, ...change });
  });

test('State is private, versioned, kept for 50 versions and 90 days, and not destroyed with objects in it', () => {
  expect(synth().one('google_storage_bucket')).toEqual({
    project: 'example-labs-admin',
    name: 'w255-spring27-state',
    location: 'us-west1',
    labels: { cohort: 'w255-spring27' },
    uniform_bucket_level_access: true,
    public_access_prevention: 'enforced',
    versioning: { enabled: true },
    soft_delete_policy: { retention_duration_seconds: 604800 },
    lifecycle_rule: [
      { action: { type: 'Delete' }, condition: { num_newer_versions: 50, days_since_noncurrent_time: 90 } },
      { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
    ],
    force_destroy: false,
  });
});

test('prevent_destroy is absent: it would not protect a block that was removed', () => {
  expect(synth().one('google_storage_bucket')).not.toHaveProperty('lifecycle');
});

test('Admins read and write state and cannot open it to others', () => {
  const out = synth();
  expect(out.counts()).toEqual({ google_storage_bucket: 1, google_storage_bucket_iam_binding: 1 });
  expect(out.one('google_storage_bucket_iam_binding')).toEqual({
    bucket: expect.stringMatching(/^\$\{google_storage_bucket\.state_\w+\.name\}$/),
    role: 'roles/storage.objectAdmin',
    members: ['group:admins@example.edu', 'user:b@example.edu'],
  });
});

test('The bucket waits for what it is told to', () => {
  const out = synthConstruct((stack) => {
    new StateBucket(stack, 'state', { ...props, dependsOn: [standing(stack)] });
  });
  expect(out.one('google_storage_bucket')['depends_on']).toEqual(['terraform_data.standing']);
});

test('No admins is no binding', () => {
  expect(synth({ admins: [] }).counts()).toEqual({ google_storage_bucket: 1 });
});

test('The order of admins makes no difference', () => {
  expect(synth({ admins: [...props.admins].reverse() }).text).toBe(synth().text);
});
