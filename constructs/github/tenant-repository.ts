import { ActionsVariable } from '@cdktf/provider-github/lib/actions-variable';
import { Repository } from '@cdktf/provider-github/lib/repository';
import { RepositoryCollaborator } from '@cdktf/provider-github/lib/repository-collaborator';
import { Construct } from 'constructs';

export interface TenantRepositoryProps {
  readonly name: string;
  /** What it is made from, once: a later change of the template does not come into it. */
  readonly template: { readonly owner: string; readonly repository: string };
  /** Accounts that may push; each is invited, and comes in by taking the invitation. */
  readonly collaborators: readonly string[];
  /** What its workflows read, by name; everybody who may read it may read these. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * A private repository on GitHub. Collaborators push, and change neither who else may nor its settings. To destroy it archives
 * it: what students wrote is theirs, and no teardown takes it away.
 *
 * Branches are not protected: GitHub Free has no protection for private repositories.
 * @see https://docs.github.com/get-started/learning-about-github/githubs-plans (read 2026-11)
 */
export class TenantRepository extends Construct {
  constructor(scope: Construct, id: string, props: TenantRepositoryProps) {
    super(scope, id);
    const { name, template, collaborators, variables } = props;
    const repository = new Repository(this, 'Resource', {
      name,
      visibility: 'private',
      template: { owner: template.owner, repository: template.repository, includeAllBranches: false },
      archiveOnDestroy: true,
      deleteBranchOnMerge: true,
      vulnerabilityAlerts: true,
      hasIssues: true,
      hasProjects: false,
      hasWiki: false,
      // What staff and students say of it, and what the template brings, is theirs.
      lifecycle: { ignoreChanges: ['description', 'homepage_url', 'topics', 'template'] },
    });
    const { name: of } = repository;
    const people = new Construct(this, 'Collaborators');
    for (const username of collaborators)
      // An account may be called as constructs have their own things called.
      new RepositoryCollaborator(people, `user-${username}`, {
        repository: of,
        username,
        permission: 'push',
      });
    const settings = new Construct(this, 'Variables');
    for (const [variableName, value] of Object.entries(variables))
      new ActionsVariable(settings, variableName, { repository: of, variableName, value });
  }
}
