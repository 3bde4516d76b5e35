import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AttributeType, BlockSchema } from '../../../src/rehearsal/schema/block-schema';
import { installedSchema } from '../../../src/app/rehearse/installed-bindings';
import { blockOf, linesAbout, schemaLines } from '../../rehearsal/schema/schema-lines';

const LIBRARY = join(dirname(require.resolve('@cdktf/provider-google/package.json')), 'lib');
const FOLDERS = readdirSync(LIBRARY, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'provider')
  .map(({ name }) => name);
const isData = (folder: string): boolean => folder.startsWith('data-google-');
const typeOf = (folder: string): string =>
  `google_${folder.replace(/^data-google-/, '').replaceAll('-', '_')}`;

/** Attributes and blocks at every depth, those of objects too. */
const sizeOf = ({ attributes, blocks }: BlockSchema): number =>
  attributes.reduce((sum, { type }) => sum + 1 + fieldsOf(type!), 0) +
  blocks.reduce((sum, { block }) => sum + 1 + sizeOf(block), 0);

function fieldsOf(type: AttributeType): number {
  if (typeof type === 'string') return 0;
  if (type[0] !== 'object') return fieldsOf(type[1]);
  return Object.values(type[1]).reduce((sum, each) => sum + 1 + fieldsOf(each), 0);
}

const blocksIn = ({ blocks }: BlockSchema): number =>
  blocks.reduce((sum, { block }) => sum + 1 + blocksIn(block), 0);

/** What a folder says that its type is called. */
const nameIn = (folder: string): string | undefined =>
  /tfResourceType = "(\w+)"/.exec(readFileSync(join(LIBRARY, folder, 'index.js'), 'utf8'))?.[1];

describe('Of the google provider', () => {
  const google = installedSchema('google', {
    resources: FOLDERS.filter((folder) => !isData(folder)).map(typeOf),
    dataSources: FOLDERS.filter(isData).map(typeOf),
  });
  const schemaOf = (folder: string): BlockSchema =>
    (isData(folder) ? google.dataSources : google.resources).get(typeOf(folder))!;

  test('every type is known, and of none is anything lost', () => {
    const all = FOLDERS.map(schemaOf);
    expect(FOLDERS.length).toBe(1469);
    expect([google.resources.size, google.dataSources.size]).toEqual([1096, 373]);
    // As many as there are lines "// name - computed: …" in the original texts.
    expect(all.reduce((sum, schema) => sum + sizeOf(schema), 0)).toBe(38_119);
    expect(all.reduce((sum, schema) => sum + blocksIn(schema), 0)).toBe(5232);
  });

  test('a type is found in the folder that has its name', () => {
    expect(FOLDERS.filter((folder) => nameIn(folder) !== typeOf(folder))).toEqual([]);
  });

  test('a binding of a policy is this', () => {
    expect(schemaLines(schemaOf('project-iam-binding'))).toEqual([
      'etag: computed string',
      'id: optional computed string',
      'members: required ["set","string"]',
      'project: required string',
      'role: required string',
      'condition: list of 0-1 {',
      '  description: optional string',
      '  expression: required string',
      '  title: required string',
    ]);
  });

  test('a node pool has these among others', () => {
    const pool = schemaOf('container-node-pool');
    expect(
      linesAbout(pool, 'cluster', 'initial_node_count', 'instance_group_urls', 'node_locations', 'timeouts'),
    ).toEqual([
      'cluster: required string',
      'initial_node_count: optional computed number',
      'instance_group_urls: computed ["list","string"]',
      'node_locations: optional computed ["set","string"]',
      'timeouts: single {',
    ]);
    expect(
      linesAbout(
        blockOf(pool, 'node_config'),
        'effective_taints',
        'labels',
        'spot',
        'taint',
        'gvnic',
        'oauth_scopes',
      ),
    ).toEqual([
      'effective_taints: computed ["list",["object",{"effect":"string","key":"string","value":"string"}]]',
      'labels: optional computed ["map","string"]',
      'oauth_scopes: optional computed ["set","string"]',
      'spot: optional bool',
      'gvnic: list of 0-1 {',
      'taint: list of 0-many {',
    ]);
    expect(linesAbout(blockOf(pool, 'node_config.sole_tenant_config'), 'node_affinity')).toEqual([
      'node_affinity: set of 1-many {',
    ]);
    expect(schemaLines(blockOf(pool, 'upgrade_settings.blue_green_settings'))).toEqual([
      'node_pool_soak_duration: optional computed string',
      'standard_rollout_policy: list of 1-1 {',
      '  batch_node_count: optional computed number',
      '  batch_percentage: optional computed number',
      '  batch_soak_duration: optional computed string',
    ]);
    const kubelet = linesAbout(
      blockOf(pool, 'node_config.kubelet_config'),
      'insecure_kubelet_readonly_port_enabled',
    );
    expect(kubelet).toEqual(['insecure_kubelet_readonly_port_enabled: optional computed string']);
  });

  test('a bucket has these among others', () => {
    const bucket = schemaOf('storage-bucket');
    expect(
      linesAbout(bucket, 'location', 'labels', 'effective_labels', 'project_number', 'cors', 'versioning'),
    ).toEqual([
      'effective_labels: computed ["map","string"]',
      'labels: optional ["map","string"]',
      'location: required string',
      'project_number: computed number',
      'cors: list of 0-many {',
      'versioning: list of 0-1 {',
    ]);
    expect(linesAbout(blockOf(bucket, 'lifecycle_rule'), 'action', 'condition')).toEqual([
      'action: set of 1-1 {',
      'condition: set of 1-1 {',
    ]);
    expect(schemaLines(blockOf(bucket, 'soft_delete_policy'))).toEqual([
      'effective_time: computed string',
      'retention_duration_seconds: optional number',
    ]);
  });

  test('the provider’s configuration has these, and no alias', () => {
    const { provider } = google;
    expect(
      linesAbout(provider, 'alias', 'project', 'user_project_override', 'default_labels', 'scopes'),
    ).toEqual([
      'default_labels: optional ["map","string"]',
      'project: optional string',
      'scopes: optional ["list","string"]',
      'user_project_override: optional bool',
    ]);
    expect(schemaLines(blockOf(provider, 'external_credentials'))).toEqual([
      'audience: required string',
      'identity_token: required string',
      'service_account_email: required string',
    ]);
    expect(provider.blocks.map(({ name }) => name)).toEqual(['batching', 'external_credentials']);
  });

  test('an alias of a resource is an attribute', () => {
    expect(linesAbout(schemaOf('apigee-keystores-aliases-pkcs12'), 'alias')).toEqual([
      'alias: required string',
    ]);
  });
});

describe('Of the helm provider', () => {
  const helm = installedSchema('helm', { resources: ['helm_release'], dataSources: ['helm_template'] });
  const release = helm.resources.get('helm_release')!;

  test('a release writes with attributes what others write with blocks', () => {
    expect(
      linesAbout(release, 'chart', 'namespace', 'values', 'set', 'set_list', 'postrender', 'manifest'),
    ).toEqual([
      'chart: required string',
      'manifest: computed string',
      'namespace: optional computed string',
      'postrender: optional single { args: optional ["list","string"], binary_path: required string }',
      'set: optional list { name: required string, type: optional computed string, value: optional string }',
      'set_list: optional list { name: required string, value: required ["list","string"] }',
      'values: optional ["list","string"]',
    ]);
    expect(release.blocks.map(({ name, nesting }) => [name, nesting])).toEqual([['timeouts', 'single']]);
    const metadata = release.attributes.find(({ name }) => name === 'metadata')!;
    expect([metadata.computed, metadata.optional, metadata.nested?.nesting]).toEqual([true, false, 'single']);
  });

  test('the provider’s configuration has a cluster and registries', () => {
    expect(linesAbout(helm.provider, 'alias', 'experiments', 'registries', 'qps')).toEqual([
      'experiments: optional single { manifest: optional bool }',
      'qps: optional number',
      'registries: optional list { password: required string, url: required string, username: required string }',
    ]);
    const kubernetes = helm.provider.attributes.find(({ name }) => name === 'kubernetes')!.nested!;
    const exec = kubernetes.attributes.find(({ name }) => name === 'exec')!;
    expect(schemaLines({ attributes: [exec], blocks: [] })).toEqual([
      'exec: optional single { api_version: required string, args: optional ["list","string"], ' +
        'command: required string, env: optional ["map","string"] }',
    ]);
  });

  test('a template is known as well', () => {
    expect(linesAbout(helm.dataSources.get('helm_template')!, 'chart', 'set')).toEqual([
      'chart: required string',
      'set: optional set { name: required string, type: optional computed string, value: optional string }',
    ]);
  });
});

test('A type that no binding has is left out, and one that is wanted twice is there once', () => {
  const { resources } = installedSchema('google', {
    resources: ['google_project', 'google_nothing', 'google_project'],
    dataSources: [],
  });
  expect([...resources.keys()]).toEqual(['google_project']);
});
