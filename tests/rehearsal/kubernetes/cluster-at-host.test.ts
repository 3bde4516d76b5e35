import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { clusterAtHost } from '../../../src/rehearsal/kubernetes/cluster-at-host';
import { CLUSTER, START, apiIn, insertCluster } from './sample-cluster';

const HOST = 'https://gke-1234.us-west1.gke.goog';
const DATA = {
  endpoint: '203.0.113.7',
  control_plane_endpoints_config: [{ dns_endpoint_config: [{ endpoint: 'gke-1234.us-west1.gke.goog' }] }],
};

function atHost(host: string, cloud: Cloud): string | undefined {
  return clusterAtHost(cloud, () => apiIn(cloud).api)(host)?.cluster;
}

test('A cluster answers at its DNS endpoint and at its address, and nowhere else', () => {
  const cloud = new Cloud(START);
  insertCluster(cloud, DATA);
  expect(atHost(HOST, cloud)).toBe(CLUSTER);
  expect(atHost('https://203.0.113.7', cloud)).toBe(CLUSTER);
  expect(atHost('https://gke-9999.us-west1.gke.goog', cloud)).toBeUndefined();
  expect(atHost('https://', cloud)).toBeUndefined();
});

test('A cluster that was deleted answers no more, and one that comes back does', () => {
  const cloud = new Cloud(START);
  const find = clusterAtHost(cloud, () => apiIn(cloud).api);
  expect(find(HOST)).toBeUndefined();
  insertCluster(cloud, DATA);
  expect(find(HOST)?.cluster).toBe(CLUSTER);
  cloud.remove(CLUSTER);
  expect(find(HOST)).toBeUndefined();
  insertCluster(cloud, DATA);
  expect(find(HOST)?.cluster).toBe(CLUSTER);
});

test('A cluster made anew with another endpoint does not answer at the old one', () => {
  const cloud = new Cloud(START);
  const find = clusterAtHost(cloud, () => apiIn(cloud).api);
  insertCluster(cloud, DATA);
  find(HOST);
  cloud.remove(CLUSTER);
  insertCluster(cloud, { endpoint: '203.0.113.8' });
  expect(find(HOST)).toBeUndefined();
});
