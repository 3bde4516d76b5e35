import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { networkName, projectName, serviceName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ConfigProblem, ResourceKind } from '../provider/resource-kind';
import { booleanAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { noBilling } from './project-rules';

/** Cannot be asked for by name: provider google 6.50 source, 2026-11. */
const BANNED = [
  'dataproc-control.googleapis.com',
  'source.googleapis.com',
  'stackdriverprovisioning.googleapis.com',
  'bigquery-json.googleapis.com',
];

const SERVICE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

/**
 * Services that are not switched on without billing.
 *
 * @see https://docs.cloud.google.com/service-usage/docs/enable-disable (2026-11), and the errors that name them
 */
const BILLED = new Set(
  ['artifactregistry', 'cloudbuild', 'compute', 'container', 'containerregistry', 'run'].map(
    (name) => `${name}.googleapis.com`,
  ),
);

const nameOf = (attributes: Attributes, provider: Attributes) =>
  serviceName(projectOf(attributes, provider), requiredText(attributes, 'service'));

const projectOf = (attributes: Attributes, provider: Attributes): string =>
  textAt(attributes, 'project') ?? requiredText(provider, 'project');

const base = assetKind({
  type: 'google_project_service',
  assetType: 'serviceusage.googleapis.com/Service',
  forceNew: ['service', 'project'],
  defaults: { disable_on_destroy: true },
  terraformOnly: ['disable_on_destroy', 'disable_dependent_services'],
  afterImport: { disable_on_destroy: null, disable_dependent_services: null },
  // Measured for creation, whatever the number: the provider sends services in batches (PROVIDER, 2026-11).
  latency: { create: 10, update: 0, delete: 10, read: 0.5 },
  checks: [
    'The service is written as a domain name and is none that cannot be asked for; its project stands.',
    'Services that need billing are refused in a project without a billing account.',
    'Switching on what is on already is fine; disable_on_destroy = false leaves it on.',
    'Switching compute.googleapis.com on brings the default network, unless the project was made without.',
  ],
  ignores: [
    'Whether a service of that name exists, and terms of service that have to be accepted.',
    'Services that come along with another, and refusing to switch off what another needs.',
    'Service agents and the roles that Google gives them; what becomes of resources when their service is switched off.',
  ],
  name: nameOf,
  project: (attributes, provider) => textAt(attributes, 'project') ?? textAt(provider, 'project'),
  importIds: [/^(?<project>[^/]+)\/(?<service>[^/]+)$/],
  validate: problems,
  check,
  computed: (attributes, { provider }) => {
    const project = projectOf(attributes, provider);
    return { id: `${project}/${requiredText(attributes, 'service')}`, project };
  },
  afterCreate: (asset, { cloud }) => {
    const project = asset.project ?? '';
    if (asset.data['service'] !== 'compute.googleapis.com') return;
    const id = `projects/${project}/global/networks/default`;
    cloud.insert({
      name: networkName(project, 'default'),
      type: 'compute.googleapis.com/Network',
      project,
      madeBy: 'google',
      data: {
        id,
        name: 'default',
        project,
        self_link: `https://www.googleapis.com/compute/v1/${id}`,
        auto_create_subnetworks: true,
        description: 'Default network for the project',
      },
    });
  },
});

/** An API that is switched on in a project. */
export const projectServiceKind: ResourceKind = {
  ...base,
  create: (planned, operation) => {
    const { cloud, provider } = operation;
    const on = cloud.tryFind(nameOf(planned, provider));
    return on === undefined ? base.create(planned, operation) : { ...planned, ...on.data };
  },
  delete: (state, operation) => {
    if (booleanAt(state, 'disable_on_destroy') === false) return undefined;
    return base.delete(state, operation);
  },
};

function problems(config: Attributes): readonly ConfigProblem[] {
  const service = textAt(config, 'service');
  if (service === undefined) return [];
  if (BANNED.includes(service)) {
    return [
      {
        path: ['service'],
        message: `expected service to not match any of ${BANNED.join(', ')}, got ${service}`,
      },
    ];
  }
  if (service.includes('.')) return [];
  const message = `expected ${service} to be a domain like serviceusage.googleapis.com`;
  return [{ path: ['service'], message }];
}

function check(attributes: Attributes, operation: Operation): void {
  const service = requiredText(attributes, 'service');
  const project = projectOf(attributes, operation.provider);
  if (!SERVICE.test(service)) {
    throw invalid(`Service "${service}" was not found: write a name such as container.googleapis.com`);
  }
  const { data } = operation.need(
    projectName(project),
    `Project ${project} was not found, so ${service} cannot be switched on: refer to the google_project's project_id`,
  );
  if (BILLED.has(service) && !textAt(data, 'billing_account')) throw noBilling(service, project);
}
