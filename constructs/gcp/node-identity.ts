import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { nodeServiceAccountId } from '../../src/core/domain/names';
import type { ProjectGrant } from './project-access';
import type { MemberRef, ProjectRef, ServiceAccountEmailRef } from './refs';
import { memberRef, serviceAccountEmailRef } from './refs';

export interface NodeIdentityProps {
  readonly project: ProjectRef;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The service account that a cluster's nodes run as: it may write logs and metrics, and nothing else. */
export class NodeIdentity extends Construct {
  readonly email: ServiceAccountEmailRef;
  readonly member: MemberRef;

  constructor(scope: Construct, id: string, props: NodeIdentityProps) {
    super(scope, id);
    const account = new ServiceAccount(this, 'Resource', {
      project: props.project,
      accountId: nodeServiceAccountId(),
      displayName: 'Nodes of the labs cluster',
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
    this.email = serviceAccountEmailRef(account.email);
    this.member = memberRef(account.member);
  }

  /** What the account needs in its project: pass it to the one `ProjectAccess` that owns the project's policy. */
  get grants(): readonly ProjectGrant[] {
    return [{ role: 'roles/container.defaultNodeServiceAccount', members: [this.member] }];
  }
}
