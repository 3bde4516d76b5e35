import { ServiceAccountIamBinding } from '@cdktf/provider-google/lib/service-account-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { serviceAccountEmail } from '../../src/core/domain/names';
import type { Instant } from '../../src/core/domain/time';
import { expiryCondition } from './expiry-condition';
import { iamMembers } from './iam-members';

export interface WorkflowLeaveProps {
  /** Project of the account. */
  readonly project: ProjectId;
  readonly accountId: string;
  /** IAM members that act as the account; it has no others. */
  readonly workflows: readonly string[];
  /** From here on nobody acts as it. */
  readonly expires: Instant;
  /** @default - the account, and what vouches for workflows, stand in another stack */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Leave for workflows to act as one account, to an end and without a key: what they are let in by is worth an hour.
 *
 * @see https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines (read 2026-11)
 */
export class WorkflowLeave extends Construct {
  constructor(scope: Construct, id: string, props: WorkflowLeaveProps) {
    super(scope, id);
    const { project, accountId, workflows, expires, dependsOn } = props;
    new ServiceAccountIamBinding(this, 'Resource', {
      serviceAccountId: `projects/${project}/serviceAccounts/${serviceAccountEmail(accountId, project)}`,
      role: 'roles/iam.workloadIdentityUser',
      members: iamMembers(this, workflows),
      condition: expiryCondition(expires),
      ...(dependsOn && { dependsOn: [...dependsOn] }),
    });
  }
}
