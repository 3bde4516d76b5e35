import type { Asset, AssetName } from '../../../src/rehearsal/cloud/asset';
import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { computeNetworkKind } from '../../../src/rehearsal/google/compute-network-kind';
import { computeSubnetworkKind } from '../../../src/rehearsal/google/compute-subnetwork-kind';
import { containerClusterKind } from '../../../src/rehearsal/google/container-cluster-kind';
import {
  recordClusterSideEffect,
  removeClusterSideEffect,
} from '../../../src/rehearsal/google/gke-leftovers';
import { destroy, make, refusal } from './foundation-cloud';
import { CLUSTER, NETWORK, NETWORK_LINK, PROJECT_ID, SUBNETWORK, labCloud } from './lab-cloud';

/** What the cluster's controllers made and nobody took away. */
const clusterSideEffects = (cloud: Cloud, cluster: AssetName): readonly Asset[] =>
  cloud.inProject(PROJECT_ID).filter(({ data }) => data['cluster'] === cluster);

const DISK = { kind: 'disk', name: 'pvc-redis', why: 'PersistentVolumeClaim amara-okafor/redis' } as const;
const GROUP = { kind: 'network endpoint group', name: 'k8s1-app', why: 'Service amara-okafor/app' } as const;

function clusterLab() {
  const cloud = labCloud();
  const cluster = containerClusterKind.assetName!(make(cloud, containerClusterKind, CLUSTER));
  return { cloud, cluster };
}

test('What controllers make is in the project, and says what it is for', () => {
  const { cloud, cluster } = clusterLab();
  recordClusterSideEffect(cloud, cluster, GROUP);
  expect(clusterSideEffects(cloud, cluster)).toEqual([
    {
      name: '//compute.googleapis.com/projects/w255-c1/zones/us-west1-a/networkEndpointGroups/k8s1-app',
      type: 'compute.googleapis.com/NetworkEndpointGroup',
      project: PROJECT_ID,
      parent: '//compute.googleapis.com/projects/w255-c1/global/networks/labs',
      data: {
        name: 'k8s1-app',
        self_link:
          'https://www.googleapis.com/compute/v1/projects/w255-c1/zones/us-west1-a/networkEndpointGroups/k8s1-app',
        cluster,
        why: 'Service amara-okafor/app',
        network: NETWORK_LINK,
      },
      madeBy: 'google',
      created: cloud.now,
    },
  ]);
});

test('Recorded twice is there once', () => {
  const { cloud, cluster } = clusterLab();
  const first = recordClusterSideEffect(cloud, cluster, DISK);
  expect(recordClusterSideEffect(cloud, cluster, DISK)).toBe(first);
  expect(clusterSideEffects(cloud, cluster)).toEqual([first]);
});

test('What is removed while the cluster stands is gone', () => {
  const { cloud, cluster } = clusterLab();
  recordClusterSideEffect(cloud, cluster, DISK);
  removeClusterSideEffect(cloud, cluster, DISK);
  removeClusterSideEffect(cloud, cluster, DISK);
  expect(clusterSideEffects(cloud, cluster)).toEqual([]);
});

test('What is left when the cluster goes stays, and nobody removes it any more', () => {
  const { cloud, cluster } = clusterLab();
  recordClusterSideEffect(cloud, cluster, DISK);
  destroy(cloud, containerClusterKind, CLUSTER);
  removeClusterSideEffect(cloud, cluster, DISK);
  expect(clusterSideEffects(cloud, cluster).map(({ type }) => type)).toEqual(['compute.googleapis.com/Disk']);
});

test.each([
  ['network endpoint group', 'zones/us-west1-a/networkEndpointGroups/left'],
  ['forwarding rule', 'global/forwardingRules/left'],
  ['firewall rule', 'global/firewalls/left'],
] as const)('A %s that was left keeps the network', (kind, path) => {
  const { cloud, cluster } = clusterLab();
  recordClusterSideEffect(cloud, cluster, { kind, name: 'left', why: 'Gateway labs/labs' });
  destroy(cloud, containerClusterKind, CLUSTER);
  destroy(cloud, computeSubnetworkKind, SUBNETWORK);
  expect(refusal(() => destroy(cloud, computeNetworkKind, NETWORK))).toBe(
    `400 The network resource 'projects/w255-c1/global/networks/labs' is already being used by 'projects/w255-c1/${path}'`,
  );
});

test('A disk that was left does not keep the network', () => {
  const { cloud, cluster } = clusterLab();
  recordClusterSideEffect(cloud, cluster, DISK);
  destroy(cloud, containerClusterKind, CLUSTER);
  destroy(cloud, computeSubnetworkKind, SUBNETWORK);
  destroy(cloud, computeNetworkKind, NETWORK);
  expect(cloud.inProject(PROJECT_ID).some(({ name }) => name.endsWith('/disks/pvc-redis'))).toBe(true);
});
