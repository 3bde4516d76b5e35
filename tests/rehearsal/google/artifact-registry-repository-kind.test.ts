import { artifactRegistryRepositoryKind as kind } from '../../../src/rehearsal/google/artifact-registry-repository-kind';
import { repositoryName } from '../../../src/rehearsal/provider/cloud-names';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { destroy, importOf, make, problems, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const NAME = repositoryName(PROJECT_ID, 'us-west1', 'amara-okafor');
const REPOSITORY = {
  project: PROJECT_ID,
  location: 'us-west1',
  repository_id: 'amara-okafor',
  format: 'DOCKER',
  mode: 'STANDARD_REPOSITORY',
  labels: { 'practicum-tenant': 'amara-okafor' },
  cleanup_policies: [
    {
      id: 'delete-untagged',
      action: 'DELETE',
      condition: [{ tag_state: 'UNTAGGED', older_than: '604800s' }],
    },
    { id: 'keep-recent', action: 'KEEP', most_recent_versions: [{ keep_count: 10 }] },
  ],
  vulnerability_scanning_config: [{ enablement_config: 'DISABLED' }],
};

const policy = (changes: Attributes): Attributes => ({
  cleanup_policies: [{ id: 'old', action: 'DELETE', condition: [{ older_than: '604800s' }], ...changes }],
});

test('A repository is known by its short name', () => {
  expect(make(emptyLab(), kind, REPOSITORY)).toMatchObject({
    id: 'projects/w255-c1/locations/us-west1/repositories/amara-okafor',
    name: 'amara-okafor',
    create_time: '2026-12-01T08:00:00Z',
    vulnerability_scanning_config: [{ enablement_config: 'DISABLED', enablement_state: 'SCANNING_DISABLED' }],
  });
});

test.each<[Attributes, string]>([
  [
    { repository_id: 'Amara' },
    'Invalid repository id "Amara": at most 63 lower-case letters, digits and hyphens, first a letter, last no hyphen',
  ],
  [
    { format: 'docker' },
    `Invalid value at 'repository.format': "docker" is not one of DOCKER, MAVEN, NPM, APT, YUM, PYTHON, KFP, GO, GENERIC, RUBY`,
  ],
  [policy({ action: null }), 'Cleanup policy "old": action is missing: DELETE or KEEP'],
  [
    policy({ condition: [{ older_than: '7d' }] }),
    'Cleanup policy "old": older_than "7d" is not a number of seconds followed by "s", like 604800s',
  ],
  [policy({ condition: [] }), 'Cleanup policy "old": one of condition and most_recent_versions must be set'],
  [
    policy({ most_recent_versions: [{ keep_count: 1 }] }),
    'Cleanup policy "old": one of condition and most_recent_versions must be set',
  ],
  [
    policy({ condition: [], most_recent_versions: [{ keep_count: 0 }] }),
    'Cleanup policy "old": keep_count must be at least 1',
  ],
])('Google refuses %j', (changes, message) => {
  expect(refusal(() => make(emptyLab(), kind, { ...REPOSITORY, ...changes }))).toBe(`400 ${message}`);
});

test('The provider knows scanning, modes and actions', () => {
  const config = {
    ...REPOSITORY,
    ...policy({ action: 'REMOVE' }),
    mode: 'STANDARD',
    vulnerability_scanning_config: [{ enablement_config: 'ENABLED' }],
  };
  expect(problems(kind, config)).toEqual([
    'vulnerability_scanning_config.enablement_config: expected enablement_config to be one of ["INHERITED", "DISABLED"], got ENABLED',
    'mode: expected mode to be one of ["STANDARD_REPOSITORY", "VIRTUAL_REPOSITORY", "REMOTE_REPOSITORY"], got STANDARD',
    'cleanup_policies.action: expected action to be one of ["DELETE", "KEEP"], got REMOVE',
  ]);
});

test('A project makes or deletes one repository in two seconds', () => {
  expect(kind.writeRate?.perSecond).toBe(0.5);
  expect(kind.writeRate?.scope(REPOSITORY)).toBe(PROJECT_ID);
});

test('A repository takes its images with it', () => {
  const cloud = emptyLab();
  const state = make(cloud, kind, REPOSITORY);
  const image = `${NAME}/dockerImages/app@sha256:1` as const;
  cloud.insert({
    name: image,
    type: 'artifactregistry.googleapis.com/DockerImage',
    parent: NAME,
    project: PROJECT_ID,
    data: {},
    madeBy: 'people',
  });
  destroy(cloud, kind, state);
  expect([cloud.tryFind(NAME), cloud.tryFind(image)]).toEqual([undefined, undefined]);
});

test('A repository is imported by its path', () => {
  const cloud = emptyLab();
  make(cloud, kind, REPOSITORY);
  expect(importOf(cloud, kind, 'w255-c1/us-west1/amara-okafor')).toMatchObject({
    name: 'amara-okafor',
    labels: null,
  });
});
