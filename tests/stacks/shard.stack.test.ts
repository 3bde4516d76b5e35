import { ShardStack } from '../../stacks/shard.stack';
import type { ChartRef } from '../../stacks/chart-ref';
import type { Handle } from '../../src/core/domain/ids';
import type { CellPlan, CohortPlan } from '../../src/core/plan/cohort-plan';
import { exampleInputs, examplePlan, planOf, theCell, theShard, withEvents } from './example-plans';
import { aChart, partOf, synthStack } from './synth-stack';

const HANDLES = ['amara-okafor', 'bjork-g', 'chidi-o'];

/** Charts of the places in the shared cluster. */
const chartsOf = (plan: CohortPlan): ReadonlyMap<Handle, ChartRef> =>
  new Map(
    theShard(plan)
      .tenants.filter(({ tier }) => tier !== 'cluster')
      .map(({ handle }) => [handle, aChart(handle)]),
  );

const synth = (plan: CohortPlan, cell = theCell(plan)) =>
  synthStack((app) => new ShardStack(app, { plan, cell, shard: theShard(plan), charts: chartsOf(plan) }));

const afterEvent = (event: 'held' | 'destroyed', handles: readonly string[]) =>
  synth(planOf(withEvents(exampleInputs('tier-namespace'), event, handles)));

const NAMESPACES = synth(examplePlan('tier-namespace'));
const PROJECTS = synth(examplePlan('tier-project'));
const CLUSTERS = synth(examplePlan('tier-cluster'));

test('A tenant with a namespace is a registry, a bucket, who may use them, and a release', () => {
  const output = NAMESPACES;
  expect(output.counts()).toEqual({
    google_artifact_registry_repository: 3,
    google_artifact_registry_repository_iam_binding: 6,
    google_logging_metric: 2,
    google_storage_bucket: 3,
    google_storage_bucket_iam_binding: 3,
    helm_release: 3,
  });
  expect(output.counts('data')).toEqual({ google_container_cluster: 1, google_project: 1 });
  expect(partOf(output, 'output')).toBeUndefined();
});

test('Projects, and a cluster for who has one, stand in the shard; the place in an own cluster does not', () => {
  expect(PROJECTS.counts()).toEqual({
    google_artifact_registry_repository: 3,
    google_artifact_registry_repository_iam_binding: 6,
    google_billing_budget: 3,
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
    google_dns_record_set: 3,
    google_logging_metric: 4,
    google_monitoring_notification_channel: 3,
    google_project: 3,
    google_project_iam_binding: 2 * 9 + 12,
    google_project_service: 2 * 8 + 11,
    google_service_account: 1,
    google_storage_bucket: 3,
    google_storage_bucket_iam_binding: 3,
    helm_release: 2,
    terraform_data: 3,
  });
});

test('Where everybody has a cluster the shard looks no cluster up and installs nothing', () => {
  const output = CLUSTERS;
  expect(output.counts('data')).toEqual({});
  expect(output.counts()).toMatchObject({ google_container_cluster: 2, google_project: 2 });
  expect(output.counts()).not.toHaveProperty('helm_release');
  expect(output.providers('helm')).toEqual([]);
  expect(Object.keys(partOf(output, 'output') as object)).toEqual([
    'gala-ruiz_cluster_endpoint',
    'hana-kim_cluster_endpoint',
  ]);
});

test('The hosts of own clusters are written into the cell’s zone', () => {
  const records = PROJECTS.all('google_dns_record_set');
  expect(records.map(({ managed_zone, project }) => [managed_zone, project])).toEqual(
    Array(3).fill(['labs', 'tier-project-c1']),
  );
  expect(records.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'elif-yilmaz.project.example.edu.',
      '*.elif-yilmaz.project.example.edu.',
      expect.stringMatching(/dns_resource_record\[0\]\.name\}$/),
    ]),
  );
});

test('Releases stand in the system’s namespace, where no student reads them', () => {
  const releases = NAMESPACES.all('helm_release');
  expect(
    releases.map(({ name, namespace, chart, create_namespace }) => ({
      name,
      namespace,
      chart,
      create_namespace,
    })),
  ).toEqual(
    HANDLES.map((name) => ({
      name,
      namespace: 'practicum-system',
      chart: `./charts/${name}`,
      create_namespace: false,
    })),
  );
});

test('Every resource of a tenant has an address that starts with the handle', () => {
  const output = PROJECTS;
  const addresses = Object.keys(output.counts()).flatMap((type) => output.addresses(type));
  expect(
    addresses.filter((address) => !/^(dai-nguyen|elif-yilmaz|farid-h|Traffic|Zone)_/.test(address)),
  ).toEqual([]);
});

test('Budgets are written through the provider that the admin project pays for', () => {
  const output = PROJECTS;
  expect(output.providers('google')).toEqual([
    { region: 'us-west1' },
    {
      alias: 'budgets',
      region: 'us-west1',
      billing_project: 'example-labs-admin',
      user_project_override: true,
    },
  ]);
  expect(output.all('google_billing_budget').map(({ provider }) => provider)).toEqual(
    Array(3).fill('google.budgets'),
  );
  expect(output.all('google_billing_budget').map((block) => block['amount'])).toEqual(
    ['90', '250', '90'].map((units) => ({ specified_amount: { currency_code: 'USD', units } })),
  );
});

test('A held tenant keeps registry, bucket and place, without who may use them', () => {
  const output = afterEvent('held', ['bjork-g']);
  expect(output.counts()).toEqual({
    google_artifact_registry_repository: 3,
    google_artifact_registry_repository_iam_binding: 5,
    google_logging_metric: 2,
    google_storage_bucket: 3,
    google_storage_bucket_iam_binding: 2,
    helm_release: 3,
  });
  expect(output.text).not.toContain('bjork.g@');
});

test('A destroyed tenant has nothing', () => {
  const output = afterEvent('destroyed', ['bjork-g']);
  expect(output.text).not.toContain('bjork');
  expect(output.counts()).toMatchObject({ google_storage_bucket: 2, helm_release: 2 });
});

test('A shard whose tenants are all destroyed is still there, with its state and empty', () => {
  const output = afterEvent('destroyed', HANDLES);
  expect(output.counts()).toEqual({});
  expect(partOf(output, 'terraform')).toMatchObject({
    backend: { local: { path: '../../../../terraform-state/tier-shared/shard-1-01.tfstate' } },
  });
});

test('A shard keeps the providers through which Terraform deletes what destroyed tenants had', () => {
  const inputs = withEvents(exampleInputs('tier-project'), 'destroyed', ['dai-nguyen', 'farid-h']);
  const plan = planOf(inputs);
  const shared = theCell(examplePlan('tier-project'));
  expect(synth(plan, shared).providers('google')).toEqual(PROJECTS.providers('google'));
  expect(synth(plan, shared).providers('helm')).toEqual(PROJECTS.providers('helm'));
  expect(NAMESPACES.providers('google')).toEqual(PROJECTS.providers('google'));
});

test('A tenant that needs a cluster which the cell does not have is a fault of ours', () => {
  const plan = examplePlan('tier-namespace');
  const parts = Object.entries(theCell(plan)).filter(([part]) => part !== 'cluster');
  const cell = Object.fromEntries(parts) as unknown as CellPlan;
  expect(() => synth(plan, cell)).toThrow(new Error('shard-1-01/amara-okafor: no cluster to run in'));
});
