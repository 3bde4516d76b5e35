import { ComputeInstance } from '@cdktf/provider-google/lib/compute-instance';
import { ComputeInstanceIamBinding } from '@cdktf/provider-google/lib/compute-instance-iam-binding';
import { IapTunnelInstanceIamBinding } from '@cdktf/provider-google/lib/iap-tunnel-instance-iam-binding';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamBinding } from '@cdktf/provider-google/lib/service-account-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { machineRole, machineSubnetworkName } from '../../src/core/domain/names';
import type { Instant } from '../../src/core/domain/time';
import { expiryCondition } from './expiry-condition';
import { iamMembers } from './iam-members';
import type { MemberRef, ProjectRef } from './refs';
import { memberRef } from './refs';
import { windowCondition } from './window-condition';

const SECONDS_PER_HOUR = 3600;

export interface LabMachineProps {
  readonly project: ProjectRef;
  readonly projectId: ProjectId;
  readonly region: string;
  readonly zone: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Id of the account that is made for it, and that it runs as. */
  readonly accountId: string;
  readonly machineType: string;
  readonly diskGb: number;
  /** Project and family of an image. */
  readonly image: string;
  /** What runs on it as root at each start. */
  readonly startupScript: string;
  /** Hours after each start at which it is stopped. */
  readonly awakeHours: number;
  /** IAM members that enter and start it; none means no binding. */
  readonly users: readonly string[];
  /** When its users may start it. */
  readonly startable: { readonly from: Instant; readonly until: Instant };
  /** End of the users' access. */
  readonly expires: Instant;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * One machine without an address on the internet, as an account that may do nothing by itself. Users come in through a tunnel, as
 * administrators; what the machine is, they cannot change.
 */
export class LabMachine extends Construct {
  /** IAM member that it runs as. */
  readonly member: MemberRef;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LabMachineProps,
  ) {
    super(scope, id);
    const { project, name, users } = props;
    const dependsOn = props.dependsOn === undefined ? {} : { dependsOn: [...props.dependsOn] };
    const account = new ServiceAccount(this, 'Account', {
      project,
      accountId: props.accountId,
      displayName: `Machine ${name}`,
      ...dependsOn,
    });
    this.member = memberRef(account.member);
    const machine = this.addMachine(account.email, dependsOn);
    if (users.length > 0) this.bind(machine, account);
  }

  private addMachine(email: string, dependsOn: { dependsOn?: ITerraformDependable[] }): ComputeInstance {
    const { project, region, zone, name, labels, machineType, diskGb, image } = this.props;
    return new ComputeInstance(this, 'Resource', {
      project,
      zone,
      name,
      labels,
      machineType,
      // Another size of machine stops it for a minute; another disk would take all work along, and is never made.
      allowStoppingForUpdate: true,
      deletionProtection: false,
      canIpForward: false,
      bootDisk: { autoDelete: true, initializeParams: { image, size: diskGb, type: 'pd-balanced' } },
      lifecycle: { ignoreChanges: ['boot_disk[0].initialize_params'] },
      networkInterface: [
        // By name: the network is another stack's where machines share a project.
        { subnetwork: `projects/${project}/regions/${region}/subnetworks/${machineSubnetworkName(region)}` },
      ],
      serviceAccount: { email, scopes: ['https://www.googleapis.com/auth/cloud-platform'] },
      shieldedInstanceConfig: {
        enableSecureBoot: true,
        enableVtpm: true,
        enableIntegrityMonitoring: true,
      },
      // Each start is followed by a stop, with nobody's schedule and nobody's right.
      scheduling: {
        automaticRestart: false,
        onHostMaintenance: 'MIGRATE',
        instanceTerminationAction: 'STOP',
        maxRunDuration: { seconds: this.props.awakeHours * SECONDS_PER_HOUR },
      },
      metadata: {
        'block-project-ssh-keys': 'TRUE',
        'enable-oslogin': 'TRUE',
        'serial-port-enable': 'FALSE',
        'startup-script': this.props.startupScript,
      },
      ...dependsOn,
    });
  }

  private bind(machine: ComputeInstance, account: ServiceAccount): void {
    const { projectId, users, startable, expires } = this.props;
    const members = iamMembers(this, users);
    const condition = expiryCondition(expires);
    const where = { project: machine.project, zone: machine.zone };
    new IapTunnelInstanceIamBinding(this, 'Tunnels', {
      ...where,
      instance: machine.name,
      role: 'roles/iap.tunnelResourceAccessor',
      members,
      condition,
    });
    new ComputeInstanceIamBinding(this, 'Logins', {
      ...where,
      instanceName: machine.name,
      role: 'roles/compute.osAdminLogin',
      members,
      condition,
    });
    new ComputeInstanceIamBinding(this, 'Keepers', {
      ...where,
      instanceName: machine.name,
      role: machineRole('keeper', projectId),
      members,
      condition: windowCondition(startable.from, startable.until),
    });
    // Whoever logs in can act as the account that the machine runs as, and is asked for the right to.
    new ServiceAccountIamBinding(this, 'ActAs', {
      serviceAccountId: account.name,
      role: 'roles/iam.serviceAccountUser',
      members,
      condition,
    });
  }
}
