import type { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { AuditLog } from '../constructs/gcp/audit-log';
import { GithubFederation } from '../constructs/gcp/github-federation';
import { GatewayAddress } from '../constructs/gcp/gateway-address';
import { GkeCluster } from '../constructs/gcp/gke-cluster';
import { HostCertificate } from '../constructs/gcp/host-certificate';
import { KnownZone } from '../constructs/gcp/known-zone';
import { LabNetwork } from '../constructs/gcp/lab-network';
import { LabNodePool } from '../constructs/gcp/lab-node-pool';
import { LabProject } from '../constructs/gcp/lab-project';
import { LabZone } from '../constructs/gcp/lab-zone';
import { NodeIdentity } from '../constructs/gcp/node-identity';
import type { ProjectGrant } from '../constructs/gcp/project-access';
import { ProjectAccess } from '../constructs/gcp/project-access';
import type { SpendBudgetProps } from '../constructs/gcp/spend-budget';
import { SpendBudget } from '../constructs/gcp/spend-budget';
import { WorkflowAccount } from '../constructs/gcp/workflow-account';
import type { ProjectId } from '../src/core/domain/ids';
import type { Money } from '../src/core/domain/money';
import { budgetDisplayName, cellStackName } from '../src/core/domain/names';
import type {
  CellLogsPlan,
  CellPlan,
  ClusterPlan,
  CohortPlan,
  MachinesPlan,
  ProjectPlan,
} from '../src/core/plan/cohort-plan';
import { CellLogs } from './cell-logs';
import { metricsGrants } from './metrics-grants';
import { namingAccounts } from './naming-accounts';
import { SharedMachines } from './shared-machines';
import { addBackend, addBudgetsGoogle, addGoogle } from './stack-settings';

export interface CellStackProps {
  readonly plan: CohortPlan;
  readonly cell: CellPlan;
}

/** One cell: its project with the whole IAM policy, and where tenants share a cluster, that cluster. */
export class CellStack extends TerraformStack {
  private readonly plan: CohortPlan;
  private readonly cell: CellPlan;
  private readonly project: LabProject;
  private readonly ready: readonly ITerraformDependable[];
  private budgets: GoogleProvider | undefined;

  constructor(scope: Construct, { plan, cell }: CellStackProps) {
    super(scope, cellStackName(cell.number));
    this.plan = plan;
    this.cell = cell;
    addBackend(this, plan);
    addGoogle(this, plan.google);
    const { folder, billingAccount } = plan.google;
    const { id: projectId, apis, labels } = cell.project;
    this.project = new LabProject(this, 'Project', { projectId, folder, billingAccount, labels, apis });
    this.ready = [this.project.ready];

    const zone = this.addZone();
    const nodeGrants = cell.cluster === undefined ? [] : this.addCluster(cell.cluster, zone);
    const project = this.project.ref;
    const accounts = this.addWorkflowAccounts();
    new ProjectAccess(this, 'Access', {
      project,
      grants: [...cell.project.access.map(namingAccounts(accounts)), ...nodeGrants],
      dependsOn: this.ready,
    });
    new AuditLog(this, 'Audit', { project, retentionDays: cell.logRetentionDays, dependsOn: this.ready });
    if (cell.github !== undefined) this.addGithub(cell.github.organisationId);
    this.addBudget();
    if (cell.serverless !== undefined) this.addServerless(cell.serverless);
    if (cell.machines !== undefined) this.addMachines(cell.machines);
    if (cell.logs !== undefined) this.addLogs(cell.logs);
  }

  private addZone(): LabZone {
    const { cell, ready: dependsOn, project } = this;
    const zone = new LabZone(this, 'Zone', {
      project: project.ref,
      domain: cell.domain,
      labels: cell.project.labels,
      dependsOn,
    });
    if (cell.parent !== undefined) {
      const parent = new KnownZone(this, 'ParentZone', {
        projectId: cell.parent.project,
        domain: this.plan.domain,
      });
      parent.addDelegation('delegation', cell.domain, zone.nameServers);
    }
    new TerraformOutput(this, 'name_servers', {
      value: zone.nameServers,
      description: `Delegate ${cell.domain} to these name servers.`,
      staticId: true,
    });
    return zone;
  }

  /** The cluster with its network, nodes and address; what its nodes need in the project. */
  private addCluster(plan: ClusterPlan, zone: LabZone): readonly ProjectGrant[] {
    const { cell, ready: dependsOn } = this;
    const { labels, id: projectId } = cell.project;
    const { groups } = this.plan;
    const { region } = this.plan.google;
    const project = this.project.ref;
    const network = new LabNetwork(this, 'Network', { project, region, ...plan.network, dependsOn });
    const identity = new NodeIdentity(this, 'Nodes', { project, dependsOn });
    const cluster = new GkeCluster(this, 'Cluster', {
      project,
      projectId,
      name: plan.name,
      location: region,
      network,
      releaseChannel: plan.releaseChannel,
      maintenance: plan.maintenance,
      labels,
      ...(groups === undefined ? {} : { securityGroup: groups.security }),
      dependsOn,
    });
    const { maxPodsPerNode } = plan;
    const shared = { cluster, project, maxPodsPerNode, serviceAccountEmail: identity.email, labels };
    for (const role of ['system', 'lab'] as const)
      new LabNodePool(this, `${role} pool`, { ...shared, role, ...plan.pools[role] });
    if (plan.pools.gpu !== undefined) {
      const { accelerator, sharedBy, zones, ...pool } = plan.pools.gpu;
      new LabNodePool(this, 'gpu pool', {
        ...shared,
        role: 'gpu',
        ...pool,
        gpu: { accelerator, sharedBy },
        ...(zones.length === 0 ? {} : { zones }),
      });
    }
    const address = new GatewayAddress(this, 'Address', { project, labels, dependsOn });
    zone.addAddress('wildcard', `*.${cell.domain}`, address.address);
    const domains = [cell.domain, `*.${cell.domain}`];
    new HostCertificate(this, 'Certificate', {
      project,
      authorizationDomain: cell.domain,
      domains,
      zone,
      labels,
      dependsOn,
    });
    new TerraformOutput(this, 'cluster_endpoint', {
      value: cluster.endpoint,
      description: 'DNS endpoint of the cluster.',
      staticId: true,
    });
    const projectNumber = this.project.number;
    return [
      ...identity.grants,
      ...metricsGrants(plan.monitoring, { projectId, projectNumber, ready: cluster.ready }),
    ];
  }

  private addGithub(organisationId: string): void {
    const { provider: value } = new GithubFederation(this, 'Github', {
      project: this.project.ref,
      organisationId,
      dependsOn: this.ready,
    });
    new TerraformOutput(this, 'github_identity_provider', {
      value,
      description: 'Variable PRACTICUM_IDENTITY_PROVIDER of the organisation on GitHub.',
      staticId: true,
    });
  }

  /** What workflows of places in the shared cluster act as; by their handles, so that a new place shifts none. */
  private addWorkflowAccounts(): readonly WorkflowAccount[] {
    const { deployers = [] } = this.cell;
    if (deployers.length === 0) return [];
    const scope = new Construct(this, 'Workflows');
    return deployers.map(
      ({ handle, account }) =>
        new WorkflowAccount(scope, handle, {
          project: this.project.ref,
          projectId: this.cell.project.id,
          accountId: account,
          of: handle,
          dependsOn: this.ready,
        }),
    );
  }

  /** The project of services that tenants share: with its own policy and budget, and without a network. */
  private addServerless({ id: projectId, labels, apis, access: grants, budget }: ProjectPlan): void {
    const { folder, billingAccount } = this.plan.google;
    const project = new LabProject(this, 'Serverless', { projectId, folder, billingAccount, labels, apis });
    const dependsOn = [project.ready];
    new ProjectAccess(this, 'ServerlessAccess', { project: project.ref, grants, dependsOn });
    new SpendBudget(this, 'ServerlessBudget', this.budgetOf(project, projectId, budget));
  }

  private addMachines(project: MachinesPlan): void {
    new SharedMachines(this, 'Machines', {
      google: this.plan.google,
      project,
      budgetOf: (made) => this.budgetOf(made, project.id, project.budget),
    });
  }

  private addLogs(logs: CellLogsPlan): void {
    new CellLogs(this, 'Logs', {
      google: this.plan.google,
      logs,
      cell: this.project.ref,
      dependsOn: this.ready,
      budgetOf: (made) => this.budgetOf(made, logs.project.id, logs.project.budget),
    });
  }

  private addBudget(): void {
    const { project, cell } = this;
    new SpendBudget(this, 'Budget', this.budgetOf(project, cell.project.id, cell.project.budget));
  }

  private budgetOf(project: LabProject, projectId: ProjectId, amount: Money): SpendBudgetProps {
    const { plan } = this;
    this.budgets ??= addBudgetsGoogle(this, plan.google);
    return {
      billingAccount: plan.google.billingAccount,
      displayName: budgetDisplayName(projectId),
      projectNumbers: [project.number],
      amount,
      period: { start: plan.term.starts, end: plan.term.lastDay },
      notify: plan.staff.budgetContacts,
      channelProject: project.ref,
      provider: this.budgets,
      dependsOn: [project.ready],
    };
  }
}
