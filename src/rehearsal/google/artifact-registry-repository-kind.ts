import { invalid } from '../cloud/cloud-error';
import { resourcePath } from '../cloud/cloud';
import { isoInstant } from '../cloud/iso-instant';
import { repositoryName } from '../provider/cloud-names';
import { blockAt, blocksAt, numberAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectOneOf } from './config-checks';
import { fillIn, fillInBlock } from './filled-values';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { locationOf, plannedLocation, projectOf } from './place-attributes';

const nameOf = (attributes: Attributes, provider: Attributes) =>
  repositoryName(
    projectOf(attributes, provider),
    locationOf(attributes, provider),
    textAt(attributes, 'repository_id') ?? '',
  );

/** A repository of images or packages. */
export const artifactRegistryRepositoryKind = labelledKind({
  type: 'google_artifact_registry_repository',
  assetType: 'artifactregistry.googleapis.com/Repository',
  api: 'artifactregistry.googleapis.com',
  forceNew: [
    'project',
    'location',
    'repository_id',
    'format',
    'kms_key_name',
    'maven_config',
    'mode',
    'remote_repository_config.apt_repository',
    'remote_repository_config.common_repository',
    'remote_repository_config.docker_repository',
    'remote_repository_config.maven_repository',
    'remote_repository_config.npm_repository',
    'remote_repository_config.python_repository',
    'remote_repository_config.yum_repository',
  ],
  defaults: { mode: 'STANDARD_REPOSITORY', 'cleanup_policies.condition.tag_state': 'ANY' },
  latency: LATENCY.repository,
  writeRate: {
    about: 'repositories made and deleted',
    perSecond: 0.5,
    scope: (attributes) => textAt(attributes, 'project') ?? '',
    source: 'docs.cloud.google.com/artifact-registry/quotas, 2026-11: one in two seconds for each project',
  },
  checks: [
    'Id and format are written as Artifact Registry asks for.',
    'A cleanup policy has an action, durations are in seconds, and a condition or a number of versions to keep; labels.',
    'A project makes or deletes one repository in two seconds.',
    'Its images go with it.',
  ],
  ignores: ['What cleanup policies delete, scanning, remote and virtual repositories.'],
  name: nameOf,
  importIds: importPatterns(
    'projects/{project}/locations/{location}/repositories/{repository_id}',
    '{project}/{location}/{repository_id}',
    '{location}/{repository_id}',
    '{repository_id}',
  ),
  validate: (config) => [
    ...expectOneOf(config, 'vulnerability_scanning_config.enablement_config', ['INHERITED', 'DISABLED']),
    ...expectOneOf(config, 'mode', ['STANDARD_REPOSITORY', 'VIRTUAL_REPOSITORY', 'REMOTE_REPOSITORY']),
    ...expectOneOf(config, 'cleanup_policies.action', ['DELETE', 'KEEP']),
    ...expectOneOf(config, 'cleanup_policies.condition.tag_state', ['TAGGED', 'UNTAGGED', 'ANY']),
  ],
  plan: plannedLocation,
  check: (attributes) => {
    checkIdAndFormat(attributes);
    for (const policy of blocksAt(attributes, 'cleanup_policies')) checkCleanup(policy);
  },
  computed: (attributes, { provider, cloud }) => {
    const now = isoInstant(cloud.now);
    return {
      id: resourcePath(nameOf(attributes, provider)),
      name: textAt(attributes, 'repository_id') ?? '',
      create_time: textAt(attributes, 'create_time') ?? now,
      update_time: now,
      ...scanning(attributes),
      ...fillIn(attributes, { location: locationOf(attributes, provider) }),
    };
  },
  beforeDelete: (state, { cloud, provider }) => {
    for (const image of cloud.childrenOf(nameOf(state, provider))) cloud.remove(image.name);
  },
});

/** @see https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories (2026-11) */
const FORMATS = ['DOCKER', 'MAVEN', 'NPM', 'APT', 'YUM', 'PYTHON', 'KFP', 'GO', 'GENERIC', 'RUBY'];
const ID = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function checkIdAndFormat(attributes: Attributes): void {
  const id = textAt(attributes, 'repository_id') ?? '';
  if (!ID.test(id)) {
    throw invalid(
      `Invalid repository id "${id}": at most 63 lower-case letters, digits and hyphens, first a letter, last no hyphen`,
    );
  }
  const format = textAt(attributes, 'format') ?? '';
  if (FORMATS.includes(format)) return;
  throw invalid(`Invalid value at 'repository.format': "${format}" is not one of ${FORMATS.join(', ')}`);
}

function checkCleanup(policy: Attributes): void {
  const id = textAt(policy, 'id') ?? '';
  const refuse = (message: string) => invalid(`Cleanup policy "${id}": ${message}`);
  if (!textAt(policy, 'action')) throw refuse('action is missing: DELETE or KEEP');
  const condition = blockAt(policy, 'condition');
  const versions = blockAt(policy, 'most_recent_versions');
  if ((condition === undefined) === (versions === undefined)) {
    throw refuse('one of condition and most_recent_versions must be set');
  }
  if (versions !== undefined && (numberAt(versions, 'keep_count') ?? 0) < 1)
    throw refuse('keep_count must be at least 1');
  for (const age of ['older_than', 'newer_than']) {
    const duration = textAt(condition ?? {}, age);
    if (duration && !/^\d+(?:\.\d{1,9})?s$/.test(duration)) {
      throw refuse(`${age} "${duration}" is not a number of seconds followed by "s", like 604800s`);
    }
  }
}

function scanning(attributes: Attributes): Attributes {
  const config = blockAt(attributes, 'vulnerability_scanning_config');
  if (config === undefined) return {};
  const isOff = textAt(config, 'enablement_config') === 'DISABLED';
  return fillInBlock(attributes, 'vulnerability_scanning_config', {
    enablement_state: isOff ? 'SCANNING_DISABLED' : 'SCANNING_ACTIVE',
    enablement_state_reason: isOff ? 'Scanning is disabled for this repository.' : '',
  });
}
