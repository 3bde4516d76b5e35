import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import {
  containerClusterData,
  containerClusterKind as kind,
} from '../../../src/rehearsal/google/container-cluster-kind';
import { projectNumber } from '../../../src/rehearsal/google/project-number';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { change, destroy, importOf, make, read, refusal } from './foundation-cloud';
import { CLUSTER, PROJECT_ID, labCloud } from './lab-cloud';

const PATH = 'projects/w255-c1/locations/us-west1/clusters/w255-c1';
const STANDARD = { ...CLUSTER, remove_default_node_pool: null };
const AUTOPILOT = {
  project: PROJECT_ID,
  name: 'own',
  location: 'us-west1',
  enable_autopilot: true,
  deletion_protection: false,
  network: 'labs',
  subnetwork: 'labs-us-west1',
  ip_allocation_policy: CLUSTER['ip_allocation_policy']!,
};

const pools = (cloud: Cloud): readonly string[] =>
  cloud
    .inProject(PROJECT_ID)
    .filter(({ type }) => type === 'container.googleapis.com/NodePool')
    .map(({ name }) => name);

test('A cluster has its links, its ranges and a DNS endpoint in Google’s form', () => {
  const state = make(labCloud(), kind, CLUSTER);
  expect(state).toMatchObject({
    id: PATH,
    self_link: `https://container.googleapis.com/v1/${PATH}`,
    endpoint: '172.16.0.2',
    services_ipv4_cidr: '10.8.0.0/20',
    cluster_ipv4_cidr: '10.4.0.0/16',
    node_locations: ['us-west1-a', 'us-west1-b', 'us-west1-c'],
    ip_allocation_policy: [
      { cluster_ipv4_cidr_block: '10.4.0.0/16', services_ipv4_cidr_block: '10.8.0.0/20' },
    ],
    effective_labels: { 'managed-by': 'practicum', 'goog-terraform-provisioned': 'true' },
  });
  const [{ dns_endpoint_config: dns }] = state['control_plane_endpoints_config'] as [Attributes];
  const [{ endpoint, allow_external_traffic }] = dns as [Attributes];
  expect(endpoint).toMatch(
    new RegExp(`^gke-[0-9a-f]{32}-${projectNumber(PROJECT_ID)}\\.us-west1\\.gke\\.goog$`),
  );
  expect(allow_external_traffic).toBe(true);
  const [auth] = state['master_auth'] as [Attributes];
  expect(Buffer.from(String(auth['cluster_ca_certificate']), 'base64').toString()).toMatch(
    /^-----BEGIN CERTIFICATE-----\n/,
  );
});

test('Guards that nobody wrote come back open', () => {
  const { control_plane_endpoints_config, private_cluster_config, release_channel, ...open } = CLUSTER;
  void [control_plane_endpoints_config, private_cluster_config, release_channel];
  expect(make(labCloud(), kind, open)).toMatchObject({
    anonymous_authentication_config: [{ mode: 'ENABLED' }],
    rbac_binding_config: [
      {
        enable_insecure_binding_system_authenticated: true,
        enable_insecure_binding_system_unauthenticated: true,
      },
    ],
    control_plane_endpoints_config: [
      { dns_endpoint_config: [{ allow_external_traffic: false }], ip_endpoints_config: [{ enabled: true }] },
    ],
    private_cluster_config: [{ enable_private_nodes: false, enable_private_endpoint: false }],
    release_channel: [{ channel: 'REGULAR' }],
  });
});

test('Where the IP endpoint is off, Google answers that the endpoint is private', () => {
  const asked = {
    ...CLUSTER,
    private_cluster_config: [{ enable_private_nodes: true, enable_private_endpoint: false }],
  };
  expect(make(labCloud(), kind, asked)).toMatchObject({
    private_cluster_config: [{ enable_private_nodes: true, enable_private_endpoint: true }],
  });
});

test('A Standard cluster begins with a pool of Google’s, which Terraform can have removed', () => {
  const cloud = labCloud();
  make(cloud, kind, STANDARD);
  expect(pools(cloud)).toEqual([`//container.googleapis.com/${PATH}/nodePools/default-pool`]);
  const without = labCloud();
  const waits: number[] = [];
  const operation = { ...directOperation(without), wait: (seconds: number) => void waits.push(seconds) };
  void kind.create(CLUSTER, operation);
  expect(pools(without)).toEqual([]);
  expect(waits).toEqual([150]);
});

test('An Autopilot cluster has no pool to manage, and a workload pool of its own accord', () => {
  const cloud = labCloud();
  expect(make(cloud, kind, AUTOPILOT)).toMatchObject({
    datapath_provider: 'ADVANCED_DATAPATH',
    workload_identity_config: [{ workload_pool: 'w255-c1.svc.id.goog' }],
  });
  expect(pools(cloud)).toEqual([]);
});

test('Two clusters of one name stand in two locations, not in one', () => {
  const cloud = labCloud();
  make(cloud, kind, CLUSTER);
  expect(refusal(() => make(cloud, kind, CLUSTER))).toBe(`409 ${PATH} already exists`);
  expect(make(cloud, kind, { ...CLUSTER, location: 'us-west1-a' })).toMatchObject({
    self_link: 'https://container.googleapis.com/v1/projects/w255-c1/zones/us-west1-a/clusters/w255-c1',
  });
});

test.each([[true], [null]])('deletion_protection %s refuses deletion', (deletion_protection) => {
  const cloud = labCloud();
  const state = make(cloud, kind, { ...CLUSTER, deletion_protection });
  expect(refusal(() => destroy(cloud, kind, state))).toBe(
    `400 Cannot destroy cluster ${PATH} because deletion_protection is set to true: ` +
      'set it to false and apply that before destroying the cluster',
  );
  const freed = change(cloud, kind, state, { deletion_protection: false });
  destroy(cloud, kind, freed);
  expect(read(cloud, kind, freed)).toBeUndefined();
});

test('A cluster takes its pools with it', () => {
  const cloud = labCloud();
  const state = make(cloud, kind, STANDARD);
  destroy(cloud, kind, state);
  expect(pools(cloud)).toEqual([]);
});

test('What changes in place keeps the endpoints', () => {
  const cloud = labCloud();
  const state = make(cloud, kind, CLUSTER);
  const changed = change(cloud, kind, state, { release_channel: [{ channel: 'STABLE' }] });
  expect(changed).toEqual({ ...state, release_channel: [{ channel: 'STABLE' }] });
  expect(read(cloud, kind, changed)).toMatchObject({ release_channel: [{ channel: 'STABLE' }] });
});

test('An import is protected from deletion, as the provider says', () => {
  const cloud = labCloud();
  make(cloud, kind, CLUSTER);
  expect(importOf(cloud, kind, PATH)).toMatchObject({
    id: PATH,
    deletion_protection: true,
    resource_labels: null,
  });
  expect(importOf(cloud, kind, 'w255-c1/us-west1/none')).toBeUndefined();
});

test('A cluster is looked up by its name, with its endpoints', () => {
  const cloud = labCloud();
  const state = make(cloud, kind, CLUSTER);
  const config = { project: PROJECT_ID, location: 'us-west1', name: 'w255-c1' };
  expect(containerClusterData.read(config, directOperation(cloud))).toMatchObject({
    ...config,
    control_plane_endpoints_config: state['control_plane_endpoints_config'],
  });
  expect(refusal(() => containerClusterData.read({ ...config, name: 'none' }, directOperation(cloud)))).toBe(
    "404 The resource 'projects/w255-c1/locations/us-west1/clusters/none' was not found",
  );
});
