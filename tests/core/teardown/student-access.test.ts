import { studentBindings } from '../../../src/core/teardown/student-access';

const found = (type: string, attributes: object): boolean =>
  studentBindings([{ address: `${type}.A`, type, attributes: { ...attributes } }]).length === 1;

test('What students push with, write with and enter by is theirs', () => {
  expect(found('google_artifact_registry_repository_iam_binding', { role: 'roles/artifactregistry.writer' })).toBe(true);
  expect(found('google_storage_bucket_iam_binding', { role: 'roles/storage.objectUser' })).toBe(true);
  expect(found('google_project_iam_binding', { role: 'roles/container.clusterViewer', condition: [{ title: 'x' }] })).toBe(true);
  expect(found('google_cloud_run_v2_service_iam_binding', { role: 'roles/run.developer' })).toBe(true);
  expect(found('google_logging_log_view_iam_binding', { role: 'roles/logging.viewAccessor' })).toBe(true);
  expect(found('google_compute_instance_iam_binding', { role: 'roles/compute.osAdminLogin' })).toBe(true);
  expect(found('google_iap_tunnel_instance_iam_binding', { role: 'roles/iap.tunnelResourceAccessor' })).toBe(true);
  expect(found('google_service_account_iam_binding', { role: 'roles/iam.serviceAccountUser' })).toBe(true);
}); // prettier-ignore

test('What staff, nodes and Google’s own need stays', () => {
  expect(found('google_artifact_registry_repository_iam_binding', { role: 'roles/artifactregistry.reader' })).toBe(false);
  expect(found('google_storage_bucket_iam_binding', { role: 'roles/storage.objectAdmin' })).toBe(false);
  for (const condition of [[], null, undefined])
    expect(found('google_project_iam_binding', { role: 'roles/container.clusterViewer', condition })).toBe(false);
  expect(found('google_storage_bucket', { role: 'roles/storage.objectUser' })).toBe(false);
}); // prettier-ignore
