import { ProjectIamCustomRole } from '@cdktf/provider-google/lib/project-iam-custom-role';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { machineRoleId } from '../../src/core/domain/names';
import type { ProjectRef } from './refs';

/** On one machine: seeing it, waking it, sending it to sleep. No role of Google's has these without changing what it is. */
const KEEPER = [
  'compute.instances.get',
  'compute.instances.getGuestAttributes',
  'compute.instances.getSerialPortOutput',
  'compute.instances.reset',
  'compute.instances.start',
  'compute.instances.stop',
];

/** On the project: what `gcloud compute ssh` reads before it logs in, and how it waits for a start. */
const VISITOR = ['compute.projects.get', 'compute.zoneOperations.get'];

export interface MachineRolesProps {
  readonly project: ProjectRef;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The two custom roles of a project with machines. */
export class MachineRoles extends Construct {
  /** What to depend on before the role is given on a machine, and on the project. */
  readonly keeper: ITerraformDependable;
  readonly visitor: ITerraformDependable;

  constructor(scope: Construct, id: string, { project, dependsOn }: MachineRolesProps) {
    super(scope, id);
    const role = (which: 'keeper' | 'visitor', title: string, permissions: string[]): ITerraformDependable =>
      new ProjectIamCustomRole(this, which === 'keeper' ? 'Keeper' : 'Visitor', {
        project,
        roleId: machineRoleId(which),
        title,
        permissions,
        stage: 'GA',
        dependsOn: [...dependsOn],
      });
    this.keeper = role('keeper', 'Keeper of a machine', KEEPER);
    this.visitor = role('visitor', 'Visitor of machines', VISITOR);
  }
}
