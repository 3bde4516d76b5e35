import { assetKind } from '../provider/asset-kind';
import type { ConfigProblem, ResourceKind } from '../provider/resource-kind';
import { booleanAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { stableNumber } from '../google/stable-value';
import { GithubError } from './github-error';
import { ARCHIVED_REPOSITORY, REPOSITORY, repositoryAssetName } from './github-names';
import { WRITES } from './writes';

const NAME = /^[-\w.]{1,100}$/;

const base = assetKind({
  type: 'github_repository',
  assetType: REPOSITORY,
  forceNew: ['fork', 'source_owner', 'source_repo', 'template'],
  defaults: {
    allow_auto_merge: false,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_squash_merge: true,
    archived: false,
    delete_branch_on_merge: false,
    has_issues: false,
    is_template: false,
    web_commit_signoff_required: false,
  },
  terraformOnly: ['archive_on_destroy', 'ignore_vulnerability_alerts_during_read'],
  afterImport: { archive_on_destroy: false },
  latency: { create: 5, update: 1, delete: 1, read: 0.3 },
  writeRate: WRITES,
  checks: [
    'The name is free, also of a repository that was archived; it has the characters that GitHub takes.',
    'A repository that is destroyed is archived where it says so, and stays with all that is in it.',
  ],
  ignores: [
    'Whether the template is there and is one; what is in a repository.',
    'Rights of the token, plans of the organisation, and the limit on writes in an hour.',
  ],
  name: (attributes) => repositoryAssetName(requiredText(attributes, 'name')),
  project: () => undefined,
  importIds: [/^(?<name>[^/:]+)$/],
  validate: problems,
  computed: (attributes, { provider }) => {
    const name = requiredText(attributes, 'name');
    const full = `${textAt(provider, 'owner') ?? 'owner'}/${name}`;
    return {
      id: name,
      full_name: full,
      default_branch: 'main',
      etag: null,
      fork: 'false',
      git_clone_url: `git://github.com/${full}.git`,
      html_url: `https://github.com/${full}`,
      http_clone_url: `https://github.com/${full}.git`,
      node_id: `R_${stableNumber(full, 1_000_000_000)}`,
      primary_language: '',
      private: textAt(attributes, 'visibility') !== 'public',
      repo_id: stableNumber(full, 1_000_000_000),
      ssh_clone_url: `git@github.com:${full}.git`,
      svn_url: `https://github.com/${full}`,
    };
  },
});

/** A repository: archived and not deleted by a destroy, if it says so. */
export const repositoryKind: ResourceKind = {
  ...base,
  create: (planned, operation) => {
    const name = requiredText(planned, 'name');
    if (operation.cloud.tryFind(repositoryAssetName(name)) !== undefined) {
      const { owner, repository } = templateOf(planned);
      throw new GithubError(
        `POST https://api.github.com/repos/${owner}/${repository}/generate`,
        422,
        'Could not clone: Name already exists on this account []',
      );
    }
    return base.create(planned, operation);
  },
  delete: (state, { cloud }) => {
    const name = repositoryAssetName(requiredText(state, 'name'));
    const standing = cloud.tryFind(name);
    if (standing === undefined) return;
    for (const part of cloud.childrenOf(name)) cloud.remove(part.name);
    cloud.remove(name);
    if (booleanAt(state, 'archive_on_destroy') !== true) return;
    // It is the organisation's now: no later destroy knows of it.
    const data = { ...standing.data, archived: true };
    cloud.insert({ name, type: ARCHIVED_REPOSITORY, data, madeBy: 'people' });
  },
};

function templateOf(attributes: Attributes): { readonly owner: string; readonly repository: string } {
  const blocks = attributes['template'];
  const [first] = Array.isArray(blocks) ? (blocks as readonly Attributes[]) : [];
  return {
    owner: textAt(first ?? {}, 'owner') ?? 'user',
    repository: textAt(first ?? {}, 'repository') ?? 'repos',
  };
}

function problems(config: Attributes): readonly ConfigProblem[] {
  const name = textAt(config, 'name');
  const visibility = textAt(config, 'visibility');
  return [
    ...(name === undefined || NAME.test(name)
      ? []
      : [
          {
            path: ['name'],
            message:
              'must include only alphanumeric characters, underscores or hyphens and consist of 100 characters or less',
          },
        ]),
    ...(visibility === undefined || ['public', 'private', 'internal'].includes(visibility)
      ? []
      : [
          {
            path: ['visibility'],
            message: `expected visibility to be one of ["public" "private" "internal"], got ${visibility}`,
          },
        ]),
  ];
}
