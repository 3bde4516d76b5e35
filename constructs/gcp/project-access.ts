import { ProjectIamBinding } from '@cdktf/provider-google/lib/project-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { byText } from '../../src/core/domain/sorting';
import type { Instant } from '../../src/core/domain/time';
import { expiryCondition } from './expiry-condition';
import { iamMembers } from './iam-members';
import type { ProjectRef } from './refs';

const ROLE = /^((projects|organizations)\/[^/\s]+\/)?roles\/[A-Za-z0-9_.]+$/;

/** Roles that reach into every namespace of every cluster of the project, past its RBAC. */
const FORBIDDEN_ROLES = new Set([
  'roles/owner',
  'roles/editor',
  'roles/viewer',
  'roles/container.admin',
  'roles/container.developer',
  'roles/container.viewer',
]);

/** Who holds a role, and until when. */
export interface ProjectGrant {
  readonly role: string;
  readonly members: readonly string[];
  /** @default - the role is held until it is taken away */
  readonly expires?: Instant;
  /** What must stand before a member can be named. @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

export interface ProjectAccessProps {
  readonly project: ProjectRef;
  /** Grants of one role with one end are merged into one binding. */
  readonly grants: readonly ProjectGrant[];
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * The IAM policy of a project: one binding for each role and end, which owns all its members.
 *
 * A project has one `ProjectAccess`; two would take each other's members away.
 */
export class ProjectAccess extends Construct {
  constructor(scope: Construct, id: string, props: ProjectAccessProps) {
    super(scope, id);
    props.grants.forEach((grant) => this.check(grant));
    for (const grant of merged(props.grants)) {
      const dependsOn = [...(props.dependsOn ?? []), ...(grant.dependsOn ?? [])];
      new ProjectIamBinding(this, bindingId(grant), {
        project: props.project,
        role: grant.role,
        members: iamMembers(this, grant.members),
        ...(grant.expires !== undefined && { condition: expiryCondition(grant.expires) }),
        ...(dependsOn.length > 0 && { dependsOn }),
      });
    }
  }

  private check(grant: ProjectGrant): void {
    if (!ROLE.test(grant.role)) {
      throw new Error(
        `${this.node.path}: "${grant.role}" is not a role: ` +
          'write roles/<name>, projects/<id>/roles/<name> or organizations/<number>/roles/<name>',
      );
    }
    if (FORBIDDEN_ROLES.has(grant.role)) {
      throw new Error(
        `${this.node.path}: ${grant.role} may not be granted, with or without an end: ` +
          'it reaches into every namespace; write roles/container.clusterViewer and grant the rest by RBAC',
      );
    }
    if (grant.members.length === 0) {
      throw new Error(`${this.node.path}: ${grant.role} has no members: leave the grant out`);
    }
  }
}

/** Part of the resource's address: a role and its end, as Google tells bindings apart. */
function bindingId({ role, expires }: ProjectGrant): string {
  const slug = role.replace(/^roles\//, '').replaceAll('/', '-');
  return expires === undefined ? slug : `${slug}-until-${expires}`;
}

function merged(grants: readonly ProjectGrant[]): ProjectGrant[] {
  const byBinding = new Map<string, ProjectGrant>();
  for (const grant of grants) {
    const earlier = byBinding.get(bindingId(grant));
    byBinding.set(bindingId(grant), {
      ...grant,
      members: [...(earlier?.members ?? []), ...grant.members],
      dependsOn: [...(earlier?.dependsOn ?? []), ...(grant.dependsOn ?? [])],
    });
  }
  return [...byBinding.values()].sort(byText(bindingId));
}
