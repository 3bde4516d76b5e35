import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { GkeCluster } from '../../../constructs/gcp/gke-cluster';
import type { LabNodePoolProps } from '../../../constructs/gcp/lab-node-pool';
import { LabNodePool } from '../../../constructs/gcp/lab-node-pool';
import { serviceAccountEmailRef } from '../../../constructs/gcp/refs';
import { clusterProps } from './a-cluster';
import type { Block } from './synth-construct';
import { aProject, reference, synthConstruct } from './synth-construct';

const pool = (change: Partial<LabNodePoolProps> = {}): Block =>
  synthConstruct((stack) => {
    const props: Required<Omit<LabNodePoolProps, 'gpu' | 'zones'>> = {
      cluster: new GkeCluster(stack, 'cluster', clusterProps(stack)),
      project: aProject(stack),
      name: 'lab-spot',
      machineType: 'e2-standard-4',
      spot: true,
      minNodes: 0,
      maxNodes: 12,
      diskGb: 100,
      maxPodsPerNode: 64,
      serviceAccountEmail: serviceAccountEmailRef(reference(stack, 'email')),
      role: 'lab',
      labels: { cohort: 'w255-spring27' },
    };
    const made = new LabNodePool(stack, 'pool', { ...props, ...change });
    new ServiceAccount(stack, 'user', { accountId: 'user', dependsOn: [made.ready] });
  }).one('google_container_node_pool');

test('A lab pool is told this much and no more', () => {
  expect(pool()).toEqual({
    project: '${local.given_project}',
    cluster: expect.stringMatching(/^\$\{google_container_cluster\.\w+\.name\}$/),
    location: 'us-west1',
    name: 'lab-spot',
    initial_node_count: 0,
    max_pods_per_node: 64,
    autoscaling: { total_min_node_count: 0, total_max_node_count: 12, location_policy: 'ANY' },
    management: { auto_repair: true, auto_upgrade: true },
    upgrade_settings: { strategy: 'SURGE', max_surge: 1, max_unavailable: 0 },
    network_config: { enable_private_nodes: true },
    node_config: {
      machine_type: 'e2-standard-4',
      spot: true,
      image_type: 'COS_CONTAINERD',
      disk_type: 'pd-balanced',
      disk_size_gb: 100,
      service_account: '${local.given_email}',
      oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'],
      labels: { 'practicum.dev/pool': 'lab' },
      resource_labels: { cohort: 'w255-spring27' },
      metadata: { 'disable-legacy-endpoints': 'true' },
      workload_metadata_config: { mode: 'GKE_METADATA' },
      shielded_instance_config: { enable_secure_boot: true, enable_integrity_monitoring: true },
      kubelet_config: { insecure_kubelet_readonly_port_enabled: 'FALSE' },
      gcfs_config: { enabled: true },
      gvnic: { enabled: true },
    },
    timeouts: { create: '45m', update: '60m', delete: '45m' },
  });
});

test('A system pool has its label, a node to start with and a taint that keeps tenants off', () => {
  const system = pool({ role: 'system', spot: false, minNodes: 3, maxNodes: 6 });
  expect(system).toMatchObject({
    initial_node_count: 1,
    autoscaling: { total_min_node_count: 3, total_max_node_count: 6, location_policy: 'BALANCED' },
    node_config: {
      spot: false,
      labels: { 'practicum.dev/pool': 'system' },
      taint: [{ key: 'components.gke.io/gke-managed-components', value: 'true', effect: 'NO_SCHEDULE' }],
    },
  });
});

test('The number of nodes is the autoscaler’s alone, for all zones together', () => {
  expect(pool()).not.toHaveProperty('node_count');
  expect(Object.keys(pool()['autoscaling'] as Block)).not.toContain('max_node_count');
});

test('Bounds of the pool do not change what would replace it', () => {
  const bounded = pool({ minNodes: 4, maxNodes: 40 });
  expect(bounded['initial_node_count']).toBe(pool()['initial_node_count']);
});

test.each([
  [0, 1],
  [1, 1],
])('%d to %d nodes is allowed', (minNodes, maxNodes) => {
  expect(pool({ minNodes, maxNodes })['autoscaling']).toMatchObject({
    total_min_node_count: minNodes,
    total_max_node_count: maxNodes,
  });
});

test.each([
  [2, 1],
  [0, 0],
  [-1, 3],
  [Number.NaN, 3],
])('%d to %d nodes is refused', (minNodes, maxNodes) => {
  expect(() => pool({ minNodes, maxNodes })).toThrow(
    new Error(
      `stack/pool: ${minNodes} to ${maxNodes} nodes is not a range: ` +
        'at least 0, at most 1 or more, and the fewest not above the most',
    ),
  );
});

const withGpus: Required<Pick<LabNodePoolProps, 'role' | 'spot' | 'gpu' | 'zones'>> = {
  role: 'gpu',
  spot: false,
  gpu: { accelerator: 'nvidia-l4', sharedBy: 4 },
  zones: ['us-west1-a', 'us-west1-b'],
};

test('A pool with GPUs has one on each node, shared by turns, and keeps pods off that ask for none', () => {
  const plain = pool({ spot: false });
  const { node_config: nodes, ...rest } = pool(withGpus);
  expect(rest).toEqual({
    ...plain,
    autoscaling: { total_min_node_count: 0, total_max_node_count: 12, location_policy: 'ANY' },
    node_locations: ['us-west1-a', 'us-west1-b'],
    node_config: undefined,
  });
  expect(nodes).toEqual({
    ...(plain['node_config'] as Block),
    labels: { 'practicum.dev/pool': 'gpu' },
    taint: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NO_SCHEDULE' }],
    guest_accelerator: [
      {
        type: 'nvidia-l4',
        count: 1,
        gpu_driver_installation_config: { gpu_driver_version: 'DEFAULT' },
        gpu_sharing_config: { gpu_sharing_strategy: 'TIME_SHARING', max_shared_clients_per_gpu: 4 },
      },
    ],
  });
});

test('A GPU that nobody shares is told nothing of sharing', () => {
  const alone = pool({ ...withGpus, gpu: { accelerator: 'nvidia-tesla-t4', sharedBy: 1 } });
  expect(alone['node_config']).toMatchObject({ guest_accelerator: [{ type: 'nvidia-tesla-t4', count: 1 }] });
  expect(JSON.stringify(alone)).not.toContain('sharing');
});

test.each<[string, Partial<LabNodePoolProps>]>([
  ['with GPUs for everybody', { gpu: withGpus.gpu }],
  ['for GPUs without any', { role: 'gpu' }],
])('A pool %s is refused', (_, change) => {
  expect(() => pool(change)).toThrow(
    new Error('stack/pool: a pool with the role "gpu" has GPUs, and no other has any'),
  );
});
