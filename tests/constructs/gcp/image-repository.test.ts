import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { TerraformStack } from 'cdktf';
import type { ImageRepositoryProps } from '../../../constructs/gcp/image-repository';
import { ImageRepository } from '../../../constructs/gcp/image-repository';
import { aProject, standing, synthConstruct } from './synth-construct';

const props = (stack: TerraformStack): ImageRepositoryProps => ({
  project: aProject(stack),
  location: 'us-west1',
  repositoryId: 'amara-okafor',
  labels: { tenant: 'amara-okafor' },
  writers: ['user:b@example.edu', 'user:a@example.edu'],
  readers: ['serviceAccount:lab-nodes@w255-spring27-c1.iam.gserviceaccount.com'],
});

const synth = (change: Partial<ImageRepositoryProps> = {}) =>
  synthConstruct((stack) => {
    new ImageRepository(stack, 'images', { ...props(stack), ...change });
  });

test('A repository is a Docker repository that cleans up and is not scanned', () => {
  expect(synth().one('google_artifact_registry_repository')).toEqual({
    project: '${local.given_project}',
    location: 'us-west1',
    repository_id: 'amara-okafor',
    format: 'DOCKER',
    mode: 'STANDARD_REPOSITORY',
    labels: { tenant: 'amara-okafor' },
    cleanup_policies: [
      {
        id: 'delete-untagged',
        action: 'DELETE',
        condition: { tag_state: 'UNTAGGED', older_than: '604800s' },
      },
      { id: 'keep-recent', action: 'KEEP', most_recent_versions: { keep_count: 10 } },
    ],
    cleanup_policy_dry_run: false,
    vulnerability_scanning_config: { enablement_config: 'DISABLED' },
  });
});

test('Writers and readers have a binding each, without a condition', () => {
  const out = synth();
  expect(out.counts()).toEqual({
    google_artifact_registry_repository: 1,
    google_artifact_registry_repository_iam_binding: 2,
  });
  const place = {
    project: expect.stringMatching(/^\$\{google_artifact_registry_repository\.images_\w+\.project\}$/),
    location: expect.stringMatching(/^\$\{google_artifact_registry_repository\.images_\w+\.location\}$/),
    repository: expect.stringMatching(/^\$\{google_artifact_registry_repository\.images_\w+\.name\}$/),
  };
  expect(
    out.where('google_artifact_registry_repository_iam_binding', 'role', 'roles/artifactregistry.writer'),
  ).toEqual({
    ...place,
    role: 'roles/artifactregistry.writer',
    members: ['user:a@example.edu', 'user:b@example.edu'],
  });
  expect(
    out.where('google_artifact_registry_repository_iam_binding', 'role', 'roles/artifactregistry.reader'),
  ).toEqual({
    ...place,
    role: 'roles/artifactregistry.reader',
    members: ['serviceAccount:lab-nodes@w255-spring27-c1.iam.gserviceaccount.com'],
  });
});

test('Nobody in a role is no binding', () => {
  expect(synth({ writers: [], readers: [] }).counts()).toEqual({ google_artifact_registry_repository: 1 });
});

test('Every option is passed on', () => {
  const out = synthConstruct((stack) => {
    const all: Required<ImageRepositoryProps> = {
      ...props(stack),
      keepRecent: 3,
      deleteUntaggedAfterDays: 2,
      vulnerabilityScanning: 'INHERITED',
      dependsOn: [standing(stack)],
    };
    const made = new ImageRepository(stack, 'images', all);
    new ServiceAccount(stack, 'user', { accountId: 'user', dependsOn: [made.ready] });
  });
  expect(out.one('google_artifact_registry_repository')).toMatchObject({
    cleanup_policies: [{ condition: { older_than: '172800s' } }, { most_recent_versions: { keep_count: 3 } }],
    vulnerability_scanning_config: { enablement_config: 'INHERITED' },
    depends_on: ['terraform_data.standing'],
  });
  expect(out.one('google_service_account')['depends_on']).toEqual([
    `google_artifact_registry_repository.${out.addresses('google_artifact_registry_repository')[0]}`,
  ]);
});

test('The order of members makes no difference', () => {
  expect(synth({ writers: ['user:a@example.edu', 'user:b@example.edu'] }).text).toBe(synth().text);
});
