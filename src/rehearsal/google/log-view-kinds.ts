import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { iamBindingKind } from './iam-binding-kind';
import { logBucketName } from './log-bucket-kind';

const VIEW = 'logging.googleapis.com/LogView';
/** docs.cloud.google.com/logging/quotas, 2026-11; `_AllLogs` is one of them. */
const MAX_VIEWS = 30;
/** A logical AND of these, and of nothing else: docs.cloud.google.com/logging/docs/logs-views, 2026-11. */
const TERM = /^(?:NOT )?(?:SOURCE\("[^"]+"\)|LOG_ID\("[^"]+"\)|resource\.type ?!?= ?"[a-z0-9_]+")$/i;

const viewName = (project: string, location: string, bucket: string, view: string): AssetName =>
  `${logBucketName(project, location, bucket)}/views/${view}` as AssetName;

const partsOf = (attributes: Attributes) => ({
  project: requiredText(attributes, 'parent').replace(/^projects\//, ''),
  location: textAt(attributes, 'location') ?? 'global',
  bucket: requiredText(attributes, 'bucket'),
  name: requiredText(attributes, 'name'),
});

const nameOf = (attributes: Attributes): AssetName => {
  const { project, location, bucket, name } = partsOf(attributes);
  return viewName(project, location, bucket, name);
};

const pathOf = (attributes: Attributes): string =>
  nameOf(attributes).replace('//logging.googleapis.com/', '');

/** What of a log bucket some people read. */
export const logViewKind = assetKind({
  type: 'google_logging_log_view',
  assetType: VIEW,
  api: 'logging.googleapis.com',
  forceNew: ['parent', 'location', 'bucket', 'name'],
  latency: { create: 1, update: 1, delete: 1, read: 0.3 },
  checks: [
    'Its bucket stands, and has at most 29 views beside the one of all logs.',
    'A filter joins source, log and type of resource by AND, and knows nothing else: no namespace.',
  ],
  ignores: ['What it shows, and the views that Google makes; its latency is a guess.'],
  name: nameOf,
  project: (attributes) => partsOf(attributes).project,
  parent: (attributes) => {
    const { project, location, bucket } = partsOf(attributes);
    return logBucketName(project, location, bucket);
  },
  importIds: [
    /^(?<parent>projects\/[^/]+)\/locations\/(?<location>[^/]+)\/buckets\/(?<bucket>[^/]+)\/views\/(?<name>[^/]+)$/,
  ],
  check: (attributes, operation, prior) => {
    const { project, location, bucket, name } = partsOf(attributes);
    const parent = logBucketName(project, location, bucket);
    operation.need(parent, `View ${name}: log bucket ${bucket} does not exist in ${project}`);
    const filter = textAt(attributes, 'filter') ?? '';
    const odd = filter === '' ? undefined : filter.split(' AND ').find((term) => !TERM.test(term.trim()));
    if (odd !== undefined)
      throw invalid(`View ${name}: "${odd}" is not allowed: a view is filtered by source, log id and resource type only`); // prettier-ignore
    const views = operation.cloud.childrenOf(parent).filter(({ type }) => type === VIEW).length;
    if (prior === undefined && views >= MAX_VIEWS - 1)
      throw invalid(`Log bucket ${bucket} has ${views + 1} views, and may have ${MAX_VIEWS}`);
  },
  computed: (attributes) => ({ id: pathOf(attributes) }),
});

/** One role on a view of a log bucket. */
export const logViewIamBindingKind = iamBindingKind({
  type: 'google_logging_log_view_iam_binding',
  api: 'logging.googleapis.com',
  identity: ['parent', 'location', 'bucket', 'name'],
  tryTarget: (attributes) => {
    const given = textAt(attributes, 'name');
    const [parent, bucket] = [textAt(attributes, 'parent'), textAt(attributes, 'bucket')];
    if (given === undefined || parent === undefined || bucket === undefined) return undefined;
    // The provider keeps the whole path where a name was written.
    const name = given.split('/').at(-1)!;
    const view = { ...attributes, name };
    const { location } = partsOf(view);
    return {
      name: nameOf(view),
      id: pathOf(view),
      where: `logging logview "${pathOf(view)}"`,
      filled: { location },
    };
  },
  importIds: [
    /^(?<parent>projects\/[^/]+)\/locations\/(?<location>[^/]+)\/buckets\/(?<bucket>[^/]+)\/views\/(?<name>[^/]+)$/,
  ],
  /** The provider reads conditions of a view's policy back: provider google, source of the resource, 2026-11. */
  latency: { create: 4, update: 4, delete: 4, read: 0.42 },
});
