import type { ITerraformDependable } from 'cdktf';
import type { ProjectGrant } from '../constructs/gcp/project-access';
import type { ProjectNumberRef } from '../constructs/gcp/refs';
import { workloadPrincipal } from '../constructs/gcp/workload-principal';
import type { ProjectId } from '../src/core/domain/ids';
import { METRICS_FRONTEND_ACCOUNT, MONITORING_NAMESPACE } from '../src/core/domain/names';
import type { MonitoringPlan } from '../src/core/plan/monitoring-plan';

/** Project whose workload identity pool knows the pods of a cluster, and the cluster that made the pool. */
export interface ClusterIdentity {
  readonly projectId: ProjectId;
  readonly projectNumber: ProjectNumberRef;
  readonly ready: ITerraformDependable;
}

/** Right of what answers for Managed Service for Prometheus to read what Google keeps; none with a Prometheus of ours. */
export function managedMetricsGrants(
  { collector }: MonitoringPlan,
  { projectId, projectNumber, ready }: ClusterIdentity,
): readonly ProjectGrant[] {
  if (collector === 'in-cluster') return [];
  const member = workloadPrincipal({
    projectId,
    projectNumber,
    namespace: MONITORING_NAMESPACE,
    serviceAccount: METRICS_FRONTEND_ACCOUNT,
  });
  return [{ role: 'roles/monitoring.viewer', members: [member], dependsOn: [ready] }];
}
