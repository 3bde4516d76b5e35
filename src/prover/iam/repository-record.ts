import type { TenantPlan } from '../../core/plan/cohort-plan';

/** A place's repository on GitHub, and whose accounts may push to it. */
export interface RepositoryRecord {
  readonly owner: string;
  readonly name: string;
  readonly collaborators: readonly string[];
}

/** The repository of a tenant, for its record: nothing where none is made. */
export const repositoryIn = ({
  repository,
}: TenantPlan): { readonly repositoryOnGithub?: RepositoryRecord } =>
  repository === undefined
    ? {}
    : {
        repositoryOnGithub: {
          owner: repository.owner,
          name: repository.name,
          collaborators: repository.collaborators,
        },
      };
