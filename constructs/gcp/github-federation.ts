import { IamWorkloadIdentityPool } from '@cdktf/provider-google/lib/iam-workload-identity-pool';
import { IamWorkloadIdentityPoolProvider } from '@cdktf/provider-google/lib/iam-workload-identity-pool-provider';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { WORKFLOW_EVENTS } from '../../src/core/domain/workflow-events';
import type { ProjectNumberRef, ProjectRef } from './refs';

/** Name of the pool, and of its one provider. */
const GITHUB = 'github';
const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * What a workflow is called here: its repository by name and what it runs on, as GitHub writes them into each token. The subject that
 * GitHub gives by itself holds the repository's number since 2026-07-15, which nobody knows before there is one, and those who
 * administer a repository can give it another form.
 *
 * @see https://docs.github.com/actions/reference/openid-connect-reference#immutable-subject-claims (read 2026-11)
 */
const SUBJECT = "'repo:' + assertion.repository + ':ref:' + assertion.ref";

/** That somebody started it who may push; GitHub writes the event into the token, and no workflow chooses it. */
const STARTED = `assertion.event_name in [${WORKFLOW_EVENTS.map((event) => `'${event}'`).join(', ')}]`;

export interface GithubFederationProps {
  readonly project: ProjectRef;
  /** Number of the organisation whose workflows alone are known. */
  readonly organisationId: string;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Lets a project know workflows of one organisation on GitHub that who may push has started, without a key. To be known is
 * to hold nothing: what a workflow may is given to its repository and branch by name, in `githubPrincipal`.
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
      attributeMapping: { 'google.subject': SUBJECT },
      // Everybody on GitHub gets tokens of this issuer; only the organisation's pass. Google takes 4,096 characters.
      attributeCondition: `assertion.repository_owner_id == '${organisationId}' && ${STARTED}`,
    });
    this.provider = provider.name;
    this.ready = provider;
  }
}

/** IAM member of the workflows of one repository on one branch; `subject` is what the pool calls them. */
export const githubPrincipal = (projectNumber: ProjectNumberRef, subject: string): string =>
  `principal://iam.googleapis.com/projects/${projectNumber}/locations/global/workloadIdentityPools/${GITHUB}/subject/${subject}`;

/** What workflows name to be let in, for those who only know the number of the project. */
export const githubProvider = (projectNumber: ProjectNumberRef): string =>
  `projects/${projectNumber}/locations/global/workloadIdentityPools/${GITHUB}/providers/${GITHUB}`;
