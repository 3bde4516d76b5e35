import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { projectName } from '../provider/cloud-names';
import type { ConfigProblem, ResourceKind } from '../provider/resource-kind';
import { requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { logBucketName } from './log-bucket-kind';
import { projectOf } from './place-attributes';
import { projectNumber } from './project-number';

const SINK = 'logging.googleapis.com/LogSink';
const EXCLUSION = 'logging.googleapis.com/LogExclusion';
/** cloud.google.com/logging/docs/reference/v2/rest/v2/projects.sinks and docs.cloud.google.com/logging/quotas, 2026-11. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;
const MAX_FILTER = 20_000;
const MAX_SINKS = 200;
const MAX_EXCLUSIONS = 50;
const DESTINATION =
  /^logging\.googleapis\.com\/projects\/(?<project>[^/]+)(?:\/locations\/(?<location>[^/]+)\/buckets\/(?<bucket>[^/]+))?$/;

const LATENCY = { create: 2, update: 2, delete: 1, read: 0.3 };

const named =
  (collection: string) =>
  (attributes: Attributes, provider: Attributes): AssetName =>
    `//logging.googleapis.com/projects/${projectOf(attributes, provider)}/${collection}/${requiredText(attributes, 'name')}`;

function problemsOf(what: string) {
  return (config: Attributes): readonly ConfigProblem[] => {
    const name = textAt(config, 'name');
    const filter = textAt(config, 'filter') ?? '';
    return [
      ...(name === undefined || NAME.test(name)
        ? []
        : [{ path: ['name'], message: `A ${what} cannot be called "${name}": write up to 100 letters, digits, "_", "-" and "."` }]), // prettier-ignore
      ...(filter.length <= MAX_FILTER
        ? []
        : [{ path: ['filter'], message: `The filter has ${filter.length} characters; at most ${MAX_FILTER} are taken` }]), // prettier-ignore
    ];
  };
}

const sink = assetKind({
  type: 'google_logging_project_sink',
  assetType: SINK,
  api: 'logging.googleapis.com',
  forceNew: ['project', 'name'],
  defaults: { unique_writer_identity: true },
  latency: LATENCY,
  checks: [
    'A destination is a project or log bucket that stands; a project has 200 sinks, a filter 20,000 characters.',
    'Leading out of the project takes an identity that writes: the one of Cloud Logging in the project.',
    'A sink that stands is taken over.',
  ],
  ignores: [
    'Buckets of Cloud Storage, topics and data sets as destinations, and exclusions of a sink.',
    'The language of filters, what is led, and whether the identity may write there; its latency is a guess.',
  ],
  name: named('sinks'),
  parent: (attributes, provider) => projectName(projectOf(attributes, provider)),
  importIds: [/^projects\/(?<project>[^/]+)\/sinks\/(?<name>[^/]+)$/],
  validate: problemsOf('sink'),
  check: (attributes, operation, prior) => {
    const { cloud, provider } = operation;
    const project = projectOf(attributes, provider);
    const sinks = cloud.inProject(project).filter(({ type }) => type === SINK).length;
    if (prior === undefined && sinks >= MAX_SINKS)
      throw invalid(`Project ${project} has ${sinks} sinks, and may have ${MAX_SINKS}`);
    const destination = requiredText(attributes, 'destination');
    const to = DESTINATION.exec(destination)?.groups;
    if (to === undefined)
      throw invalid(`Sink ${requiredText(attributes, 'name')}: "${destination}" is no destination`);
    const { project: home = '', location, bucket } = to;
    const name = bucket === undefined ? projectName(home) : logBucketName(home, location ?? '', bucket);
    // Every project has its own two, whether or not anything here made them.
    if (bucket?.startsWith('_') === true) operation.need(projectName(home), `${destination} does not exist`);
    else operation.need(name, `Sink ${requiredText(attributes, 'name')}: ${destination} does not exist`);
  },
  computed: (attributes, { provider }) => {
    const project = projectOf(attributes, provider);
    const inside = DESTINATION.exec(requiredText(attributes, 'destination'))?.groups;
    const isOwn = inside?.['project'] === project && inside['bucket'] !== undefined;
    return {
      id: `projects/${project}/sinks/${requiredText(attributes, 'name')}`,
      // Into a bucket of its own project Cloud Logging writes as nobody.
      writer_identity: isOwn
        ? ''
        : `serviceAccount:service-${projectNumber(project)}@gcp-sa-logging.iam.gserviceaccount.com`,
    };
  },
});

/** What leads entries of a project's log elsewhere. The provider takes a sink over that is there: its own source, 6.50, 2026-11. */
export const logSinkKind: ResourceKind = {
  ...sink,
  create: (planned, operation) =>
    operation.cloud.tryFind(named('sinks')(planned, operation.provider)) === undefined
      ? sink.create(planned, operation)
      : sink.update(planned, planned, operation),
};

/** What keeps entries of a project's log from being stored in its `_Default` bucket. */
export const logExclusionKind = assetKind({
  type: 'google_logging_project_exclusion',
  assetType: EXCLUSION,
  api: 'logging.googleapis.com',
  forceNew: ['project', 'name'],
  latency: LATENCY,
  checks: ['A name has at most 100 characters, a filter 20,000, a project 50 exclusions.'],
  ignores: ['The language of filters, and what is left out; its latency is a guess.'],
  name: named('exclusions'),
  parent: (attributes, provider) => projectName(projectOf(attributes, provider)),
  importIds: [/^projects\/(?<project>[^/]+)\/exclusions\/(?<name>[^/]+)$/],
  validate: problemsOf('exclusion'),
  check: (attributes, { cloud, provider }, prior) => {
    const project = projectOf(attributes, provider);
    const others = cloud.inProject(project).filter(({ type }) => type === EXCLUSION).length;
    if (prior === undefined && others >= MAX_EXCLUSIONS)
      throw invalid(`Project ${project} has ${others} exclusions, and may have ${MAX_EXCLUSIONS}`);
  },
  computed: (attributes, { provider }) => ({
    id: `projects/${projectOf(attributes, provider)}/exclusions/${requiredText(attributes, 'name')}`,
  }),
});
