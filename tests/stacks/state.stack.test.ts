import { StateStack } from '../../stacks/state.stack';
import { examplePlan } from './example-plans';
import { membersByRole, partOf, synthStack } from './synth-stack';

const plan = examplePlan('w255-spring');
const { state } = plan;
if (state.backend !== 'gcs') throw new Error('the example keeps its state in a bucket');
const output = synthStack((app) => new StateStack(app, { plan, state }));

test('The state stack is one bucket, who may write it, and the services that other stacks call', () => {
  expect(output.counts()).toEqual({
    google_project_service: 6,
    google_storage_bucket: 1,
    google_storage_bucket_iam_binding: 1,
  });
  expect(output.all('google_project_service').map(({ service }) => service)).toEqual([
    'billingbudgets.googleapis.com',
    'cloudbilling.googleapis.com',
    'cloudresourcemanager.googleapis.com',
    'iam.googleapis.com',
    'serviceusage.googleapis.com',
    'storage.googleapis.com',
  ]);
});

test('It makes no project, and leaves services of the project that was there switched on', () => {
  expect(output.counts()).not.toHaveProperty('google_project');
  expect(
    output
      .all('google_project_service')
      .map(({ project, disable_on_destroy }) => [project, disable_on_destroy]),
  ).toEqual(Array(6).fill(['example-labs-admin', false]));
});

test('The bucket is private, versioned and not destroyed with state in it', () => {
  expect(output.one('google_storage_bucket')).toMatchObject({
    project: 'example-labs-admin',
    name: 'example-w255-spring27-state',
    location: 'us-west1',
    uniform_bucket_level_access: true,
    public_access_prevention: 'enforced',
    versioning: { enabled: true },
    force_destroy: false,
    labels: { 'managed-by': 'practicum', 'practicum-cohort': 'w255-spring27' },
  });
});

test('The bucket waits for the service that makes buckets: before it, Google refuses', () => {
  expect(output.one('google_storage_bucket')['depends_on']).toEqual([
    'google_project_service.storagegoogleapiscom',
  ]);
});

test('Instructors deploy, so they write state; teaching assistants and students do not', () => {
  expect(membersByRole(output, 'google_storage_bucket_iam_binding')).toEqual({
    'roles/storage.objectAdmin': ['user:ines.duarte@example.edu', 'user:k.odhiambo@example.edu'],
  });
});

test('The stack keeps its own state in the bucket that it makes', () => {
  expect(partOf(output, 'terraform')).toMatchObject({
    backend: { gcs: { bucket: 'example-w255-spring27-state', prefix: 'w255-spring27/state' } },
  });
});
