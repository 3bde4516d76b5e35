import { TerraformOutput, TerraformStack } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { AuditLog } from '../constructs/gcp/audit-log';
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
import { SpendBudget } from '../constructs/gcp/spend-budget';
import { budgetDisplayName, cellStackName } from '../src/core/domain/names';
import type { CellPlan, ClusterPlan, CohortPlan } from '../src/core/plan/cohort-plan';
import { managedMetricsGrants } from './managed-metrics-grant';
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
    new ProjectAccess(this, 'Access', {
      project,
      grants: [...cell.project.access, ...nodeGrants],
      dependsOn: this.ready,
    });
    new AuditLog(this, 'Audit', { project, retentionDays: cell.logRetentionDays, dependsOn: this.ready });
    this.addBudget();
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
    for (const role of ['system', 'lab'] as const) {
      const { maxPodsPerNode } = plan;
      const serviceAccountEmail = identity.email;
      new LabNodePool(this, `${role} pool`, {
        cluster,
        project,
        role,
        ...plan.pools[role],
        maxPodsPerNode,
        serviceAccountEmail,
        labels,
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
      ...managedMetricsGrants(plan.monitoring, { projectId, projectNumber, ready: cluster.ready }),
    ];
  }

  private addBudget(): void {
    const { plan, cell } = this;
    new SpendBudget(this, 'Budget', {
      billingAccount: plan.google.billingAccount,
      displayName: budgetDisplayName(cell.project.id),
      projectNumbers: [this.project.number],
      amount: cell.project.budget,
      period: { start: plan.term.starts, end: plan.term.lastDay },
      notify: plan.staff.budgetContacts,
      channelProject: this.project.ref,
      provider: addBudgetsGoogle(this, plan.google),
      dependsOn: this.ready,
    });
  }
}
