import type { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { AutopilotCluster } from '../constructs/gcp/autopilot-cluster';
import { GithubFederation } from '../constructs/gcp/github-federation';
import { GatewayAddress } from '../constructs/gcp/gateway-address';
import { HostCertificate } from '../constructs/gcp/host-certificate';
import { HostTraffic } from '../constructs/gcp/host-traffic';
import type { KnownZone } from '../constructs/gcp/known-zone';
import { LabNetwork } from '../constructs/gcp/lab-network';
import { LabProject } from '../constructs/gcp/lab-project';
import { MachineHome } from '../constructs/gcp/machine-home';
import { NodeIdentity } from '../constructs/gcp/node-identity';
import type { ProjectGrant } from '../constructs/gcp/project-access';
import { ProjectAccess } from '../constructs/gcp/project-access';
import { SpendBudget } from '../constructs/gcp/spend-budget';
import { WorkflowAccount } from '../constructs/gcp/workflow-account';
import { budgetDisplayName, hostMetricName } from '../src/core/domain/names';
import type { CohortPlan, ProjectPlan, TenantClusterPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { metricsGrants } from './metrics-grants';
import { namingAccounts } from './naming-accounts';
import { TenantCloud } from './tenant-cloud';
import type { WorkloadProject } from './tenant-cloud';

export interface TenantProjectProps {
  readonly plan: CohortPlan;
  readonly tenant: TenantPlan;
  readonly project: ProjectPlan;
  /** Project of the shared cluster's workload identity; unused by a tenant with a cluster of its own. */
  readonly workload: WorkloadProject | undefined;
  /** Zone of the cell, for the host of a tenant's own cluster. */
  readonly zone: KnownZone;
  readonly budgets: GoogleProvider;
}

/** A tenant's own project with its whole IAM policy, and in tier `cluster` its own GKE Autopilot cluster. */
export class TenantProject extends Construct {
  private readonly props: TenantProjectProps;
  private readonly project: LabProject;

  constructor(scope: Construct, id: string, props: TenantProjectProps) {
    super(scope, id);
    this.props = props;
    const { plan, tenant, project: planned } = props;
    const { folder, billingAccount, region } = plan.google;
    const { id: projectId, apis, labels } = planned;
    this.project = new LabProject(this, 'Project', { projectId, folder, billingAccount, labels, apis });
    const project = this.project.ref;
    const dependsOn = [this.project.ready];

    const own = tenant.cluster === undefined ? undefined : this.addCluster(tenant.cluster);
    const workload = own?.workload ?? props.workload;
    if (workload === undefined) throw new Error(`${this.node.path}: no cluster to run in`);
    const readers = own?.readers ?? tenant.registry.readers;
    const federation = tenant.github && this.addGithub(tenant.github.organisationId);
    const account = this.tryAddWorkflowAccount();
    const home = this.tryAddMachineHome();
    new TenantCloud(this, 'Cloud', {
      tenant,
      region,
      labels,
      project,
      workload,
      projectNumber: this.project.number,
      services: { ref: project, number: this.project.number },
      machines: { ref: project, ready: home?.ready ?? [] },
      readers,
      dependsOn: [
        ...(own?.dependsOn ?? dependsOn),
        ...(federation ? [federation.ready] : []),
        ...(account ? [account.ready] : []),
      ],
    });
    new ProjectAccess(this, 'Access', {
      project,
      grants: [
        ...planned.access
          .map(namingAccounts(account ? [account] : []))
          .map((grant) => home?.afterRole(grant) ?? grant),
        ...(own?.grants ?? []),
      ],
      dependsOn,
    });
    new SpendBudget(this, 'Budget', {
      billingAccount,
      displayName: budgetDisplayName(projectId),
      projectNumbers: [this.project.number],
      amount: planned.budget,
      period: { start: plan.term.starts, end: plan.term.lastDay },
      notify: plan.staff.budgetContacts,
      channelProject: project,
      provider: props.budgets,
      dependsOn,
    });
  }

  private addGithub(organisationId: string): GithubFederation {
    const { tenant } = this.props;
    const federation = new GithubFederation(this, 'Github', {
      project: this.project.ref,
      organisationId,
      dependsOn: [this.project.ready],
    });
    const output = new TerraformOutput(this, 'github_identity_provider', {
      value: federation.provider,
      description: `Variable PRACTICUM_IDENTITY_PROVIDER of the repository of ${tenant.handle}.`,
    });
    output.overrideLogicalId(`${tenant.handle}_github_identity_provider`);
    return federation;
  }

  /** What workflows deploy as is in the project of the cluster: here, if the cluster is the tenant's own. */
  private tryAddWorkflowAccount(): WorkflowAccount | undefined {
    const { tenant, project } = this.props;
    const deployer = tenant.github?.deployer;
    if (deployer === undefined || deployer.project !== project.id) return undefined;
    return new WorkflowAccount(this, 'Workflows', {
      project: this.project.ref,
      projectId: project.id,
      accountId: deployer.account,
      of: tenant.handle,
      dependsOn: [this.project.ready],
    });
  }

  private tryAddMachineHome(): MachineHome | undefined {
    const { plan, tenant, project } = this.props;
    if (tenant.machine?.network === undefined) return undefined;
    return new MachineHome(this, 'Machines', {
      project: this.project.ref,
      projectId: project.id,
      region: plan.google.region,
      ...tenant.machine.network,
      dependsOn: [this.project.ready],
    });
  }

  private addCluster(cluster: TenantClusterPlan) {
    const { plan, tenant, zone, project: planned } = this.props;
    const { region } = plan.google;
    const { labels } = planned;
    const project = this.project.ref;
    const dependsOn = [this.project.ready];
    const network = new LabNetwork(this, 'Network', { project, region, ...cluster.network, dependsOn });
    const identity = new NodeIdentity(this, 'Nodes', { project, dependsOn });
    const autopilot = new AutopilotCluster(this, 'Cluster', {
      project,
      projectId: planned.id,
      name: cluster.name,
      location: region,
      network,
      releaseChannel: cluster.releaseChannel,
      maintenance: cluster.maintenance,
      labels,
      ...(plan.groups === undefined ? {} : { securityGroup: plan.groups.security }),
      serviceAccountEmail: identity.email,
      dependsOn,
    });
    const address = new GatewayAddress(this, 'Address', { project, labels, dependsOn });
    zone.addAddress(tenant.handle, tenant.host, address.address);
    zone.addAddress(`${tenant.handle} wildcard`, `*.${tenant.host}`, address.address);
    const domains = [tenant.host, `*.${tenant.host}`];
    new HostCertificate(this, 'Certificate', {
      project,
      authorizationDomain: tenant.host,
      domains,
      zone,
      labels,
      dependsOn,
    });
    new HostTraffic(this, 'Traffic', {
      project,
      projectId: planned.id,
      names: { requests: hostMetricName('requests', 'own'), latencies: hostMetricName('latencies', 'own') },
      namespaces: [tenant.namespace],
      domain: zone.domain,
      dependsOn,
    });
    new TerraformOutput(this, `${tenant.handle}_cluster_endpoint`, {
      value: autopilot.endpoint,
      staticId: true,
    });
    const { monitoring } = cluster;
    const identityOfCluster = {
      projectId: planned.id,
      projectNumber: this.project.number,
      ready: autopilot.ready,
    };
    return {
      workload: { id: planned.id, number: this.project.number } satisfies WorkloadProject,
      readers: [identity.member],
      grants: [
        ...identity.grants,
        ...metricsGrants(monitoring, identityOfCluster),
      ] satisfies readonly ProjectGrant[],
      // The workload identity pool that bindings name is there only once the cluster is.
      dependsOn: [autopilot.ready],
    };
  }
}
