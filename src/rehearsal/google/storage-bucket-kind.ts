import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { CloudError, invalid } from '../cloud/cloud-error';
import { isoInstant } from '../cloud/iso-instant';
import { bucketName, projectName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import { blockAt, blocksAt, booleanAt, numberAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectBetween, expectOneOf, isWritten } from './config-checks';
import { fillIn, fillInBlock } from './filled-values';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { projectOf } from './place-attributes';

export const STORAGE_API = 'storage.googleapis.com';

const nameOf = (attributes: Attributes): AssetName => bucketName(textAt(attributes, 'name') ?? '');

const STORAGE_CLASSES = [
  'STANDARD',
  'NEARLINE',
  'COLDLINE',
  'ARCHIVE',
  'MULTI_REGIONAL',
  'REGIONAL',
  'DURABLE_REDUCED_AVAILABILITY',
];

/** A Cloud Storage bucket: its name is unique in all of Google Cloud. */
export const storageBucketKind = labelledKind({
  type: 'google_storage_bucket',
  assetType: 'storage.googleapis.com/Bucket',
  api: STORAGE_API,
  forceNew: [
    'name',
    'project',
    'location',
    'custom_placement_config',
    'enable_object_retention',
    'hierarchical_namespace',
  ],
  defaults: {
    force_destroy: false,
    'retention_policy.is_locked': false,
    'soft_delete_policy.retention_duration_seconds': 604_800,
    storage_class: 'STANDARD',
  },
  computedBlocks: ['soft_delete_policy', 'versioning', 'website'],
  terraformOnly: ['force_destroy'],
  afterImport: { force_destroy: false },
  latency: LATENCY.bucket,
  checks: [
    "Its name has the form that Cloud Storage asks for and is nobody else's, in any project.",
    'Lifecycle rules have a known action and a condition; soft delete is off or 7 to 90 days; storage class and labels.',
    'It is deleted only when empty, or together with its objects where force_destroy says so.',
  ],
  ignores: [
    'What lifecycle, soft delete and versioning do to objects; regions; encryption; retention locks.',
    'Names of domains, which their owners must prove.',
  ],
  name: nameOf,
  importIds: importPatterns('{project}/{name}', '{name}'),
  validate: (config) => [
    ...expectOneOf(config, 'public_access_prevention', ['enforced', 'inherited']),
    ...expectBetween(config, 'soft_delete_policy.retention_duration_seconds', 0, 7_776_000),
    ...blocksAt(config, 'lifecycle_rule').flatMap((rule) =>
      ['action', 'condition']
        .filter((block) => !isWritten(rule, block))
        .map((block) => ({
          path: ['lifecycle_rule'],
          message: `"lifecycle_rule": a rule needs one "${block}" block`,
        })),
    ),
  ],
  check: (attributes, operation, prior) => {
    checkName(textAt(attributes, 'name') ?? '');
    if (prior === undefined) refuseTaken(attributes, operation);
    checkClass(textAt(attributes, 'storage_class') ?? 'STANDARD');
    checkSoftDelete(attributes);
    for (const rule of blocksAt(attributes, 'lifecycle_rule')) checkRule(rule);
  },
  computed: (attributes, { cloud, provider }) => {
    const name = textAt(attributes, 'name') ?? '';
    const now = isoInstant(cloud.now);
    const project = projectOf(attributes, provider);
    const created = textAt(attributes, 'time_created') ?? now;
    return {
      id: name,
      self_link: `https://www.googleapis.com/storage/v1/b/${name}`,
      url: `gs://${name}`,
      project_number: Number(textAt(cloud.tryFind(projectName(project))?.data ?? {}, 'number') ?? 0),
      time_created: created,
      updated: now,
      ...fillInBlock(attributes, 'soft_delete_policy', {
        effective_time: created,
        retention_duration_seconds: 604_800,
      }),
      ...fillIn(attributes, {
        project,
        public_access_prevention: 'inherited',
        rpo: '',
        uniform_bucket_level_access: false,
      }),
    };
  },
  beforeDelete: (state, { cloud }) => {
    const objects = objectsIn(cloud, nameOf(state));
    if (objects.length > 0 && booleanAt(state, 'force_destroy') !== true) {
      throw new CloudError({
        status: 409,
        reason: 'conflict',
        message:
          `The bucket ${textAt(state, 'name') ?? ''} holds ${objects.length} ${objects.length === 1 ? 'object' : 'objects'} ` +
          'and is deleted only when empty: delete them, or set force_destroy to true and apply that first',
      });
    }
    for (const { name } of objects) cloud.remove(name);
  },
});

/** Objects of a bucket, by name. */
export const objectsIn = (cloud: Cloud, bucket: AssetName) =>
  cloud.childrenOf(bucket).filter(({ type }) => type === 'storage.googleapis.com/Object');

/** @see https://cloud.google.com/storage/docs/buckets#naming (2026-11) */
function checkName(name: string): void {
  const most = name.includes('.') ? 222 : 63;
  const isNamed =
    name.length >= 3 &&
    name.length <= most &&
    /^[a-z0-9][a-z0-9_.-]*[a-z0-9]$/.test(name) &&
    name.split('.').every((part) => part.length >= 1 && part.length <= 63) &&
    !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);
  if (!isNamed) {
    throw invalid(
      `Invalid bucket name: '${name}'. 3 to 63 lower-case letters, digits, hyphens, underscores and dots, ` +
        'first and last a letter or digit',
    );
  }
  if (name.startsWith('goog') || /g[o0]{2}g[l1]e/.test(name)) {
    throw invalid(`Invalid bucket name: '${name}'. A name cannot begin with "goog" nor hold "google"`);
  }
}

function refuseTaken(attributes: Attributes, { cloud, provider }: Operation): void {
  const taken = cloud.tryFind(nameOf(attributes));
  if (taken === undefined) return;
  const isOwn = taken.project === projectOf(attributes, provider);
  throw new CloudError({
    status: 409,
    reason: 'conflict',
    message: isOwn
      ? `The bucket ${textAt(attributes, 'name') ?? ''} stands in this project already: import it, or choose another name`
      : `The bucket name ${textAt(attributes, 'name') ?? ''} is taken in another project: all of Google Cloud shares ` +
        'the names of buckets; choose another',
  });
}

function checkClass(storageClass: string): void {
  if (STORAGE_CLASSES.includes(storageClass)) return;
  throw invalid(`Invalid storage class: '${storageClass}' is not one of ${STORAGE_CLASSES.join(', ')}`);
}

const DAY = 86_400;

/** @see https://cloud.google.com/storage/docs/soft-delete (2026-11) */
function checkSoftDelete(attributes: Attributes): void {
  const seconds =
    numberAt(blockAt(attributes, 'soft_delete_policy') ?? {}, 'retention_duration_seconds') ?? 0;
  if (seconds === 0 || (seconds >= 7 * DAY && seconds <= 90 * DAY)) return;
  throw invalid(
    `Invalid soft delete retention: ${seconds} seconds. It is 0, or from ${7 * DAY} (7 days) to ${90 * DAY} (90 days)`,
  );
}

const ACTIONS = ['Delete', 'SetStorageClass', 'AbortIncompleteMultipartUpload'];
/** Conditions that go with the end of uploads. @see https://cloud.google.com/storage/docs/lifecycle (2026-11) */
const UPLOAD_CONDITIONS = ['age', 'matches_prefix', 'matches_suffix'];

function checkRule(rule: Attributes): void {
  const action = blockAt(rule, 'action') ?? {};
  const type = textAt(action, 'type') ?? '';
  if (!ACTIONS.includes(type)) {
    throw invalid(`Invalid lifecycle action: '${type}' is not one of ${ACTIONS.join(', ')}`);
  }
  if (type === 'SetStorageClass') checkClass(textAt(action, 'storage_class') ?? '');
  const condition = blockAt(rule, 'condition') ?? {};
  const said = Object.keys(condition).filter((name) => isSaid(condition, name));
  if (said.length === 0) throw invalid(`Invalid lifecycle rule: the action ${type} has no condition`);
  const other = said.find((name) => !UPLOAD_CONDITIONS.includes(name));
  if (type !== 'AbortIncompleteMultipartUpload' || other === undefined) return;
  throw invalid(`Invalid lifecycle rule: the action ${type} takes no condition ${other}`);
}

/** Whether a condition says something; `send_…_if_zero` only says how to read another. */
function isSaid(condition: Attributes, name: string): boolean {
  if (name.startsWith('send_')) return false;
  const text = textAt(condition, name);
  if (text !== undefined) return text !== '' && !(name === 'with_state' && text === 'ANY');
  return numberAt(condition, name) !== undefined || textsAt(condition, name).length > 0;
}
