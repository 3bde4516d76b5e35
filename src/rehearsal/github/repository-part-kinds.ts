import type { AssetName } from '../cloud/asset';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import { requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { stableDigits } from '../google/stable-value';
import { GithubError } from './github-error';
import { REPOSITORY, inRepository, repositoryAssetName } from './github-names';
import { WRITES } from './writes';

const repositoryOf = (attributes: Attributes): string => requiredText(attributes, 'repository');

/** The repository must stand, and take writes: one that is archived takes none. */
function needRepository(attributes: Attributes, operation: Operation, path: string): void {
  const repository = repositoryOf(attributes);
  const standing = operation.cloud.tryFind(repositoryAssetName(repository));
  const call = `PUT https://api.github.com/repos/${textAt(operation.provider, 'owner') ?? 'owner'}/${repository}/${path}`;
  if (standing === undefined) throw new GithubError(call, 404, 'Not Found []');
  if (standing.type !== REPOSITORY)
    throw new GithubError(call, 403, 'Repository was archived so is read-only. []');
  operation.need(standing.name, `${repository}: it does not exist`);
}

/** Somebody who may come into a repository: GitHub keeps no more than an invitation until it is taken. */
export const collaboratorKind = assetKind({
  type: 'github_repository_collaborator',
  assetType: 'github.com/Collaborator',
  forceNew: ['repository', 'username', 'permission'],
  defaults: { permission: 'push', permission_diff_suppression: false },
  terraformOnly: ['permission_diff_suppression'],
  afterImport: { permission_diff_suppression: null },
  latency: { create: 1, update: 1, delete: 1, read: 0.3 },
  writeRate: WRITES,
  checks: ['The repository stands and is not archived; the account has a form that GitHub takes.'],
  ignores: ['Whether the account is there; invitations that are not taken, and that end after a week.'],
  name: (attributes): AssetName =>
    inRepository(
      repositoryOf(attributes),
      `collaborators/${requiredText(attributes, 'username').toLowerCase()}`,
    ),
  parent: (attributes) => repositoryAssetName(repositoryOf(attributes)),
  project: () => undefined,
  importIds: [/^(?<repository>[^/:]+):(?<username>[^/:]+)$/],
  validate: (config) => {
    const username = textAt(config, 'username');
    return username === undefined || /^[A-Za-z\d](?:-?[A-Za-z\d]){0,38}$/.test(username)
      ? []
      : [{ path: ['username'], message: `"${username}" is no account on GitHub` }];
  },
  check: (attributes, operation) =>
    needRepository(attributes, operation, `collaborators/${requiredText(attributes, 'username')}`),
  computed: (attributes) => {
    const id = `${repositoryOf(attributes)}:${requiredText(attributes, 'username')}`;
    return { id, invitation_id: stableDigits(id, 9) };
  },
});

/** A variable that workflows of a repository read. */
export const actionsVariableKind = assetKind({
  type: 'github_actions_variable',
  assetType: 'github.com/ActionsVariable',
  forceNew: ['repository', 'variable_name'],
  latency: { create: 1, update: 1, delete: 1, read: 0.3 },
  writeRate: WRITES,
  checks: [
    'The repository stands and is not archived; the name has letters, digits and underscores and begins neither with a digit nor with GITHUB_.',
  ],
  ignores: ['How many variables a repository takes, and how long a value may be.'],
  name: (attributes): AssetName =>
    inRepository(repositoryOf(attributes), `variables/${requiredText(attributes, 'variable_name')}`),
  parent: (attributes) => repositoryAssetName(repositoryOf(attributes)),
  project: () => undefined,
  importIds: [/^(?<repository>[^/:]+):(?<variable_name>[^/:]+)$/],
  validate: (config) => {
    const name = textAt(config, 'variable_name');
    return name === undefined || /^(?!GITHUB_)[A-Z_][A-Z\d_]*$/i.test(name)
      ? []
      : [
          {
            path: ['variable_name'],
            message:
              'variable names can only contain alphanumeric characters or underscores and must not start with a number or GITHUB_ prefix',
          },
        ];
  },
  check: (attributes, operation) =>
    needRepository(attributes, operation, `actions/variables/${requiredText(attributes, 'variable_name')}`),
  computed: (attributes) => ({
    id: `${repositoryOf(attributes)}:${requiredText(attributes, 'variable_name')}`,
    created_at: '2026-11-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
  }),
});
