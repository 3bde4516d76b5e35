import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { LabProject } from '../constructs/gcp/lab-project';
import { LogRoute } from '../constructs/gcp/log-route';
import type { ProjectGrant } from '../constructs/gcp/project-access';
import { ProjectAccess } from '../constructs/gcp/project-access';
import type { ProjectRef } from '../constructs/gcp/refs';
import type { SpendBudgetProps } from '../constructs/gcp/spend-budget';
import { SpendBudget } from '../constructs/gcp/spend-budget';
import type { CellLogsPlan, CohortPlan } from '../src/core/plan/cohort-plan';

export interface CellLogsProps {
  readonly google: CohortPlan['google'];
  readonly logs: CellLogsPlan;
  /** Project of the cluster whose pods print. */
  readonly cell: ProjectRef;
  readonly dependsOn: readonly ITerraformDependable[];
  budgetOf(project: LabProject): SpendBudgetProps;
}

/** The project that logs of a cell's places are in, and how what pods print gets there. */
export class CellLogs extends Construct {
  constructor(scope: Construct, id: string, props: CellLogsProps) {
    super(scope, id);
    const { google, logs, cell } = props;
    const { id: projectId, apis, labels, access } = logs.project;
    const { folder, billingAccount, region } = google;
    const project = new LabProject(this, 'Project', { projectId, folder, billingAccount, labels, apis });
    const dependsOn = [project.ready, ...props.dependsOn];
    // The last place may be gone, and the project with it only later.
    const route =
      logs.namespaces.length === 0
        ? undefined
        : new LogRoute(this, 'Route', {
            project: cell,
            to: { ref: project.ref, id: projectId },
            name: logs.route,
            source: { projectId: logs.cluster.project, cluster: logs.cluster.name, location: region },
            namespaces: logs.namespaces,
            dependsOn,
          });
    const writer: readonly ProjectGrant[] =
      route === undefined ? [] : [{ role: 'roles/logging.logWriter', members: [route.writer] }];
    new ProjectAccess(this, 'Access', {
      project: project.ref,
      grants: [...access, ...writer],
      dependsOn: [project.ready],
    });
    new SpendBudget(this, 'Budget', props.budgetOf(project));
  }
}
