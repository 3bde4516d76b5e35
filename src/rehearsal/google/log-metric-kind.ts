import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { projectName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, blocksAt, requiredText, textAt, textMapAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { projectOf } from './place-attributes';

const ASSET = 'logging.googleapis.com/LogMetric';
/** cloud.google.com/logging/docs/reference/v2/rest/v2/projects.metrics and cloud.google.com/logging/quotas, 2026-11. */
const NAME = /^[A-Za-z0-9_.,+!*',()%-][A-Za-z0-9_.,+!*',()%/-]{0,99}$/;
const MAX_FILTER = 20_000;
const MAX_METRICS = 500;
const MAX_LABELS = 10;
const EXTRACTOR = /^(EXTRACT\([A-Za-z_.]+\)|REGEXP_EXTRACT\([A-Za-z_.]+, "(?<regex>.*)"\))$/;

const nameOf = (attributes: Attributes, provider: Attributes): AssetName =>
  `//logging.googleapis.com/projects/${projectOf(attributes, provider)}/metrics/${requiredText(attributes, 'name')}`;

/** A metric that is counted out of the entries of a log. */
export const logMetricKind = assetKind({
  type: 'google_logging_metric',
  assetType: ASSET,
  api: 'logging.googleapis.com',
  forceNew: ['project', 'name'],
  defaults: { 'metric_descriptor.unit': '1', 'metric_descriptor.labels.value_type': 'STRING' },
  computedBlocks: ['metric_descriptor'],
  latency: { create: 2, update: 2, delete: 1, read: 0.3 },
  checks: [
    'A name has at most 100 characters, a filter 20,000, a project 500 metrics, a metric 10 labels.',
    'Each label has an extractor and each extractor a label; an expression has exactly one group; a distribution has buckets and a value.',
  ],
  ignores: ['The language of filters, and what is counted; its latency is a guess.'],
  name: nameOf,
  parent: (attributes, provider) => projectName(projectOf(attributes, provider)),
  importIds: [/^(?<project>[^ ]+) (?<name>.+)$/],
  validate: problems,
  check,
  computed: (attributes) => ({ id: requiredText(attributes, 'name') }),
});

function problems(config: Attributes): readonly ConfigProblem[] {
  const name = textAt(config, 'name');
  const filter = textAt(config, 'filter') ?? '';
  return [
    ...(name === undefined || NAME.test(name)
      ? []
      : [
          {
            path: ['name'],
            message: `A metric cannot be called "${name}": write up to 100 letters, digits and -`,
          },
        ]),
    ...(filter.length <= MAX_FILTER
      ? []
      : [
          {
            path: ['filter'],
            message: `The filter has ${filter.length} characters; at most ${MAX_FILTER} are taken`,
          },
        ]),
  ];
}

function check(attributes: Attributes, { cloud, provider }: Operation, prior: Attributes | undefined): void {
  const name = requiredText(attributes, 'name');
  const project = projectOf(attributes, provider);
  const others = cloud.inProject(project).filter(({ type }) => type === ASSET).length;
  if (prior === undefined && others >= MAX_METRICS) {
    throw invalid(`Project ${project} has ${others} log-based metrics, and may have ${MAX_METRICS}`);
  }
  const descriptor = blockAt(attributes, 'metric_descriptor') ?? {};
  const labels = blocksAt(descriptor, 'labels').map((label) => requiredText(label, 'key'));
  const extractors = textMapAt(attributes, 'label_extractors');
  if (labels.length > MAX_LABELS)
    throw invalid(`Metric ${name} has ${labels.length} labels, and may have 10`);
  const lone = [...labels, ...Object.keys(extractors)].find(
    (key) => !labels.includes(key) || extractors[key] === undefined,
  );
  if (lone !== undefined) throw invalid(`Metric ${name}: label ${lone} needs a descriptor and an extractor`);
  const value = textAt(attributes, 'value_extractor');
  for (const extractor of [...Object.values(extractors), ...(value === undefined ? [] : [value])]) {
    checkExtractor(name, extractor);
  }
  const isDistribution = textAt(descriptor, 'value_type') === 'DISTRIBUTION';
  if (isDistribution !== (value !== undefined && blockAt(attributes, 'bucket_options') !== undefined)) {
    throw invalid(
      `Metric ${name}: a distribution, and nothing else, has a value_extractor and bucket_options`,
    );
  }
}

function checkExtractor(name: string, extractor: string): void {
  const match = EXTRACTOR.exec(extractor);
  if (match === null) throw invalid(`Metric ${name}: ${extractor} is neither EXTRACT nor REGEXP_EXTRACT`);
  const regex = match.groups?.['regex'];
  const groups = regex?.match(/(?<!\\)\((?!\?)/g)?.length ?? 0;
  if (regex !== undefined && groups !== 1) {
    throw invalid(`Metric ${name}: ${extractor} has ${groups} groups; write exactly one`);
  }
}
