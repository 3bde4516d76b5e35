import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { DataBucket } from '../constructs/gcp/data-bucket';
import { githubPrincipal } from '../constructs/gcp/github-federation';
import { ImageRepository } from '../constructs/gcp/image-repository';
import { LabMachine } from '../constructs/gcp/lab-machine';
import type { ProjectNumberRef, ProjectRef } from '../constructs/gcp/refs';
import { RunService, runAgent } from '../constructs/gcp/run-service';
import { WorkflowLeave } from '../constructs/gcp/workflow-leave';
import { workloadPrincipal } from '../constructs/gcp/workload-principal';
import type { ProjectId } from '../src/core/domain/ids';
import { WORKLOAD_ACCOUNT } from '../src/core/domain/names';
import type { TenantPlan } from '../src/core/plan/cohort-plan';

/** Project whose workload identity pool knows the tenant's pods: that of the cluster they run in. */
export interface WorkloadProject {
  readonly id: ProjectId;
  readonly number: ProjectNumberRef;
}

/** Project that a tenant's service on Cloud Run is in: its own, or the one that services share. */
export interface ServiceProject {
  readonly ref: ProjectRef;
  readonly number: ProjectNumberRef;
}

/** Project that a tenant's machine is in: its own, or the one that machines share. */
export interface MachineProject {
  readonly ref: ProjectRef;
  /** What must stand there before a machine, where the same stack makes it. */
  readonly ready: readonly ITerraformDependable[];
}

export interface TenantCloudProps {
  readonly tenant: TenantPlan;
  readonly region: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Project that holds the tenant's registry and bucket. */
  readonly project: ProjectRef;
  readonly workload: WorkloadProject;
  /** Number of the project that holds the registry, and knows the tenant's workflows. */
  readonly projectNumber: ProjectNumberRef;
  /** IAM members that pull the tenant's images. */
  readonly readers: readonly string[];
  /** Unused by a tenant without a service. */
  readonly services?: ServiceProject;
  /** Unused by a tenant without a machine. */
  readonly machines?: MachineProject;
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * What a tenant has on Google Cloud in every tier: a registry and a bucket, open to it and to its pods; and if its labs use Cloud
 * Run or a machine, those.
 */
export class TenantCloud extends Construct {
  constructor(scope: Construct, id: string, props: TenantCloudProps) {
    super(scope, id);
    const { tenant, region, project, labels } = props;
    const service = this.addService(props);
    const machine = this.addMachine(props);
    const accounts = [service, machine].flatMap((each) => each?.member ?? []);
    const readers = [...props.readers, ...(service?.agents ?? []), ...(machine ? [machine.member] : [])];
    const dependsOn = props.dependsOn === undefined ? {} : { dependsOn: props.dependsOn };
    const workflows = this.workflowsOf(props);
    new ImageRepository(this, 'Images', {
      project,
      location: region,
      repositoryId: tenant.registry.repository,
      labels,
      // Workflows that deploy push as the account that they deploy as, which is among the writers already.
      writers: [...tenant.registry.writers, ...(tenant.github?.deployer === undefined ? workflows : [])],
      readers,
      ...(tenant.registry.scanned && { vulnerabilityScanning: 'INHERITED' }),
      ...dependsOn,
      // Cloud Run's account in a project comes with its first service, and cannot be named before.
      ...(service && { dependsOn: [...(props.dependsOn ?? []), service.ready] }),
    });
    const pods = workloadPrincipal({
      projectNumber: props.workload.number,
      projectId: props.workload.id,
      namespace: tenant.namespace,
      serviceAccount: WORKLOAD_ACCOUNT,
    });
    new DataBucket(this, 'Data', {
      project,
      name: tenant.bucket.name,
      location: region,
      labels,
      users: tenant.held ? [] : [...tenant.bucket.users, pods, ...accounts],
      expires: tenant.bucket.expires,
      // A destroy has to come to its end whatever students left in it; Google can restore it for a week.
      forceDestroy: true,
      ...dependsOn,
    });
  }

  /** IAM members that are the tenant's workflows; lets them act as the account that they deploy as, if they do. */
  private workflowsOf({ tenant, projectNumber, dependsOn }: TenantCloudProps): readonly string[] {
    const { github, held } = tenant;
    if (github === undefined || held) return [];
    const workflows = [githubPrincipal(projectNumber, github.subject)];
    if (github.deployer === undefined) return workflows;
    const { project, account: accountId, expires } = github.deployer;
    const after = dependsOn === undefined ? {} : { dependsOn };
    new WorkflowLeave(this, 'Workflows', { project, accountId, workflows, expires, ...after });
    return workflows;
  }

  private addService({ tenant, region, labels, services, dependsOn }: TenantCloudProps) {
    const { service } = tenant;
    if (service === undefined) return undefined;
    if (services === undefined) throw new Error(`${this.node.path}: no project for the service`);
    const { name, account: accountId, image, maxInstances, developers, callers, expires } = service;
    const made = new RunService(this, 'Service', {
      project: services.ref,
      location: region,
      name,
      labels,
      accountId,
      image,
      maxInstances,
      developers,
      callers,
      expires,
      ...(dependsOn === undefined ? {} : { dependsOn }),
    });
    // In a project of its own Cloud Run reads the registry already.
    const agents = service.shared ? [runAgent(services.number)] : [];
    return { member: made.member, ready: made.ready, agents };
  }

  private addMachine({ tenant, region, labels, machines }: TenantCloudProps) {
    const { machine } = tenant;
    if (machine === undefined) return undefined;
    if (machines === undefined) throw new Error(`${this.node.path}: no project for the machine`);
    const { project: projectId, account: accountId } = machine;
    return new LabMachine(this, 'Machine', {
      ...machine,
      project: machines.ref,
      projectId,
      region,
      labels,
      accountId,
      ...(machines.ready.length === 0 ? {} : { dependsOn: machines.ready }),
    });
  }
}
