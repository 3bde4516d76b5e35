import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import { projectName } from '../provider/cloud-names';
import { requiredText, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectForm, expectOneOf } from './config-checks';
import { fillIn } from './filled-values';
import { projectOf } from './place-attributes';

const ID = /^[a-zA-Z0-9_.]{3,64}$/;
const PERMISSION = /^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+){2}$/;

const pathOf = (attributes: Attributes, provider: Attributes): string =>
  `projects/${projectOf(attributes, provider)}/roles/${requiredText(attributes, 'role_id')}`;

/** A role of a project's own. */
export const customRoleKind = assetKind({
  type: 'google_project_iam_custom_role',
  assetType: 'iam.googleapis.com/Role',
  api: 'iam.googleapis.com',
  forceNew: ['project', 'role_id'],
  defaults: { stage: 'GA' },
  latency: { create: 1, update: 1, delete: 1, read: 0.3 },
  checks: [
    'The id has 3 to 64 letters, digits, underscores and dots; the project stands and has the API on.',
    'There is a permission, and each is written as service.resource.verb.',
  ],
  ignores: [
    'Which permissions there are, and which of them a custom role may have.',
    'That a deleted role can be brought back for 7 days, which the provider does when it is made again.',
  ],
  name: (attributes, provider): AssetName => `//iam.googleapis.com/${pathOf(attributes, provider)}`,
  importIds: [
    /^projects\/(?<project>[^/]+)\/roles\/(?<role_id>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<role_id>[^/]+)$/,
  ],
  validate: (config) => [
    ...expectForm(config, 'role_id', ID, 'must have 3 to 64 letters, digits, underscores and dots'),
    ...expectOneOf(config, 'stage', ['ALPHA', 'BETA', 'GA', 'DEPRECATED', 'DISABLED', 'EAP', '']),
  ],
  check: (attributes, operation) => {
    const project = projectOf(attributes, operation.provider);
    operation.need(projectName(project), `Project ${project} does not exist`);
    const permissions = textsAt(attributes, 'permissions');
    const wrong = permissions.find((permission) => !PERMISSION.test(permission));
    if (wrong !== undefined) throw invalid(`Permission ${wrong} is not valid`);
    if (permissions.length === 0) throw invalid('The role has no permission');
  },
  computed: (attributes, { provider }) => {
    const name = pathOf(attributes, provider);
    return {
      id: name,
      name,
      deleted: false,
      ...fillIn(attributes, { project: projectOf(attributes, provider) }),
    };
  },
});
