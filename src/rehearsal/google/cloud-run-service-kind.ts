import { invalid } from '../cloud/cloud-error';
import { resourcePath } from '../cloud/cloud';
import { runServiceAssetName, serviceAccountName } from '../provider/cloud-names';
import { blockAt, blocksAt, numberAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectForm, expectOneOf } from './config-checks';
import { fillIn } from './filled-values';
import { importPatterns } from './import-patterns';
import { labelledKind } from './labelled-kind';
import { locationOf, projectOf } from './place-attributes';
import { projectNumber } from './project-number';

/** cloud.google.com/run/docs/deploying, 2026-11. */
const NAME = /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/;
const NAME_FORM =
  'must be at most 49 lower-case letters, digits and hyphens, first a letter and last no hyphen';
const INGRESS = [
  'INGRESS_TRAFFIC_ALL',
  'INGRESS_TRAFFIC_INTERNAL_ONLY',
  'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
];

const nameOf = (attributes: Attributes, provider: Attributes) =>
  runServiceAssetName(
    projectOf(attributes, provider),
    locationOf(attributes, provider),
    requiredText(attributes, 'name'),
  );

/** A service that runs only while somebody asks it. */
export const cloudRunServiceKind = labelledKind({
  type: 'google_cloud_run_v2_service',
  assetType: 'run.googleapis.com/Service',
  api: 'run.googleapis.com',
  forceNew: ['project', 'location', 'name'],
  defaults: { deletion_protection: true, invoker_iam_disabled: false },
  computedBlocks: ['scaling', 'traffic', 'template.scaling', 'template.containers.ports'],
  terraformOnly: ['deletion_protection'],
  afterImport: { deletion_protection: true },
  // The provider waits for the first revision; how long is a guess.
  latency: { create: 12, update: 10, delete: 5, read: 0.4 },
  checks: [
    'A name has at most 49 lower-case letters, digits and hyphens; the project stands and has the API on.',
    'The account that it runs as stands; there is a container, and no fewer instances at most than at least.',
    'It is not deleted while deletion_protection is true.',
  ],
  ignores: [
    'Images, revisions, traffic, probes, volumes, jobs and what it answers; its latency is a guess.',
    'The account of Cloud Run itself in the project, which comes with the API.',
  ],
  name: nameOf,
  importIds: importPatterns(
    'projects/{project}/locations/{location}/services/{name}',
    '{project}/{location}/{name}',
    '{location}/{name}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', NAME, NAME_FORM),
    ...expectOneOf(config, 'ingress', INGRESS),
  ],
  check: (attributes, operation) => {
    const project = projectOf(attributes, operation.provider);
    const template = blockAt(attributes, 'template') ?? {};
    const where = `Service ${requiredText(attributes, 'name')}`;
    if (blocksAt(template, 'containers').length === 0) throw invalid(`${where}: template has no container`);
    const scaling = blockAt(template, 'scaling') ?? {};
    const most = numberAt(scaling, 'max_instance_count');
    if (most !== undefined && most < (numberAt(scaling, 'min_instance_count') ?? 0))
      throw invalid(`${where}: max_instance_count ${most} is below min_instance_count`);
    const account = textAt(template, 'service_account');
    const [, home] = /@([^.]+)\.iam\.gserviceaccount\.com$/.exec(account ?? '') ?? [];
    if (account === undefined || home === undefined) return;
    operation.need(
      serviceAccountName(home, account),
      `${where} in ${project}: service account ${account} does not exist`,
    );
  },
  computed: (attributes, { provider }) => {
    const name = requiredText(attributes, 'name');
    const project = projectOf(attributes, provider);
    const location = locationOf(attributes, provider);
    return {
      id: resourcePath(nameOf(attributes, provider)),
      uri: `https://${name}-${projectNumber(project)}.${location}.run.app`,
      ...fillIn(attributes, { project, location }),
    };
  },
  beforeDelete: (state) => {
    if (state['deletion_protection'] !== true) return;
    throw invalid(
      'cannot destroy service without setting deletion_protection=false and running `terraform apply`',
    );
  },
});
