import { IamWorkloadIdentityPool } from '@cdktf/provider-google/lib/iam-workload-identity-pool';
import { IamWorkloadIdentityPoolProvider } from '@cdktf/provider-google/lib/iam-workload-identity-pool-provider';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectNumberRef, ProjectRef } from './refs';

/** Name of the pool, and of its one provider. */
const GITHUB = 'github';
const ISSUER = 'https://token.actions.githubusercontent.com';

export interface GithubFederationProps {
  readonly project: ProjectRef;
  /** Number of the organisation whose workflows alone are known. */
  readonly organisationId: string;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Lets a project know workflows of one organisation on GitHub, without a key. To be known is to hold nothing: what a
 * workflow may is given to its repository and branch by name, in `githubPrincipal`.
 *
 * @see https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines (read 2026-11)
 */
export class GithubFederation extends Construct {
  /** What workflows name to be let in: `projects/…/providers/github`. */
  readonly provider: string;
  /** The one thing to depend on before a workflow is given a role. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: GithubFederationProps) {
    super(scope, id);
    const { project, organisationId, dependsOn = [] } = props;
    const pool = new IamWorkloadIdentityPool(this, 'Pool', {
      project,
      workloadIdentityPoolId: GITHUB,
      displayName: 'GitHub Actions',
      dependsOn: [...dependsOn],
    });
    const provider = new IamWorkloadIdentityPoolProvider(this, 'Provider', {
      project,
      workloadIdentityPoolId: pool.workloadIdentityPoolId,
      workloadIdentityPoolProviderId: GITHUB,
      displayName: 'GitHub Actions',
      oidc: { issuerUri: ISSUER },
      attributeMapping: { 'google.subject': 'assertion.sub' },
      // Everybody on GitHub gets tokens of this issuer; only the organisation's pass.
      attributeCondition: `assertion.repository_owner_id == '${organisationId}'`,
    });
    this.provider = provider.name;
    this.ready = provider;
  }
}

/** IAM member of the workflows of one repository on one branch. */
export const githubPrincipal = (projectNumber: ProjectNumberRef, subject: string): string =>
  `principal://iam.googleapis.com/projects/${projectNumber}/locations/global/workloadIdentityPools/${GITHUB}/subject/${subject}`;

/** What workflows name to be let in, for those who only know the number of the project. */
export const githubProvider = (projectNumber: ProjectNumberRef): string =>
  `projects/${projectNumber}/locations/global/workloadIdentityPools/${GITHUB}/providers/${GITHUB}`;
