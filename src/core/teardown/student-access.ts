import type { StateResource } from './state-resources';

/**
 * Addresses of the bindings by which students, and the pods that run for them, reach anything: pushing images, writing
 * into buckets, deploying and calling services, entering machines, reading logs, and every grant in a project that has an end. Staff's have none, so that they stay able to archive.
 */
export function studentBindings(resources: readonly StateResource[]): readonly string[] {
  return resources.filter(isStudents).map(({ address }) => address);
}

function isStudents({ type, attributes }: StateResource): boolean {
  const { role, condition } = attributes;
  switch (type) {
    case 'google_artifact_registry_repository_iam_binding':
      return role === 'roles/artifactregistry.writer';
    case 'google_storage_bucket_iam_binding':
      return role === 'roles/storage.objectUser';
    case 'google_compute_instance_iam_binding':
    case 'google_iap_tunnel_instance_iam_binding':
    // Who calls a service is asked together with the staff: it holds nothing that is archived.
    case 'google_cloud_run_v2_service_iam_binding':
    case 'google_service_account_iam_binding':
    case 'google_logging_log_view_iam_binding':
      return true;
    case 'google_project_iam_binding':
      return Array.isArray(condition) && condition.length > 0;
    default:
      return false;
  }
}
