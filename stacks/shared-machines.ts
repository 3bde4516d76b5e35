import { Construct } from 'constructs';
import { LabProject } from '../constructs/gcp/lab-project';
import { MachineHome } from '../constructs/gcp/machine-home';
import { ProjectAccess } from '../constructs/gcp/project-access';
import type { SpendBudgetProps } from '../constructs/gcp/spend-budget';
import { SpendBudget } from '../constructs/gcp/spend-budget';
import type { GooglePlan, MachinesPlan } from '../src/core/plan/cohort-plan';

export interface SharedMachinesProps {
  readonly google: GooglePlan;
  readonly project: MachinesPlan;
  budgetOf(project: LabProject): SpendBudgetProps;
}

/** The project of machines that tenants of a cell share: with its own network, policy and budget. */
export class SharedMachines extends Construct {
  constructor(scope: Construct, id: string, { google, project: planned, budgetOf }: SharedMachinesProps) {
    super(scope, id);
    const { folder, billingAccount, region } = google;
    const { id: projectId, labels, apis, access, network } = planned;
    const project = new LabProject(this, 'Project', { projectId, folder, billingAccount, labels, apis });
    const dependsOn = [project.ready];
    const home = new MachineHome(this, 'Home', {
      project: project.ref,
      projectId,
      region,
      ...network,
      dependsOn,
    });
    new ProjectAccess(this, 'Access', {
      project: project.ref,
      grants: access.map(home.afterRole),
      dependsOn,
    });
    new SpendBudget(this, 'Budget', budgetOf(project));
  }
}
