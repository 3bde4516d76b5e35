import type { ProjectId } from '../../src/core/domain/ids';
import type { ProjectNumberRef } from './refs';

/** Which Kubernetes service account, of all clusters of a project, a principal stands for. */
export interface WorkloadPrincipalOptions {
  readonly projectNumber: ProjectNumberRef;
  readonly projectId: ProjectId;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** Name of the workload identity pool that a project's clusters share; it exists after the first cluster. */
export function workloadPool(projectId: ProjectId): string {
  return `${projectId}.svc.id.goog`;
}

/**
 * IAM member of a Kubernetes service account: no Google service account, no key.
 *
 * Same namespace and account name in two clusters of one project are the same principal.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity
 */
export function workloadPrincipal(options: WorkloadPrincipalOptions): string {
  const pool = `projects/${options.projectNumber}/locations/global/workloadIdentityPools/${workloadPool(options.projectId)}`;
  return `principal://iam.googleapis.com/${pool}/subject/ns/${options.namespace}/sa/${options.serviceAccount}`;
}
