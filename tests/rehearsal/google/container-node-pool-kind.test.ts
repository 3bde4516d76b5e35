import { containerClusterKind } from '../../../src/rehearsal/google/container-cluster-kind';
import { containerNodePoolKind as kind } from '../../../src/rehearsal/google/container-node-pool-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { change, destroy, importOf, make, problems, read, refusal } from './foundation-cloud';
import { CLUSTER, NODES_EMAIL, PROJECT_ID, labCloud } from './lab-cloud';

const POOL = {
  project: PROJECT_ID,
  cluster: 'w255-c1',
  location: 'us-west1',
  name: 'lab',
  initial_node_count: 0,
  max_pods_per_node: 64,
  node_count: UNKNOWN,
  autoscaling: [{ total_min_node_count: 1, total_max_node_count: 2, location_policy: 'BALANCED' }],
  upgrade_settings: [{ strategy: 'SURGE', max_surge: 1, max_unavailable: 0 }],
  node_config: [
    { disk_size_gb: 100, machine_type: 'e2-standard-4', service_account: NODES_EMAIL, spot: false },
  ],
};
const PATH = 'projects/w255-c1/locations/us-west1/clusters/w255-c1/nodePools/lab';

function clusterLab() {
  const cloud = labCloud();
  make(cloud, containerClusterKind, CLUSTER);
  return cloud;
}

const refused = (changes: Attributes): string =>
  refusal(() => make(clusterLab(), kind, { ...POOL, ...changes }));

test('A pool has its id, its groups of machines and what Google fills in', () => {
  expect(
    make(clusterLab(), kind, {
      ...POOL,
      node_config: [{ taint: [{ key: 'a', value: 'b', effect: 'NO_SCHEDULE' }] }],
    }),
  ).toMatchObject({
    id: PATH,
    node_locations: ['us-west1-a', 'us-west1-b', 'us-west1-c'],
    node_count: 0,
    node_config: [
      { machine_type: 'e2-medium', effective_taints: [{ key: 'a', value: 'b', effect: 'NO_SCHEDULE' }] },
    ],
    managed_instance_group_urls: [
      expect.stringMatching(
        /^https:\/\/www\.googleapis\.com\/compute\/v1\/projects\/w255-c1\/zones\/us-west1-a\/instanceGroupManagers\/gke-w255-c1-lab-[0-9a-f]{8}-grp$/,
      ) as string,
      expect.any(String) as string,
      expect.any(String) as string,
    ],
  });
});

test('Another disk changes a pool where it stands, as another machine does; spot nodes are another pool', () => {
  const { forceNew } = kind;
  expect(forceNew).toContain('node_config.spot');
  expect(forceNew.filter((path) => /disk_size|disk_type|machine_type/.test(path))).toEqual([]);
});

test('The cluster is named by its name or its id', () => {
  const cluster = 'projects/w255-c1/locations/us-west1/clusters/w255-c1';
  expect(make(clusterLab(), kind, { ...POOL, cluster, project: null })).toMatchObject({ id: PATH });
});

test('A pool needs its cluster, one that is not Autopilot, and the account of its nodes', () => {
  expect(refusal(() => make(labCloud(), kind, POOL))).toBe(
    "404 The resource 'projects/w255-c1/locations/us-west1/clusters/w255-c1' was not found",
  );
  const cloud = labCloud();
  make(cloud, containerClusterKind, { ...CLUSTER, enable_autopilot: true, remove_default_node_pool: null });
  expect(refusal(() => make(cloud, kind, POOL))).toBe(
    '400 Autopilot clusters do not support mutating node pools.',
  );
  expect(refused({ node_config: [{ service_account: 'none@w255-c1.iam.gserviceaccount.com' }] })).toBe(
    '404 Service account "none@w255-c1.iam.gserviceaccount.com" does not exist.',
  );
});

test.each<[Attributes, string]>([
  [
    { name: 'Lab' },
    'Invalid value for field "node_pool.name": "Lab": at most 40 lower-case letters, digits and hyphens, first a letter, last no hyphen',
  ],
  [
    { autoscaling: [{ min_node_count: 1, max_node_count: 2, total_max_node_count: 2 }] },
    'Node pool "lab": autoscaling takes min_node_count and max_node_count for each zone, ' +
      'or total_min_node_count and total_max_node_count for all, not both.',
  ],
  [
    { autoscaling: [{ total_min_node_count: 3, total_max_node_count: 2 }] },
    'Node pool "lab": total_min_node_count 3 is greater than total_max_node_count 2.',
  ],
  [
    { node_count: 2 },
    'Node pool "lab": node_count does not go together with autoscaling: write initial_node_count.',
  ],
  [{ max_pods_per_node: 300 }, 'Node pool "lab": max_pods_per_node 300 is not from 8 to 256.'],
  [
    { upgrade_settings: [{ max_surge: 0, max_unavailable: 0 }] },
    'Node pool "lab": max_surge 0 and max_unavailable 0 must add up to 1 to 20.',
  ],
  [
    { node_config: [{ spot: true, preemptible: true }] },
    'Node pool "lab": nodes are spot or preemptible, not both.',
  ],
  [
    {
      node_config: [
        { guest_accelerator: [{ gpu_sharing_config: [{ gpu_sharing_strategy: 'time_sharing' }] }] },
      ],
    },
    'Node pool "lab": gpu_sharing_strategy "time_sharing" is not TIME_SHARING or MPS.',
  ],
  [
    {
      node_config: [
        {
          guest_accelerator: [
            {
              gpu_sharing_config: [{ gpu_sharing_strategy: 'TIME_SHARING', max_shared_clients_per_gpu: 49 }],
            },
          ],
        },
      ],
    },
    'Node pool "lab": max_shared_clients_per_gpu 49 is not from 2 to 48.',
  ],
  [
    { node_config: [{ machine_type: 'e2-standard-4', guest_accelerator: [{ type: 'nvidia-l4' }] }] },
    'Node pool "lab": nvidia-l4 does not come with the machine type e2-standard-4, but with g2.',
  ],
])('Google refuses %j', (changes, message) => {
  expect(refused(changes)).toBe(`400 ${message}`);
});

test.each<[Attributes, string]>([
  [
    { node_config: [{ disk_size_gb: 9 }] },
    'node_config.disk_size_gb: expected disk_size_gb to be at least (10), got 9',
  ],
  [
    { node_config: [{ taint: [{ key: 'a', value: 'b', effect: 'NoSchedule' }] }] },
    'node_config.taint.effect: expected effect to be one of ["NO_SCHEDULE", "PREFER_NO_SCHEDULE", "NO_EXECUTE"], got NoSchedule',
  ],
  [
    { upgrade_settings: [{ strategy: 'ROLLING' }] },
    'upgrade_settings.strategy: expected strategy to be one of ["SURGE", "BLUE_GREEN"], got ROLLING',
  ],
  [{ name_prefix: 'lab-' }, 'name: "name": conflicts with name_prefix'],
])('The provider refuses %j', (changes, message) => {
  expect(problems(kind, { ...POOL, ...changes })).toEqual([message]);
});

test('A count that the autoscaler chose is no configuration', () => {
  const cloud = clusterLab();
  const state = make(cloud, kind, POOL);
  expect(change(cloud, kind, state, { version: '1.34.1-gke.1' })).toMatchObject({ node_count: 0 });
  expect(refusal(() => change(cloud, kind, state, { node_count: 2 }))).toBe(
    '400 Node pool "lab": node_count does not go together with autoscaling: write initial_node_count.',
  );
});

test('A pool goes with its cluster', () => {
  const cloud = clusterLab();
  const state = make(cloud, kind, POOL);
  destroy(cloud, containerClusterKind, CLUSTER);
  expect(read(cloud, kind, state)).toBeUndefined();
});

test('A pool without a name is named by its prefix', () => {
  const state = make(clusterLab(), kind, { ...POOL, name: UNKNOWN, name_prefix: 'lab-' });
  expect(state['name']).toMatch(/^lab-[0-9a-f]{12}$/);
  expect(state['id']).toBe(`${PATH.replace(/lab$/, '')}${String(state['name'])}`);
});

test('A pool is imported by its id', () => {
  const cloud = clusterLab();
  make(cloud, kind, POOL);
  expect(importOf(cloud, kind, 'w255-c1/us-west1/w255-c1/lab')).toMatchObject({
    id: PATH,
    max_pods_per_node: 64,
  });
});
