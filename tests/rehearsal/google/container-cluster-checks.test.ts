import { computeNetworkKind } from '../../../src/rehearsal/google/compute-network-kind';
import { computeSubnetworkKind } from '../../../src/rehearsal/google/compute-subnetwork-kind';
import { containerClusterKind as kind } from '../../../src/rehearsal/google/container-cluster-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { make, refusal } from './foundation-cloud';
import { CLUSTER, NETWORK, SUBNETWORK, emptyLab, labCloud } from './lab-cloud';

const refused = (changes: Attributes): string =>
  refusal(() => make(labCloud(), kind, { ...CLUSTER, ...changes }));

test('A cluster needs its network and its subnetwork', () => {
  expect(refusal(() => make(emptyLab(), kind, CLUSTER))).toBe(
    "404 The resource 'projects/w255-c1/global/networks/labs' was not found",
  );
  expect(refused({ subnetwork: 'none' })).toBe(
    "404 The resource 'projects/w255-c1/regions/us-west1/subnetworks/none' was not found",
  );
});

test('A subnetwork of another region is not found', () => {
  expect(refused({ location: 'us-east1', subnetwork: 'labs-us-west1' })).toBe(
    "404 The resource 'projects/w255-c1/regions/us-east1/subnetworks/labs-us-west1' was not found",
  );
});

test('The subnetwork is in the network', () => {
  const cloud = labCloud();
  make(cloud, computeNetworkKind, { ...NETWORK, name: 'second' });
  make(cloud, computeSubnetworkKind, { ...SUBNETWORK, name: 'elsewhere', network: 'second' });
  expect(refusal(() => make(cloud, kind, { ...CLUSTER, subnetwork: 'elsewhere' }))).toBe(
    '400 Subnetwork "elsewhere" is not in network "labs"',
  );
});

test('Secondary ranges are in the subnetwork, one each for pods and Services', () => {
  const ranges = (cluster_secondary_range_name: string, services_secondary_range_name: string) => ({
    ip_allocation_policy: [{ cluster_secondary_range_name, services_secondary_range_name }],
  });
  expect(refused(ranges('podz', 'services'))).toBe(
    '400 Pod or services secondary range "podz" does not exist in subnetwork "labs-us-west1": it has pods, services',
  );
  expect(refused(ranges('pods', 'pods'))).toBe(
    '400 Pods and Services cannot share the secondary range "pods"',
  );
});

test.each<[string, Attributes]>([
  ['node_config', { node_config: [{ service_account: 'none@w255-c1.iam.gserviceaccount.com' }] }],
  [
    'auto_provisioning_defaults',
    {
      cluster_autoscaling: [
        { auto_provisioning_defaults: [{ service_account: 'none@w255-c1.iam.gserviceaccount.com' }] },
      ],
    },
  ],
])('The account of nodes stands: %s', (_, changes) => {
  expect(refused(changes)).toBe('404 Service account "none@w255-c1.iam.gserviceaccount.com" does not exist.');
});

test('The default account is taken as it is', () => {
  expect(make(labCloud(), kind, { ...CLUSTER, node_config: [{ service_account: 'default' }] })).toMatchObject(
    {
      name: 'w255-c1',
    },
  );
});

test.each<[Attributes, string]>([
  [
    { workload_identity_config: [{ workload_pool: 'w255-c1.goog' }] },
    'Invalid value for field "workload_identity_config.workload_pool": "w255-c1.goog"; ' +
      'the only workload pool of this project is "w255-c1.svc.id.goog"',
  ],
  [{ initial_node_count: null }, 'Cluster.initial_node_count must be greater than zero.'],
  [
    { enable_autopilot: true, location: 'us-west1-a' },
    'Autopilot clusters must be regional clusters: "us-west1-a" is a zone.',
  ],
  [
    {
      control_plane_endpoints_config: [],
      private_cluster_config: [{ enable_private_nodes: false, enable_private_endpoint: true }],
    },
    'private_cluster_config.enable_private_endpoint needs enable_private_nodes: the IP endpoint is on.',
  ],
  [
    { logging_config: [{ enable_components: ['SYSTEM_COMPONENTS', 'STUDENTS'] }] },
    'logging_config.enable_components: "STUDENTS" is not a component',
  ],
  [
    { monitoring_config: [{ enable_components: ['WORKLOADS'] }] },
    'monitoring_config.enable_components: "WORKLOADS" is not a component',
  ],
  [
    { resource_labels: { Cohort: 'w255' } },
    'Label "Cohort" = "w255" is not allowed: keys and values are at most 63 lower-case letters, digits, "_" and "-", ' +
      'and a key begins with a letter',
  ],
])('Google refuses %j', (changes, message) => {
  expect(refused(changes)).toBe(`400 ${message}`);
});

const exclusions = (count: number, changes: Attributes = {}): Attributes => ({
  maintenance_policy: [
    {
      maintenance_exclusion: Array.from({ length: count }, (_, index) => ({
        exclusion_name: `due-${index}`,
        start_time: '2027-03-01T00:00:00Z',
        end_time: '2027-03-31T00:00:00Z',
        exclusion_options: [{ scope: 'NO_UPGRADES' }],
        ...changes,
      })),
    },
  ],
});

test('Exclusions from maintenance are few and short', () => {
  expect(make(labCloud(), kind, { ...CLUSTER, ...exclusions(3) })).toMatchObject({ name: 'w255-c1' });
  expect(refused(exclusions(4))).toBe(
    '400 4 maintenance exclusions with scope NO_UPGRADES: a cluster takes at most 3',
  );
  expect(refused(exclusions(21, { exclusion_options: [{ scope: 'NO_MINOR_UPGRADES' }] }))).toBe(
    '400 21 maintenance exclusions: a cluster takes at most 20',
  );
  expect(refused(exclusions(1, { end_time: '2027-03-31T00:00:01Z' }))).toBe(
    '400 Maintenance exclusion "due-0" with scope NO_UPGRADES lasts more than 30 days: it must end by 2027-03-31T00:00:00Z',
  );
  expect(refused(exclusions(1, { end_time: '2027-02-01T00:00:00Z' }))).toBe(
    '400 Maintenance exclusion "due-0" ends before it starts',
  );
  expect(
    make(labCloud(), kind, {
      ...CLUSTER,
      ...exclusions(4, {
        end_time: '2027-06-01T00:00:00Z',
        exclusion_options: [{ scope: 'NO_MINOR_UPGRADES' }],
      }),
    }),
  ).toMatchObject({ name: 'w255-c1' });
});
