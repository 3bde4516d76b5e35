import { IMPORT_RULES } from '../../../src/core/recover/import-ids';
import { LISTINGS } from '../../../src/core/recover/listings';
import { exampleOutputs } from '../../stacks/examples/example-output';

const resources = exampleOutputs().flatMap((output) => output.resources);

function idOf(type: string, attributes: Readonly<Record<string, unknown>>): string | undefined {
  const rule = IMPORT_RULES[type];
  if (rule?.by !== 'id') throw new Error(`${type} has no id`);
  return rule.id(attributes);
}

test('Every type of the examples has a rule, and no rule is for a type that the stacks do not use', () => {
  const used = [...new Set(resources.map(({ type }) => type))].sort();
  expect(used.length).toBeGreaterThan(25);
  expect(Object.keys(IMPORT_RULES).sort()).toEqual(used);
});

test('Every resource of the examples has what its id is made of', () => {
  const byId = resources.filter(({ type }) => IMPORT_RULES[type]?.by === 'id');
  expect(byId.length).toBeGreaterThan(300);
  // The provider plans "global" where a certificate says no place.
  const without = byId.filter(
    ({ type, block }) => idOf(type, { location: 'global', ...block }) === undefined,
  );
  expect(without.map(({ address }) => address)).toEqual([]);
});

const PLACE = { project: 'lab-c1', location: 'us-west1', region: 'us-west1', name: 'labs' };

test.each([
  ['github_actions_variable', { repository: 'lab-amara', variable_name: 'PRACTICUM_NAMESPACE' }, 'lab-amara:PRACTICUM_NAMESPACE'],
  ['github_repository', { name: 'lab-amara' }, 'lab-amara'],
  ['github_repository_collaborator', { repository: 'lab-amara', username: 'amara-o' }, 'lab-amara:amara-o'],
  ['google_artifact_registry_repository', { repository_id: 'amara' }, 'projects/lab-c1/locations/us-west1/repositories/amara'],
  ['google_certificate_manager_certificate', {}, 'projects/lab-c1/locations/us-west1/certificates/labs'],
  ['google_certificate_manager_certificate_map', {}, 'projects/lab-c1/locations/global/certificateMaps/labs'],
  ['google_certificate_manager_certificate_map_entry', { map: 'all' }, 'projects/lab-c1/locations/global/certificateMaps/all/certificateMapEntries/labs'],
  ['google_certificate_manager_dns_authorization', {}, 'projects/lab-c1/locations/us-west1/dnsAuthorizations/labs'],
  ['google_cloud_run_v2_service', {}, 'projects/lab-c1/locations/us-west1/services/labs'],
  ['google_compute_firewall', {}, 'projects/lab-c1/global/firewalls/labs'],
  ['google_compute_global_address', {}, 'projects/lab-c1/global/addresses/labs'],
  ['google_compute_instance', { zone: 'us-west1-b' }, 'projects/lab-c1/zones/us-west1-b/instances/labs'],
  ['google_compute_network', {}, 'projects/lab-c1/global/networks/labs'],
  ['google_compute_router', {}, 'projects/lab-c1/regions/us-west1/routers/labs'],
  ['google_compute_router_nat', { router: 'r' }, 'projects/lab-c1/regions/us-west1/routers/r/labs'],
  ['google_compute_subnetwork', {}, 'projects/lab-c1/regions/us-west1/subnetworks/labs'],
  ['google_container_cluster', {}, 'projects/lab-c1/locations/us-west1/clusters/labs'],
  ['google_container_node_pool', { cluster: 'c' }, 'lab-c1/us-west1/c/labs'],
  ['google_dns_managed_zone', {}, 'projects/lab-c1/managedZones/labs'],
  ['google_dns_record_set', { managed_zone: 'z', name: 'a.example.edu.', type: 'A' }, 'projects/lab-c1/managedZones/z/rrsets/a.example.edu./A'],
  ['google_iam_workload_identity_pool', { workload_identity_pool_id: 'github' }, 'projects/lab-c1/locations/global/workloadIdentityPools/github'],
  ['google_iam_workload_identity_pool_provider', { workload_identity_pool_id: 'github', workload_identity_pool_provider_id: 'actions' }, 'projects/lab-c1/locations/global/workloadIdentityPools/github/providers/actions'],
  ['google_logging_log_view', { parent: 'projects/lab-c1', bucket: 'amara' }, 'projects/lab-c1/locations/us-west1/buckets/amara/views/labs'],
  ['google_logging_metric', {}, 'lab-c1 labs'],
  ['google_logging_project_exclusion', {}, 'projects/lab-c1/exclusions/labs'],
  ['google_project', { project_id: 'lab-c1' }, 'lab-c1'],
  ['google_project_iam_custom_role', { role_id: 'machineKeeper' }, 'projects/lab-c1/roles/machineKeeper'],
  ['google_service_account', { account_id: 'lab-nodes' }, 'projects/lab-c1/serviceAccounts/lab-nodes@lab-c1.iam.gserviceaccount.com'],
  ['google_storage_bucket', { name: 'lab-amara-data' }, 'lab-c1/lab-amara-data'],
  ['helm_release', { namespace: 'practicum-system', name: 'amara' }, 'practicum-system/amara'],
])('%s is found by its id', (type, attributes, id) => {
  expect(idOf(type, { ...PLACE, ...attributes })).toBe(id);
}); // prettier-ignore

test('Every rule for an id has its row above', () => {
  const rules = Object.values(IMPORT_RULES).filter(({ by }) => by === 'id');
  expect(rules.length).toBe(30);
});

test.each([
  { name: 'labs' },
  { project: '', name: 'labs' },
  { project: null, name: 'labs' },
  { project: 7, name: 'labs' },
])('Where a part is not known there is no id: %j', (attributes) => {
  expect(idOf('google_compute_network', attributes)).toBeUndefined();
});

test('A value is taken as it is, whatever it looks like', () => {
  expect(idOf('google_compute_network', { project: '$&', name: '{project}' })).toBe(
    'projects/$&/global/networks/{project}',
  );
});

test('Every rule is an id, a repetition that says why, or a listing', () => {
  const rules = Object.entries(IMPORT_RULES);
  const listed = rules.filter(([, { by }]) => by === 'listing').map(([type]) => type);
  expect(listed).toEqual(Object.keys(LISTINGS));
  expect(rules.filter(([, rule]) => rule.by === 'repeating' && rule.why === '')).toEqual([]);
});
