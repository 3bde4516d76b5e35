import { failedPrecondition } from '../cloud/cloud-error';
import { isoInstant } from '../cloud/iso-instant';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, booleanAt, requiredText, textAt, textMapAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectExactlyOne, expectForm, expectNotWith } from './config-checks';
import { labelledKind } from './labelled-kind';
import { projectOf } from './place-attributes';
import { projectNumber } from './project-number';
import { secretName } from './secret-name';

const nameOf = (attributes: Attributes, provider: Attributes) =>
  secretName(projectOf(attributes, provider), requiredText(attributes, 'secret_id'));

/** A secret without its values. */
export const secretKind = labelledKind({
  type: 'google_secret_manager_secret',
  assetType: 'secretmanager.googleapis.com/Secret',
  api: 'secretmanager.googleapis.com',
  forceNew: ['secret_id', 'project', 'replication', 'tags'],
  defaults: { deletion_protection: false },
  terraformOnly: ['deletion_protection', 'ttl', 'tags'],
  afterImport: { deletion_protection: false, ttl: null, tags: null },
  latency: { create: 2, update: 2, delete: 1, read: 0.3 },
  checks: [
    'The id has at most 255 letters, digits, "-" and "_"; replication is automatic or in named places, not both.',
    'The project stands and has the API on; deletion_protection refuses the deletion.',
  ],
  ignores: [
    'Versions and their values, rotation, topics, expiry and encryption keys; its latency is a guess.',
  ],
  name: nameOf,
  importIds: [
    /^projects\/(?<project>[^/]+)\/secrets\/(?<secret_id>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<secret_id>[^/]+)$/,
  ],
  validate: problems,
  computed: (attributes, { cloud, provider }) => {
    const project = projectOf(attributes, provider);
    const secret = requiredText(attributes, 'secret_id');
    return {
      id: `projects/${project}/secrets/${secret}`,
      name: `projects/${projectNumber(project)}/secrets/${secret}`,
      project,
      create_time: cloud.tryFind(secretName(project, secret))?.data['create_time'] ?? isoInstant(cloud.now),
      expire_time: textAt(attributes, 'expire_time') ?? '',
      effective_annotations: textMapAt(attributes, 'annotations'),
    };
  },
  beforeDelete: (state) => {
    if (booleanAt(state, 'deletion_protection') !== true) return;
    throw failedPrecondition(
      `cannot destroy secret ${requiredText(state, 'secret_id')} without setting deletion_protection = false and applying it first`,
    );
  },
});

function problems(config: Attributes): readonly ConfigProblem[] {
  return [
    ...expectForm(
      config,
      'secret_id',
      /^[a-zA-Z0-9_-]{1,255}$/,
      'must be 1 to 255 letters, digits, "-" and "_"',
    ),
    ...expectNotWith(config, 'expire_time', ['ttl']),
    ...(blockAt(config, 'replication') === undefined
      ? []
      : expectExactlyOne(config, ['replication.auto', 'replication.user_managed'])),
  ];
}
