import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { serviceAccountMember } from '../../src/core/domain/names';
import type { MemberRef, ProjectRef } from './refs';
import { memberRef } from './refs';

export interface WorkflowAccountProps {
  readonly project: ProjectRef;
  /** The same project, known now: the account's name is made of it. */
  readonly projectId: ProjectId;
  readonly accountId: string;
  /** Whose workflows act as it, as people see it beside the account. */
  readonly of: string;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The account that workflows of one place act as. It holds nothing by itself, has no key, and nobody acts as it yet. */
export class WorkflowAccount extends Construct {
  /** IAM member, known now: a cluster's roles name the account before it is made. */
  readonly member: string;
  /** The same as a reference: what names it comes after it. */
  readonly ref: MemberRef;
  /** The one thing to depend on before the account is named where no reference can be. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: WorkflowAccountProps) {
    super(scope, id);
    const { project, projectId, accountId, of, dependsOn } = props;
    this.member = serviceAccountMember(accountId, projectId);
    const account = new ServiceAccount(this, 'Resource', {
      project,
      accountId,
      displayName: `Workflows of ${of}`,
      ...(dependsOn && { dependsOn: [...dependsOn] }),
    });
    this.ref = memberRef(account.member);
    this.ready = account;
  }
}
