import { failedPrecondition } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { serviceAccountName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ConfigProblem, ResourceKind } from '../provider/resource-kind';
import { booleanAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { assignedId } from './assigned-id';
import { projectOf } from './place-attributes';
import { stableDigits } from './stable-value';

const ACCOUNT_ID = /^[a-z][-a-z0-9]{4,28}[a-z0-9]$/;

/** docs.cloud.google.com/iam/quotas, 2026-11: a default that can be raised. */
const MAX_PER_PROJECT = 100;

const ASSET_TYPE = 'iam.googleapis.com/ServiceAccount';

function emailOf(attributes: Attributes, provider: Attributes): string {
  const email = textAt(attributes, 'email');
  if (email !== undefined && textAt(attributes, 'account_id') === undefined) return email;
  return `${requiredText(attributes, 'account_id')}@${projectOf(attributes, provider)}.iam.gserviceaccount.com`;
}

const base = assetKind({
  type: 'google_service_account',
  assetType: ASSET_TYPE,
  api: 'iam.googleapis.com',
  forceNew: ['account_id', 'project'],
  defaults: { disabled: false },
  terraformOnly: ['create_ignore_already_exists'],
  afterImport: { create_ignore_already_exists: null },
  // Creation is measured; after a change the provider sleeps 5 s (PROVIDER measurements and provider source, 2026-11).
  latency: { create: 11, update: 6, delete: 1, read: 0.4 },
  checks: [
    'The id has 6 to 30 lower-case letters, digits and hyphens; the project stands and has its API on.',
    'A project has at most 100 service accounts.',
  ],
  ignores: [
    'Bindings of a deleted account stay as they are, where Google marks them as deleted.',
    'Restoring within 30 days, keys, and raised quotas.',
  ],
  name: (attributes, provider) =>
    serviceAccountName(projectOf(attributes, provider), emailOf(attributes, provider)),
  importIds: [
    /^projects\/(?<project>[^/]+)\/serviceAccounts\/(?<email>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<email>[^/]+)$/,
  ],
  validate: problems,
  check,
  // The provider forms the address while it plans: provider google 6.50 source, 2026-11.
  plan: (planned, provider) => {
    const project = textAt(planned, 'project') ?? textAt(provider, 'project');
    if (project === undefined || textAt(planned, 'account_id') === undefined) return {};
    const email = emailOf(planned, { project });
    return { email, member: `serviceAccount:${email}` };
  },
  computed: (attributes, { cloud, provider }) => {
    const project = projectOf(attributes, provider);
    const email = emailOf(attributes, provider);
    const name = `projects/${project}/serviceAccounts/${email}`;
    const standing = cloud.tryFind(serviceAccountName(project, email))?.data['unique_id'];
    return {
      id: name,
      name,
      project,
      email,
      member: `serviceAccount:${email}`,
      unique_id:
        standing ??
        assignedId(
          (text) => stableDigits(text, 21),
          [email, cloud.now],
          () => false,
        ),
    };
  },
});

/** An account that programs act as. */
export const serviceAccountKind: ResourceKind = {
  ...base,
  create: (planned, operation) => {
    const { cloud, provider } = operation;
    const standing = cloud.tryFind(
      serviceAccountName(projectOf(planned, provider), emailOf(planned, provider)),
    );
    return standing !== undefined && booleanAt(planned, 'create_ignore_already_exists') === true
      ? { ...planned, ...standing.data }
      : base.create(planned, operation);
  },
};

function problems(config: Attributes): readonly ConfigProblem[] {
  const id = textAt(config, 'account_id');
  const tooLong = (textAt(config, 'description') ?? '').length > 256;
  return [
    ...(id !== undefined && !ACCOUNT_ID.test(id)
      ? [
          {
            path: ['account_id'],
            message: `"${id}" is not a service account id: 6 to 30 lower-case letters, digits and hyphens, first a letter, last no hyphen`,
          },
        ]
      : []),
    ...(tooLong ? [{ path: ['description'], message: 'a description has at most 256 characters' }] : []),
  ];
}

function check(attributes: Attributes, { cloud, provider }: Operation, prior: Attributes | undefined): void {
  if (prior !== undefined) return;
  const project = projectOf(attributes, provider);
  const accounts = cloud.inProject(project).filter(({ type }) => type === ASSET_TYPE);
  if (accounts.length < MAX_PER_PROJECT) return;
  throw failedPrecondition(
    `Project ${project} has ${accounts.length} service accounts and at most ${MAX_PER_PROJECT} are allowed: ` +
      'use workload identity, which needs none, or ask Google for a higher quota',
  );
}
