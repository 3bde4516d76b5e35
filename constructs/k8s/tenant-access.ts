import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Email } from '../../src/core/domain/ids';
import { DEPLOYER_ROLE, INSTRUCTOR_ROLE, STUDENT_ROLE, TA_ROLE } from './access-roles';
import { managedMetadata } from './managed-metadata';

export interface TenantAccessProps {
  readonly namespace: string;
  /** Who works here: one student or the members of a team; nobody while access is taken away. */
  readonly members: readonly Email[];
  readonly instructors: readonly Email[];
  readonly tas: readonly Email[];
  /**
   * What the addresses are of.
   *
   * @default 'User' - the Google account of one person
   */
  readonly subjects?: 'User' | 'Group';
  /**
   * E-mail of the Google service account that workflows of the place deploy as.
   *
   * @default - no workflow deploys here
   */
  readonly deployer?: string;
}

/**
 * RoleBindings of a tenant: who may do what in its namespace, by the e-mail of their Google account or group.
 *
 * Nobody in a list means no binding at all, so that an object that is gone is access that is gone.
 */
export class TenantAccess extends Construct {
  private readonly namespace: string;
  private readonly subjects: 'User' | 'Group';

  constructor(scope: Construct, id: string, props: TenantAccessProps) {
    super(scope, id);
    this.namespace = props.namespace;
    this.subjects = props.subjects ?? 'User';

    this.bind('tenant', STUDENT_ROLE, props.members);
    this.bind('instructors', INSTRUCTOR_ROLE, props.instructors);
    this.bind('tas', TA_ROLE, props.tas);
    // An account is a user, whatever people are known by.
    if (props.deployer !== undefined) this.bind('deployer', DEPLOYER_ROLE, [props.deployer], 'User');
  }

  private bind(
    name: string,
    role: string,
    subjects: readonly string[],
    kind: 'User' | 'Group' = this.subjects,
  ): void {
    if (subjects.length === 0) return;
    new ApiObject(this, name, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: managedMetadata({ name, namespace: this.namespace }),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: [...new Set(subjects)]
        .sort()
        .map((email) => ({ apiGroup: 'rbac.authorization.k8s.io', kind, name: email })),
    });
  }
}
