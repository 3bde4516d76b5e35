import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { machineRole } from '../../src/core/domain/names';
import { MachineNetwork } from './machine-network';
import { MachineRoles } from './machine-roles';
import type { ProjectGrant } from './project-access';
import type { ProjectRef } from './refs';

export interface MachineHomeProps {
  readonly project: ProjectRef;
  readonly projectId: ProjectId;
  readonly region: string;
  readonly cidr: string;
  readonly ports: readonly string[];
  /** What must stand before: the project's `ready`. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** What machines need in their project: a network of their own, and the roles that are given on them. */
export class MachineHome extends Construct {
  /** What to depend on before a machine and what is given on it. */
  readonly ready: readonly ITerraformDependable[];

  private readonly roles: MachineRoles;
  private readonly projectId: ProjectId;

  constructor(scope: Construct, id: string, props: MachineHomeProps) {
    super(scope, id);
    this.projectId = props.projectId;
    this.roles = new MachineRoles(this, 'Roles', { project: props.project, dependsOn: props.dependsOn });
    const network = new MachineNetwork(this, 'Network', props);
    this.ready = [network.ready, this.roles.keeper];
  }

  /** A grant in the project, after the role that it gives. */
  readonly afterRole = (grant: ProjectGrant): ProjectGrant =>
    grant.role === machineRole('visitor', this.projectId)
      ? { ...grant, dependsOn: [...(grant.dependsOn ?? []), this.roles.visitor] }
      : grant;
}
