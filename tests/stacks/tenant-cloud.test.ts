import type { TerraformStack } from 'cdktf';
import { TenantCloud } from '../../stacks/tenant-cloud';
import type { TenantCloudProps } from '../../stacks/tenant-cloud';
import { projectNumberRef } from '../../constructs/gcp/refs';
import { projectId } from '../../src/core/domain/ids';
import { aProject, reference, standing, synthConstruct } from '../constructs/gcp/synth-construct';
import type { TenantPlan } from '../../src/core/plan/cohort-plan';
import { exampleInputs, examplePlan, findTenant, planOf, withEvents } from './example-plans';
import { membersByRole } from './synth-stack';

const props = (stack: TerraformStack): TenantCloudProps => ({
  tenant: findTenant(examplePlan('tier-namespace'), 'amara-okafor'),
  region: 'us-west1',
  labels: { 'managed-by': 'practicum', 'practicum-cohort': 'tier-shared' },
  project: aProject(stack),
  workload: { id: projectId('tier-shared-c1'), number: projectNumberRef(reference(stack, 'number')) },
  projectNumber: projectNumberRef(reference(stack, 'number')),
  readers: ['serviceAccount:lab-nodes@tier-shared-c1.iam.gserviceaccount.com'],
});

const synth = (change: Partial<TenantCloudProps> = {}) =>
  synthConstruct((stack) => {
    new TenantCloud(stack, 'Cloud', { ...props(stack), ...change });
  });

const POD =
  'principal://iam.googleapis.com/projects/${local.given_number}/locations/global/workloadIdentityPools/' +
  'tier-shared-c1.svc.id.goog/subject/ns/amara-okafor/sa/lab';

test('A tenant has one registry and one bucket, in its project and region, with its labels', () => {
  const output = synth();
  expect(output.counts()).toEqual({
    google_artifact_registry_repository: 1,
    google_artifact_registry_repository_iam_binding: 2,
    google_storage_bucket: 1,
    google_storage_bucket_iam_binding: 1,
  });
  const common = {
    project: '${local.given_project}',
    location: 'us-west1',
    labels: { 'managed-by': 'practicum', 'practicum-cohort': 'tier-shared' },
  };
  expect(output.one('google_artifact_registry_repository')).toMatchObject({
    ...common,
    repository_id: 'amara-okafor',
  });
  expect(output.one('google_storage_bucket')).toMatchObject({
    ...common,
    name: 'tier-shared-amara-okafor-data',
  });
});

test('The tenant pushes images and nodes pull them, without an end', () => {
  expect(membersByRole(synth(), 'google_artifact_registry_repository_iam_binding')).toEqual({
    'roles/artifactregistry.writer': ['user:amara.okafor@example.edu'],
    'roles/artifactregistry.reader': ['serviceAccount:lab-nodes@tier-shared-c1.iam.gserviceaccount.com'],
  });
});

test('The tenant and its pods use the bucket until the term’s end', () => {
  expect(membersByRole(synth(), 'google_storage_bucket_iam_binding')).toEqual({
    'roles/storage.objectUser until the end': [POD, 'user:amara.okafor@example.edu'],
  });
  expect(synth().one('google_storage_bucket_iam_binding')['condition']).toEqual({
    title: 'until-term-end',
    expression: `request.time < timestamp("${examplePlan('tier-namespace').term.accessEnds}")`,
  });
});

test('While a tenant is held neither it nor its pods come in, and nothing is taken from what it made', () => {
  const held = planOf(withEvents(exampleInputs('tier-namespace'), 'held', ['amara-okafor']));
  const output = synth({ tenant: findTenant(held, 'amara-okafor') });
  expect(output.counts()).toEqual({
    google_artifact_registry_repository: 1,
    google_artifact_registry_repository_iam_binding: 1,
    google_storage_bucket: 1,
  });
  expect(output.one('google_storage_bucket')).toEqual(synth().one('google_storage_bucket'));
  expect(output.text).not.toContain('amara.okafor@');
  expect(output.text).not.toContain('principal://');
});

test('The pods of a team that has no members yet still use its bucket', () => {
  const tenant = findTenant(examplePlan('tier-namespace'), 'amara-okafor');
  const empty = {
    ...tenant,
    registry: { ...tenant.registry, writers: [] },
    bucket: { ...tenant.bucket, users: [] },
  };
  expect(membersByRole(synth({ tenant: empty }), 'google_storage_bucket_iam_binding')).toEqual({
    'roles/storage.objectUser until the end': [POD],
  });
});

test('Every option is passed on: registry and bucket wait for what they depend on', () => {
  const output = synthConstruct((stack) => {
    const all: Required<TenantCloudProps> = {
      ...props(stack),
      services: { ref: aProject(stack), number: projectNumberRef(reference(stack, 'number')) },
      machines: { ref: aProject(stack), ready: [] },
      dependsOn: [standing(stack)],
    };
    new TenantCloud(stack, 'Cloud', all);
  });
  for (const type of ['google_artifact_registry_repository', 'google_storage_bucket']) {
    expect(output.one(type)['depends_on']).toEqual(['terraform_data.standing']);
    expect(synth().one(type)).not.toHaveProperty('depends_on');
  }
});

const withService = (shared: boolean) =>
  synthConstruct((stack) => {
    const known = props(stack);
    const service: NonNullable<TenantPlan['service']> = {
      project: projectId('tier-shared-c1-run'),
      name: 'amara-okafor',
      account: 'serverless-amara-okafor',
      shared,
      image: 'hello',
      maxInstances: 2,
      developers: known.tenant.bucket.users,
      callers: known.tenant.bucket.users,
      expires: known.tenant.bucket.expires,
    };
    const services = { ref: aProject(stack), number: projectNumberRef(reference(stack, 'services')) };
    new TenantCloud(stack, 'Cloud', { ...known, tenant: { ...known.tenant, service }, services });
  });

test('A service uses the bucket of its tenant, and Cloud Run pulls its images from another project', () => {
  const output = withService(true);
  const [users] = Object.values(membersByRole(output, 'google_storage_bucket_iam_binding'));
  expect(users).toContainEqual(expect.stringMatching(/^\$\{google_service_account\..+\.member\}$/));
  const { 'roles/artifactregistry.reader': readers } = membersByRole(
    output,
    'google_artifact_registry_repository_iam_binding',
  );
  expect(readers).toContain(
    'serviceAccount:service-${local.given_services}@serverless-robot-prod.iam.gserviceaccount.com',
  );
  // The account of Cloud Run comes with the first service.
  expect(output.one('google_artifact_registry_repository')['depends_on']).toEqual([
    expect.stringMatching(/^google_cloud_run_v2_service\./),
  ]);
});

test('In a project of its own Cloud Run is given nothing', () => {
  expect(withService(false).text).not.toContain('serverless-robot');
});

test('A service without a project to stand in is a fault of ours', () => {
  const { service } = { service: {} as NonNullable<TenantPlan['service']> };
  const tenant = { ...findTenant(examplePlan('tier-namespace'), 'amara-okafor'), service };
  expect(() => synth({ tenant })).toThrow('stack/Cloud: no project for the service');
});

test('A machine without a project to stand in is a fault of ours', () => {
  const machine = {} as NonNullable<TenantPlan['machine']>;
  const tenant = { ...findTenant(examplePlan('tier-namespace'), 'amara-okafor'), machine };
  expect(() => synth({ tenant })).toThrow('stack/Cloud: no project for the machine');
});

const DEPLOYER = 'serviceAccount:deploy-aiko-mori@mlsd-fall27-c1.iam.gserviceaccount.com';
const SUBJECT = 'subject/repo:example-mlsd/lab-aiko-mori:ref:refs/heads/main';

/** A tenant whose workflows push, and deploy or not. */
const withWorkflows = (deploys: boolean, tenant: Partial<TenantPlan> = {}) =>
  synthConstruct((stack) => {
    const known = findTenant(examplePlan('mlsd-fall'), 'aiko-mori');
    const { deployer, ...pushing } = known.github!;
    const writers = known.registry.writers.filter((member) => member !== DEPLOYER);
    const { service, ...rest } = known;
    expect([deployer?.email, service]).not.toContain(undefined);
    new TenantCloud(stack, 'Cloud', {
      ...props(stack),
      tenant: {
        ...rest,
        ...(deploys ? {} : { github: pushing, registry: { ...known.registry, writers } }),
        ...tenant,
      },
    });
  });

test('Workflows that only push hold the registry of their place by repository and branch', () => {
  const output = withWorkflows(false);
  expect(output.counts()).not.toHaveProperty('google_service_account_iam_binding');
  expect(membersByRole(output, 'google_artifact_registry_repository_iam_binding')).toMatchObject({
    'roles/artifactregistry.writer': [
      expect.stringContaining(`/workloadIdentityPools/github/${SUBJECT}`),
      'user:aiko.mori@example.edu',
    ],
  });
});

test('Workflows that deploy act as one account until the term’s end, and push as it', () => {
  const output = withWorkflows(true);
  expect(membersByRole(output, 'google_service_account_iam_binding')).toEqual({
    'roles/iam.workloadIdentityUser until the end': [expect.stringContaining(SUBJECT)],
  });
  expect(membersByRole(output, 'google_artifact_registry_repository_iam_binding')).toMatchObject({
    'roles/artifactregistry.writer': [DEPLOYER, 'user:aiko.mori@example.edu'],
  });
  expect(output.counts()).not.toHaveProperty('google_service_account');
});

test('While a tenant is held nobody acts as the account', () => {
  const registry = { ...findTenant(examplePlan('mlsd-fall'), 'aiko-mori').registry, writers: [] };
  const output = withWorkflows(true, { held: true, members: [], registry });
  expect(output.counts()).not.toHaveProperty('google_service_account_iam_binding');
  expect(output.text).not.toContain('workloadIdentityPools/github');
});
