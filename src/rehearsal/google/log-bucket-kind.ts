import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { projectName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ResourceKind } from '../provider/resource-kind';
import { numberAt, requiredText } from '../values/read-value';
import type { Attributes } from '../values/value';

/** Every project has these; they can be neither made nor deleted: docs.cloud.google.com/logging/docs/buckets, 2026-11. */
const BUILT_IN = ['_Default', '_Required'];
const BUCKET = 'logging.googleapis.com/LogBucket';
/** docs.cloud.google.com/logging/quotas, 2026-11: those that are deleted and not gone yet count too. */
const MAX_BUCKETS = 100;
const MAX_RETENTION_DAYS = 3650;
const REQUIRED_RETENTION_DAYS = 400;

const BUCKET_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

const projectOf = (attributes: Attributes): string =>
  requiredText(attributes, 'project').replace(/^projects\//, '');

const idOf = (attributes: Attributes): string =>
  `projects/${projectOf(attributes)}/locations/${requiredText(attributes, 'location')}` +
  `/buckets/${requiredText(attributes, 'bucket_id')}`;

/** Full resource name of a log bucket. */
export const logBucketName = (project: string, location: string, bucket: string): AssetName =>
  `//logging.googleapis.com/projects/${project}/locations/${location}/buckets/${bucket}`;

const nameOf = (attributes: Attributes): AssetName =>
  logBucketName(
    projectOf(attributes),
    requiredText(attributes, 'location'),
    requiredText(attributes, 'bucket_id'),
  );

const isBuiltIn = (attributes: Attributes): boolean =>
  BUILT_IN.includes(requiredText(attributes, 'bucket_id'));

const base = assetKind({
  type: 'google_logging_project_bucket_config',
  assetType: BUCKET,
  api: 'logging.googleapis.com',
  forceNew: ['project', 'location', 'bucket_id'],
  defaults: { retention_days: 30 },
  latency: { create: 2, update: 2, delete: 1, read: 0.3 },
  checks: [
    'A bucket that stands is taken over, as _Default and _Required of each project; destroying those only forgets them.',
    'Retention is 1 to 3,650 days, in _Required always 400; other ids do not begin with an underscore.',
    'A deleted bucket keeps its id for 7 days, and is one of the 100 that a project may have.',
  ],
  ignores: ['Locking, log analytics, indexes and encryption keys; its latency is a guess.'],
  name: nameOf,
  project: (attributes) => projectOf(attributes),
  parent: (attributes) => projectName(projectOf(attributes)),
  importIds: [/^projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/buckets\/(?<bucket_id>[^/]+)$/],
  check,
  computed: (attributes) => ({ id: idOf(attributes), name: idOf(attributes), lifecycle_state: 'ACTIVE' }),
  keepNameForDays: 7,
});

/** How long a project's logs are kept. */
export const logBucketKind: ResourceKind = {
  ...base,
  create: (planned, operation) =>
    operation.cloud.tryFind(nameOf(planned)) === undefined
      ? base.create(planned, operation)
      : base.update(planned, planned, operation),
  delete: (state, operation) => (isBuiltIn(state) ? undefined : base.delete(state, operation)),
};

function check(attributes: Attributes, operation: Operation): void {
  const bucket = requiredText(attributes, 'bucket_id');
  const days = numberAt(attributes, 'retention_days') ?? 30;
  if (operation.cloud.tryFind(nameOf(attributes)) === undefined && !BUCKET_ID.test(bucket)) {
    throw invalid(
      `Log bucket ${idOf(attributes)} cannot be made: an id is letters, digits, "_", "-" and ".", and does not begin ` +
        'with "_"; _Default and _Required are in location global',
    );
  }
  if (!isBuiltIn(attributes) && operation.cloud.tryFind(nameOf(attributes)) === undefined)
    checkCount(projectOf(attributes), operation);
  if (bucket === '_Required' && days !== REQUIRED_RETENTION_DAYS) {
    throw invalid(
      `Log bucket ${idOf(attributes)} keeps its logs for 400 days, which cannot be changed to ${days}`,
    );
  }
  if (days < 1 || days > MAX_RETENTION_DAYS) {
    throw invalid(`Log bucket ${idOf(attributes)} cannot keep its logs for ${days} days: write 1 to 3650`);
  }
}

function checkCount(project: string, { cloud }: Operation): void {
  const own = logBucketName(project, '', '').replace(/locations\/.*$/, '');
  const known = [
    ...cloud.inProject(project).filter(({ type, name }) => type === BUCKET && !name.includes('/buckets/_')),
    ...cloud.listTombstones().filter(({ asset: { type, name } }) => type === BUCKET && name.startsWith(own)),
  ].length;
  if (known + BUILT_IN.length < MAX_BUCKETS) return;
  throw invalid(
    `Project ${project} has ${known + BUILT_IN.length} log buckets, those that are deleted and not gone yet among them, ` +
      `and may have ${MAX_BUCKETS}`,
  );
}
