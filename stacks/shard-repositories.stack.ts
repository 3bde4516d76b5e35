import { GithubProvider } from '@cdktf/provider-github/lib/provider';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { githubProvider } from '../constructs/gcp/github-federation';
import { KnownProject } from '../constructs/gcp/known-project';
import { KnownCaller } from '../constructs/github/known-caller';
import { TenantRepository } from '../constructs/github/tenant-repository';
import type { ProjectId } from '../src/core/domain/ids';
import { shardRepositoriesStackName } from '../src/core/domain/names';
import type { CohortPlan, ShardPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { addBackend, addGoogle } from './stack-settings';

export interface ShardRepositoriesStackProps {
  readonly plan: CohortPlan;
  readonly shard: ShardPlan;
  /** Organisation on GitHub that owns the repositories. */
  readonly organisation: string;
}

/**
 * Repositories on GitHub of the tenants of a shard. The token comes from the environment, GITHUB_TOKEN, and stands in no file and
 * no state; without one nothing is planned. The stack stays, empty, when the last of them is gone: it is what archives repositories.
 */
export class ShardRepositoriesStack extends TerraformStack {
  private readonly projects = new Map<ProjectId, KnownProject>();

  constructor(scope: Construct, { plan, shard, organisation }: ShardRepositoriesStackProps) {
    super(scope, shardRepositoriesStackName(shard.cell, shard.number));
    addBackend(this, plan);
    addGoogle(this, plan.google);
    new GithubProvider(this, 'github', { owner: organisation });
    new KnownCaller(this, 'Caller');
    for (const tenant of shard.tenants) this.addRepository(tenant);
  }

  private addRepository({ handle, repository }: TenantPlan): void {
    if (repository === undefined) return;
    const { name, template, collaborators, variables, knownIn } = repository;
    const place = new Construct(this, handle);
    new TenantRepository(place, 'Repository', {
      name,
      template,
      collaborators,
      variables: {
        ...Object.fromEntries(variables.map((each) => [each.name, each.value])),
        ...(knownIn === undefined
          ? {}
          : { PRACTICUM_IDENTITY_PROVIDER: githubProvider(this.known(knownIn).number) }),
      },
    });
  }

  private known(projectId: ProjectId): KnownProject {
    const known =
      this.projects.get(projectId) ?? new KnownProject(this, `${projectId} project`, { projectId });
    this.projects.set(projectId, known);
    return known;
  }
}
