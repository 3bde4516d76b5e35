import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { TerraformStack } from 'cdktf';
import { TenantProject } from '../../stacks/tenant-project';
import type { TenantProjectProps } from '../../stacks/tenant-project';
import { KnownZone } from '../../constructs/gcp/known-zone';
import { projectNumberRef } from '../../constructs/gcp/refs';
import { projectId } from '../../src/core/domain/ids';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { Synthesised } from '../constructs/gcp/synth-construct';
import { reference, synthConstruct } from '../constructs/gcp/synth-construct';
import { exampleInputs, examplePlan, findTenant, planOf, withEvents } from './example-plans';
import { membersByRole, partOf } from './synth-stack';

const PLAN = examplePlan('tier-project');

function props(stack: TerraformStack, plan: CohortPlan, handle: string): TenantProjectProps {
  const tenant = findTenant(plan, handle);
  return {
    plan,
    tenant,
    project: tenant.project!,
    workload: { id: projectId('tier-project-c1'), number: projectNumberRef(reference(stack, 'number')) },
    zone: new KnownZone(stack, 'Zone', {
      projectId: projectId('tier-project-c1'),
      domain: 'project.example.edu',
    }),
    budgets: new GoogleProvider(stack, 'google-budgets', { alias: 'budgets' }),
  };
}

const synth = (handle: string, plan = PLAN, change: Partial<TenantProjectProps> = {}): Synthesised =>
  synthConstruct((stack) => {
    new TenantProject(stack, 'Own', { ...props(stack, plan, handle), ...change });
  });

const PROJECT = {
  google_artifact_registry_repository: 1,
  google_artifact_registry_repository_iam_binding: 2,
  google_billing_budget: 1,
  google_monitoring_notification_channel: 1,
  google_project: 1,
  google_project_iam_binding: 9,
  google_project_service: 8,
  google_storage_bucket: 1,
  google_storage_bucket_iam_binding: 1,
  terraform_data: 1,
};

const OWNER = ['user:dai.nguyen@example.edu'];

test('A tenant’s project has its services, its policy, a budget, a registry and a bucket, and no cluster', () => {
  const output = synth('dai-nguyen');
  expect(output.counts()).toEqual(PROJECT);
  expect(partOf(output, 'output')).toBeUndefined();
});

test('A tenant with a cluster has beside it a network, nodes’ account, an address and a certificate', () => {
  const output = synth('elif-yilmaz');
  expect(output.counts()).toEqual({
    ...PROJECT,
    google_project_iam_binding: 12,
    google_project_service: 11,
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
    google_logging_metric: 2,
    google_service_account: 1,
  });
  expect(output.counts()).not.toHaveProperty('google_container_node_pool');
  expect(Object.keys(partOf(output, 'output') as object)).toEqual(['elif-yilmaz_cluster_endpoint']);
});

const STAFF = ['user:ines.duarte@example.edu'];

test('The tenant uses services of the project until the term’s end, and changes nothing of who may', () => {
  expect(membersByRole(synth('dai-nguyen'), 'google_project_iam_binding')).toEqual({
    'roles/artifactregistry.reader': STAFF,
    'roles/artifactregistry.reader until the end': OWNER,
    'roles/browser until the end': OWNER,
    'roles/logging.viewer': STAFF,
    'roles/logging.viewer until the end': OWNER,
    'roles/monitoring.viewer': STAFF,
    'roles/monitoring.viewer until the end': OWNER,
    'roles/serviceusage.serviceUsageConsumer until the end': OWNER,
    'roles/storage.objectViewer': STAFF,
  });
});

test('With a cluster the tenant may find it, and the nodes’ account may write logs and metrics', () => {
  const bindings = membersByRole(synth('elif-yilmaz'), 'google_project_iam_binding');
  expect(bindings).toMatchObject({
    'roles/container.clusterViewer until the end': ['user:elif.yilmaz@example.edu'],
    'roles/container.defaultNodeServiceAccount': [
      expect.stringMatching(/^\$\{google_service_account\.Own_Nodes_\w+\.member\}$/),
    ],
  });
});

test('Pods are known by the project whose cluster they run in', () => {
  const pods = (output: Synthesised) =>
    String((output.one('google_storage_bucket_iam_binding')['members'] as string[])[0]);
  expect(pods(synth('dai-nguyen'))).toMatch(
    /given_number\}.*\/tier-project-c1\.svc\.id\.goog\/subject\/ns\/dai-nguyen\//,
  );
  expect(pods(synth('elif-yilmaz'))).toMatch(
    /google_project\.Own_Project_\w+\.number\}.*\/tier-project-elif-yilmaz\.svc\.id\.goog\/subject\/ns\/elif-yilmaz\//,
  );
});

test('What names the workload identity pool waits for the cluster that makes it', () => {
  const dependsOn = (handle: string) => synth(handle).one('google_storage_bucket')['depends_on'];
  expect(dependsOn('elif-yilmaz')).toEqual([
    expect.stringMatching(/^google_container_cluster\.Own_Cluster_\w+$/),
  ]);
  expect(dependsOn('dai-nguyen')).toEqual([expect.stringMatching(/^terraform_data\.Own_Project_Ready_\w+$/)]);
});

test('The cluster is Autopilot, in the project, under the tenant’s name', () => {
  expect(synth('elif-yilmaz').one('google_container_cluster')).toMatchObject({
    name: 'tier-project-elif-yilmaz',
    location: 'us-west1',
    enable_autopilot: true,
    deletion_protection: false,
    workload_identity_config: { workload_pool: 'tier-project-elif-yilmaz.svc.id.goog' },
  });
});

test('The budget is the tenant’s own, with an amount of its own', () => {
  const amount = (handle: string) => synth(handle).one('google_billing_budget')['amount'];
  expect(amount('dai-nguyen')).toEqual({ specified_amount: { currency_code: 'USD', units: '90' } });
  expect(amount('elif-yilmaz')).toEqual({ specified_amount: { currency_code: 'USD', units: '250' } });
  expect(synth('dai-nguyen').one('google_billing_budget')).toMatchObject({
    display_name: 'Practicum tier-project-dai-nguyen',
    provider: 'google.budgets',
  });
});

test('A held tenant is in no policy; project, cluster and data stay', () => {
  const held = planOf(withEvents(exampleInputs('tier-project'), 'held', ['elif-yilmaz']));
  const output = synth('elif-yilmaz', held);
  expect(output.text).not.toContain('elif.yilmaz@');
  expect(output.counts()).toMatchObject({
    google_project: 1,
    google_container_cluster: 1,
    google_storage_bucket: 1,
  });
  expect(Object.keys(membersByRole(output, 'google_project_iam_binding'))).toEqual([
    'roles/artifactregistry.reader',
    'roles/container.clusterViewer',
    'roles/container.defaultNodeServiceAccount',
    'roles/logging.viewer',
    'roles/monitoring.viewer',
    'roles/storage.objectViewer',
  ]);
});

test('Without a cluster to run in it is a fault of ours, unless the tenant has its own', () => {
  expect(() => synth('dai-nguyen', PLAN, { workload: undefined })).toThrow(
    new Error('stack/Own: no cluster to run in'),
  );
  expect(synth('elif-yilmaz', PLAN, { workload: undefined }).counts()).toMatchObject({ google_project: 1 });
});

/** The same tenants in a course whose workflows deploy. */
function deploying(): CohortPlan {
  const inputs = exampleInputs('tier-project');
  const { course, config } = exampleInputs('mlsd-fall');
  return planOf({ ...inputs, course, config: { ...inputs.config, github: config.github! } });
}

const leaveIn = (output: Synthesised) =>
  output
    .all('google_service_account_iam_binding')
    .find((each) => each['role'] === 'roles/iam.workloadIdentityUser')!;

test('In a cluster of its own a tenant’s workflows deploy as an account of its own project, made before it is named', () => {
  const output = synth('elif-yilmaz', deploying());
  const ids = output.all('google_service_account').map((each) => each['account_id']);
  expect(ids).toContain('deploy-elif-yilmaz');
  const connect = output
    .all('google_project_iam_binding')
    .find((each) => each['role'] === 'roles/container.clusterViewer' && each['condition'] !== undefined)!;
  expect(connect['members']).toContainEqual(
    expect.stringMatching(/^\$\{google_service_account\.Own_Workflows_.+\.member\}$/),
  );
  const account = expect.stringMatching(/^google_service_account\.Own_Workflows_/) as unknown;
  expect(leaveIn(output)['depends_on']).toEqual(
    expect.arrayContaining([account, expect.stringMatching(/^google_iam_workload_identity_pool_provider\./)]),
  );
});

test('In a shared cluster the account is not the tenant’s project’s to make', () => {
  const output = synth('dai-nguyen', deploying());
  const ids = output.all('google_service_account').map((each) => String(each['account_id']));
  expect(ids.filter((id) => id.startsWith('deploy-'))).toEqual([]);
  expect(leaveIn(output)['service_account_id']).toMatch(
    /^projects\/[a-z0-9-]+-c1\/serviceAccounts\/deploy-dai-nguyen@[a-z0-9-]+-c1\./,
  );
});

test('A tenant with a machine has a network of machines in its project, and the machine waits for it', () => {
  const inputs = exampleInputs('mlsd-fall');
  const output = synth('team-maple', planOf({ ...inputs, config: { ...inputs.config, tier: 'project' } }));
  expect(output.counts()).toMatchObject({
    google_compute_firewall: 3,
    google_compute_instance: 1,
    google_compute_network: 1,
    google_project_iam_custom_role: 2,
  });
  expect(output.one('google_compute_network')['name']).toBe('machines');
  const waits = JSON.stringify(output.one('google_compute_instance')['depends_on']);
  expect(waits).toContain('terraform_data.Own_Machines_Network_Ready');
  expect(waits).toContain('google_project_iam_custom_role.Own_Machines_Roles_Keeper');
});
