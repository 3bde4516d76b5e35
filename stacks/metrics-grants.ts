import type { ITerraformDependable } from 'cdktf';
import type { ProjectGrant } from '../constructs/gcp/project-access';
import type { ProjectNumberRef } from '../constructs/gcp/refs';
import { workloadPrincipal } from '../constructs/gcp/workload-principal';
import type { ProjectId } from '../src/core/domain/ids';
import {
  LOAD_BALANCER_METRICS,
  METRICS_FRONTEND_ACCOUNT,
  MONITORING_NAMESPACE,
} from '../src/core/domain/names';
import type { MonitoringPlan } from '../src/core/plan/monitoring-plan';

/** Project whose workload identity pool knows the pods of a cluster, and the cluster that made the pool. */
export interface ClusterIdentity {
  readonly projectId: ProjectId;
  readonly projectNumber: ProjectNumberRef;
  readonly ready: ITerraformDependable;
}

/**
 * Rights to read what Google keeps, in the cluster's own project: of what reads how hosts are asked, and of what answers for Managed
 * Service for Prometheus where there is no Prometheus of ours.
 */
export function metricsGrants(
  { collector }: MonitoringPlan,
  { projectId, projectNumber, ready }: ClusterIdentity,
): readonly ProjectGrant[] {
  const accounts = [LOAD_BALANCER_METRICS, ...(collector === 'in-cluster' ? [] : [METRICS_FRONTEND_ACCOUNT])];
  const members = accounts.map((serviceAccount) =>
    workloadPrincipal({ projectId, projectNumber, namespace: MONITORING_NAMESPACE, serviceAccount }),
  );
  return [{ role: 'roles/monitoring.viewer', members, dependsOn: [ready] }];
}
