import { CellStack } from '../../stacks/cell.stack';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import { email } from '../../src/core/domain/ids';
import { exampleInputs, examplePlan, planOf, planOfTwoCells, theCell, withEvents } from './example-plans';
import { membersByRole, partOf, synthStack } from './synth-stack';

const synth = (plan: CohortPlan, cell = theCell(plan)) =>
  synthStack((app) => new CellStack(app, { plan, cell }));

const SHARED = synth(examplePlan('tier-namespace'));
const UNSHARED = synth(examplePlan('tier-cluster'));
const W255 = synth(examplePlan('w255-spring'));

/** What every cell has, with a cluster or without. */
const WITHOUT_CLUSTER = {
  google_billing_budget: 1,
  google_dns_managed_zone: 1,
  google_logging_project_bucket_config: 1,
  google_monitoring_notification_channel: 1,
  google_project: 1,
  google_project_iam_audit_config: 4,
  google_project_iam_binding: 5,
  google_project_service: 13,
  terraform_data: 1,
};

test('A shared cell has one project, one private cluster with two pools, one address and one certificate', () => {
  const output = SHARED;
  expect(output.counts()).toEqual({
    ...WITHOUT_CLUSTER,
    google_project_iam_binding: 8,
    google_certificate_manager_certificate: 1,
    google_certificate_manager_certificate_map: 1,
    google_certificate_manager_certificate_map_entry: 2,
    google_certificate_manager_dns_authorization: 1,
    google_compute_firewall: 3,
    google_compute_global_address: 1,
    google_compute_network: 1,
    google_compute_router: 1,
    google_compute_router_nat: 1,
    google_compute_subnetwork: 1,
    google_container_cluster: 1,
    google_container_node_pool: 2,
    google_dns_record_set: 2,
    google_service_account: 1,
  });
  expect(output.counts('data')).toEqual({});
  expect(Object.keys(partOf(output, 'output') as object)).toEqual(['cluster_endpoint', 'name_servers']);
});

test('A cell whose tenants all have clusters of their own has a project, a zone and no cluster', () => {
  const output = UNSHARED;
  expect(output.counts()).toEqual(WITHOUT_CLUSTER);
  expect(Object.keys(partOf(output, 'output') as object)).toEqual(['name_servers']);
  expect(output.one('google_billing_budget')).toMatchObject({
    amount: { specified_amount: { currency_code: 'USD', units: '1' } },
  });
});

test('No tenant’s things are in a cell: no bucket, no registry, no release', () => {
  const counts = W255.counts();
  expect(Object.keys(counts).filter((type) => /bucket$|artifact|helm|secret/.test(type))).toEqual([]);
});

test('The project and the cluster are named after the cohort and the cell, in the cohort’s folder and region', () => {
  const output = W255;
  expect(output.one('google_project')).toMatchObject({
    project_id: 'w255-spring27-c1',
    folder_id: '123456789012',
    billing_account: '0A1B2C-3D4E5F-6A7B8C',
    deletion_policy: 'DELETE',
    labels: {
      'managed-by': 'practicum',
      'practicum-cohort': 'w255-spring27',
      'practicum-cell': 'c1',
    },
  });
  expect(output.one('google_container_cluster')).toMatchObject({
    name: 'w255-spring27-c1',
    location: 'us-west1',
    release_channel: { channel: 'REGULAR' },
    deletion_protection: false,
  });
});

test('Staff may look at the project for good; students may find the cluster until the term’s end', () => {
  const plan = examplePlan('tier-namespace');
  const bindings = membersByRole(synth(plan), 'google_project_iam_binding');
  const staff = ['user:ines.duarte@example.edu'];
  expect(bindings).toEqual({
    'roles/artifactregistry.reader': staff,
    'roles/container.clusterViewer': staff,
    'roles/container.clusterViewer until the end': [
      'user:amara.okafor@example.edu',
      'user:bjork.g@example.edu',
      'user:chidi.o@example.edu',
    ],
    'roles/container.defaultNodeServiceAccount': [
      expect.stringMatching(/^\$\{google_service_account\.Nodes_\w+\.member\}$/),
    ],
    'roles/iap.httpsResourceAccessor': staff,
    'roles/logging.viewer': staff,
    'roles/monitoring.viewer': [
      expect.stringMatching(
        /^principal:.*-c1\.svc\.id\.goog\/subject\/ns\/practicum-monitoring\/sa\/load-balancer-metrics$/,
      ),
      ...staff,
    ],
    'roles/storage.objectViewer': staff,
  });
});

test('Teaching assistants see what instructors see, but not the data', () => {
  const bindings = membersByRole(W255, 'google_project_iam_binding');
  expect(bindings['roles/storage.objectViewer']).toEqual([
    'user:ines.duarte@example.edu',
    'user:k.odhiambo@example.edu',
  ]);
  expect(bindings['roles/iap.httpsResourceAccessor']).toHaveLength(6);
  expect(bindings['roles/monitoring.viewer']).toEqual([
    expect.stringMatching(/^principal:.*\/sa\/load-balancer-metrics$/),
    ...(bindings['roles/iap.httpsResourceAccessor'] as readonly string[]),
  ]);
});

test('A student who is held or destroyed is not named', () => {
  const inputs = exampleInputs('tier-namespace');
  const text = (['held', 'destroyed'] as const)
    .map((event) => synth(planOf(withEvents(inputs, event, ['bjork-g']))).text)
    .join('\n');
  expect(text).not.toContain('bjork');
  expect(text).toContain('user:chidi.o@example.edu');
});

test('System pods have a pool that tenants’ pods stay away from; the lab pool takes any', () => {
  const output = W255;
  expect(output.where('google_container_node_pool', 'name', 'system')).toMatchObject({
    max_pods_per_node: 64,
    node_config: {
      machine_type: 'e2-standard-2',
      taint: [{ key: 'components.gke.io/gke-managed-components', value: 'true', effect: 'NO_SCHEDULE' }],
    },
  });
  const lab = output.where('google_container_node_pool', 'name', 'lab');
  expect(lab).toMatchObject({
    max_pods_per_node: 64,
    node_config: { machine_type: 'e2-standard-4', spot: false },
  });
  expect(lab).not.toHaveProperty('node_config.taint');
});

test('The budget is that of all tenants of the cell together, until nobody has access, and writes to the instructors', () => {
  const output = W255;
  expect(output.one('google_billing_budget')).toMatchObject({
    provider: 'google.budgets',
    display_name: 'Practicum w255-spring27-c1',
    amount: { specified_amount: { currency_code: 'USD', units: String(60 * 75) } },
    budget_filter: {
      custom_period: {
        start_date: { year: 2027, month: 1, day: 11 },
        end_date: { year: 2027, month: 4, day: 23 },
      },
    },
  });
  const channels = output.all('google_monitoring_notification_channel');
  expect(channels.map(({ labels }) => labels)).toEqual(
    expect.arrayContaining([
      { email_address: 'ines.duarte@example.edu' },
      { email_address: 'k.odhiambo@example.edu' },
    ]),
  );
  expect(channels).toHaveLength(2);
});

test('Of six instructors five hear of the budget, as many as Google takes', () => {
  const inputs = exampleInputs('tier-namespace');
  const staff = [...'abcdef'].map((letter) => ({
    email: email(`${letter}@example.edu`),
    name: letter,
    role: 'instructor' as const,
  }));
  const output = synth(planOf({ ...inputs, config: { ...inputs.config, staff } }));
  expect(output.all('google_monitoring_notification_channel')).toHaveLength(5);
});

test('A second cell has a domain of its own, and the first cell’s zone hands it over', () => {
  const plan = planOfTwoCells();
  const first = synth(plan, plan.cells[0]);
  const second = synth(plan, plan.cells[1]);
  expect(first.one('google_dns_managed_zone')).toMatchObject({ dns_name: 'namespace.example.edu.' });
  expect(second.one('google_dns_managed_zone')).toMatchObject({ dns_name: 'c2.namespace.example.edu.' });
  expect(first.all('google_dns_record_set').map(({ type }) => type)).not.toContain('NS');
  expect(second.where('google_dns_record_set', 'type', 'NS')).toMatchObject({
    project: 'tier-shared-c1',
    managed_zone: 'labs',
    name: 'c2.namespace.example.edu.',
    rrdatas: expect.stringMatching(/^\$\{google_dns_managed_zone\.Zone_\w+\.name_servers\}$/),
  });
});

test('Each cell names its own students and no others', () => {
  const plan = planOfTwoCells();
  const [first, second] = plan.cells.map((cell) =>
    membersByRole(synth(plan, cell), 'google_project_iam_binding'),
  );
  const role = 'roles/container.clusterViewer until the end';
  expect(first?.[role]).toEqual(['user:amara.okafor@example.edu', 'user:bjork.g@example.edu']);
  expect(second?.[role]).toEqual(['user:chidi.o@example.edu']);
});

test('A wildcard record leads all tenants’ hosts to the one address', () => {
  const output = W255;
  expect(output.where('google_dns_record_set', 'type', 'A')).toMatchObject({
    name: '*.w255.example.edu.',
    rrdatas: [expect.stringMatching(/^\$\{google_compute_global_address\.Address_\w+\.address\}$/)],
  });
  expect(output.one('google_certificate_manager_certificate')).toMatchObject({
    managed: { domains: ['*.w255.example.edu', 'w255.example.edu'] },
  });
});

test('Accounts that workflows deploy as are made before they are named, and hold the right to connect to the end', () => {
  const plan = examplePlan('mlsd-fall');
  const output = synth(plan);
  const handles = plan.shards.flatMap(({ tenants }) => tenants.map(({ handle }) => handle));
  const accounts = output.all('google_service_account').map((each) => each['account_id']);
  expect(accounts.filter((id) => id !== 'lab-nodes')).toEqual(handles.map((handle) => `deploy-${handle}`));
  const [connect] = output
    .all('google_project_iam_binding')
    .filter((each) => each['role'] === 'roles/container.clusterViewer' && each['condition'] !== undefined);
  const reference = (handle: string): RegExp =>
    new RegExp(`^\\$\\{google_service_account\\.Workflows_${handle}_.+\\.member\\}$`);
  expect(connect!['members']).toEqual(
    expect.arrayContaining(handles.map((handle) => expect.stringMatching(reference(handle)))),
  );
});
