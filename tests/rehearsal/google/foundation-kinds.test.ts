import { logBucketName } from '../../../src/rehearsal/google/log-bucket-kind';
import { installedSchema } from '../../../src/app/rehearse/installed-bindings';
import { FOUNDATION_DATA, FOUNDATION_KINDS } from '../../../src/rehearsal/google/foundation-kinds';
import { computeName } from '../../../src/rehearsal/google/compute-resource';
import { secretName } from '../../../src/rehearsal/google/secret-name';
import {
  bucketName,
  repositoryName,
  runServiceAssetName,
  serviceAccountName,
} from '../../../src/rehearsal/provider/cloud-names';
import { planChange } from '../../../src/rehearsal/provider/plan-change';
import type { BlockSchema } from '../../../src/rehearsal/schema/block-schema';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { ACCOUNT, FOLDER, make, projectCloud, put, read } from './foundation-cloud';

const SCHEMA = installedSchema('google', {
  resources: FOUNDATION_KINDS.map(({ type }) => type),
  dataSources: FOUNDATION_DATA.map(({ type }) => type),
});

const IN_PROJECT = { project: 'w255-c1' };
const GRANT = { role: 'roles/viewer', members: ['user:ada@example.edu'] };

/** As stacks write them: one of each type. */
const WRITTEN: Readonly<Record<string, Attributes>> = {
  google_project: { project_id: 'w255-c2', name: 'w255-c2', folder_id: FOLDER, billing_account: ACCOUNT, labels: { a: 'b' } },
  google_project_service: { ...IN_PROJECT, service: 'dns.googleapis.com', disable_on_destroy: false },
  google_project_iam_binding: { ...IN_PROJECT, ...GRANT },
  google_artifact_registry_repository_iam_binding: { ...IN_PROJECT, location: 'us-west1', repository: 'ada', ...GRANT },
  google_storage_bucket_iam_binding: {
    bucket: 'w255-ada', role: 'roles/storage.objectUser', members: ['user:Ada@example.edu', 'group:tas@example.edu'],
    condition: [{ title: 'until-term-end', expression: 'request.time < timestamp("2027-04-24T07:00:00Z")' }],
  },
  google_secret_manager_secret_iam_binding: { ...IN_PROJECT, secret_id: 'token', ...GRANT },
  google_project_iam_audit_config: { ...IN_PROJECT, service: 'allServices', audit_log_config: [{ log_type: 'ADMIN_READ' }] },
  google_service_account: { ...IN_PROJECT, account_id: 'lab-nodes', display_name: 'Nodes of the labs cluster' },
  google_service_account_iam_binding: {
    service_account_id: 'projects/w255-c1/serviceAccounts/serverless-ada@w255-c1.iam.gserviceaccount.com', ...GRANT,
  },
  google_cloud_run_v2_service: {
    ...IN_PROJECT, location: 'us-west1', name: 'bo', ingress: 'INGRESS_TRAFFIC_ALL', deletion_protection: false,
    invoker_iam_disabled: false, labels: { a: 'b' },
    template: [{
      service_account: 'serverless-ada@w255-c1.iam.gserviceaccount.com', scaling: [{ min_instance_count: 0, max_instance_count: 2 }],
      containers: [{ image: 'hello', resources: [{ limits: { cpu: '1', memory: '512Mi' } }] }],
    }],
  },
  google_project_iam_custom_role: {
    ...IN_PROJECT, role_id: 'machineKeeper', title: 'Keeper', permissions: ['compute.instances.start'], stage: 'GA',
  },
  google_compute_instance_iam_binding: { ...IN_PROJECT, zone: 'us-west1-b', instance_name: 'ada', ...GRANT },
  google_iap_tunnel_instance_iam_binding: { ...IN_PROJECT, zone: 'us-west1-b', instance: 'ada', ...GRANT },
  google_cloud_run_v2_service_iam_binding: { ...IN_PROJECT, location: 'us-west1', name: 'ada', ...GRANT },
  google_billing_budget: {
    billing_account: ACCOUNT, display_name: 'Practicum c1',
    amount: [{ specified_amount: [{ currency_code: 'USD', units: '1' }] }],
    budget_filter: [{
      projects: ['projects/123456789012'], credit_types_treatment: 'EXCLUDE_ALL_CREDITS',
      custom_period: [{ start_date: [{ year: 2027, month: 1, day: 11 }], end_date: [{ year: 2027, month: 4, day: 23 }] }],
    }],
    threshold_rules: [{ threshold_percent: 0.5 }, { threshold_percent: 1, spend_basis: 'CURRENT_SPEND' }],
  },
  google_monitoring_notification_channel: {
    ...IN_PROJECT, type: 'email', display_name: 'Instructor 1', labels: { email_address: 'ines.duarte@example.edu' },
  },
  google_logging_project_bucket_config: { ...IN_PROJECT, location: 'global', bucket_id: '_Default', retention_days: 90 },
  google_logging_metric: {
    ...IN_PROJECT, name: 'practicum-requests-shard-1-01', filter: 'resource.type="http_load_balancer"',
    metric_descriptor: [{ metric_kind: 'DELTA', value_type: 'INT64', unit: '1', labels: [{ key: 'namespace', value_type: 'STRING' }] }],
    label_extractors: { namespace: 'REGEXP_EXTRACT(httpRequest.requestUrl, "^https://(ada)[.]")' },
  },
  google_logging_project_sink: {
    ...IN_PROJECT, name: 'bo', destination: 'logging.googleapis.com/projects/w255-c1/locations/us-west1/buckets/ada',
    filter: 'resource.labels.namespace_name="bo"', unique_writer_identity: true,
  },
  google_logging_project_exclusion: { ...IN_PROJECT, name: 'places', filter: 'resource.type="k8s_container"' },
  google_logging_log_view: {
    parent: 'projects/w255-c1', location: 'us-west1', bucket: 'ada', name: 'bo', filter: 'SOURCE("projects/w255-c1")',
  },
  google_logging_log_view_iam_binding: {
    parent: 'projects/w255-c1', location: 'us-west1', bucket: 'ada', name: 'ada', ...GRANT,
  },
  google_secret_manager_secret: { ...IN_PROJECT, secret_id: 'grafana', replication: [{ auto: [{}] }] },
  google_iam_workload_identity_pool: { ...IN_PROJECT, workload_identity_pool_id: 'github' },
  google_iam_workload_identity_pool_provider: {
    ...IN_PROJECT, workload_identity_pool_id: 'gitlab', workload_identity_pool_provider_id: 'runners',
    attribute_mapping: { 'google.subject': 'assertion.sub' }, oidc: [{ issuer_uri: 'https://login.example.edu' }],
  },
}; // prettier-ignore

function cloudForAll(): ReturnType<typeof projectCloud> {
  const apis = [
    'artifactregistry',
    'compute',
    'iam',
    'iap',
    'logging',
    'monitoring',
    'run',
    'secretmanager',
  ].map((api) => `${api}.googleapis.com`);
  const cloud = projectCloud(...apis);
  put(cloud, { name: repositoryName('w255-c1', 'us-west1', 'ada'), type: 'Repository', data: {} });
  put(cloud, { name: bucketName('w255-ada'), type: 'Bucket', data: { uniform_bucket_level_access: true } });
  put(cloud, { name: secretName('w255-c1', 'token'), type: 'Secret', data: {} });
  put(cloud, { name: runServiceAssetName('w255-c1', 'us-west1', 'ada'), type: 'Service', data: {} });
  put(cloud, { name: computeName('w255-c1', 'us-west1-b', 'instances', 'ada'), type: 'Instance', data: {} });
  const logBucket = logBucketName('w255-c1', 'us-west1', 'ada');
  put(cloud, { name: logBucket, type: 'LogBucket', data: {} });
  put(cloud, { name: `${logBucket}/views/ada`, type: 'LogView', data: {} });
  const account = 'serverless-ada@w255-c1.iam.gserviceaccount.com';
  put(cloud, { name: serviceAccountName('w255-c1', account), type: 'ServiceAccount', data: {} });
  const pool = FOUNDATION_KINDS.find(({ type }) => type === 'google_iam_workload_identity_pool')!;
  make(cloud, pool, { ...IN_PROJECT, workload_identity_pool_id: 'gitlab' });
  return cloud;
}

/** The configuration with null for what it leaves out, as Terraform sends it. */
function complete(written: Attributes, schema: BlockSchema): Attributes {
  return Object.fromEntries([
    ...schema.attributes.map(({ name }) => [name, written[name] ?? null]),
    ...schema.blocks.map(({ name, block }) => [
      name,
      ((written[name] ?? []) as readonly Attributes[]).map((each) => complete(each, block)),
    ]),
  ]) as Attributes;
}

test.each(FOUNDATION_KINDS.map((kind) => [kind.type, kind] as const))(
  'A %s that was applied is planned without a change',
  (type, kind) => {
    const cloud = cloudForAll();
    const schema = SCHEMA.resources.get(type)!;
    const config = complete(WRITTEN[type]!, schema);
    expect(kind.validate(config)).toEqual([]);
    const { planned } = planChange(kind, schema, { prior: null, proposed: config, config, provider: {} });
    const made = make(cloud, kind, planned);
    const now = { ...made, ...read(cloud, kind, made) };
    const kept = Object.fromEntries(
      schema.attributes.map(({ name, computed }) => [name, config[name] ?? (computed ? now[name]! : null)]),
    );
    const again = planChange(kind, schema, {
      prior: now,
      proposed: { ...config, ...kept },
      config,
      provider: {},
    });
    expect(again).toEqual({ planned: now, replaces: [] });
  },
);

test.each(FOUNDATION_KINDS.map((kind) => [kind.type, kind] as const))(
  'What %s says of attributes is said of attributes that the provider has',
  (type, kind) => {
    const schema = SCHEMA.resources.get(type)!;
    for (const path of [...kind.forceNew, ...Object.keys(kind.defaults), ...kind.computedBlocks]) {
      expect([path, has(schema, path.split('.'))]).toEqual([path, true]);
    }
    expect(kind.checks.length).toBeGreaterThan(0);
    expect(kind.ignores.length).toBeGreaterThan(0);
    for (const sentence of [...kind.checks, ...kind.ignores]) expect(sentence).toMatch(/^[A-Za-z].*\.$/);
  },
);

function has({ attributes, blocks }: BlockSchema, [name, ...rest]: readonly string[]): boolean {
  const block = blocks.find((each) => each.name === name)?.block;
  if (rest.length > 0) return block !== undefined && has(block, rest);
  return block !== undefined || attributes.some((each) => each.name === name);
}
