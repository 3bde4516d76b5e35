import { ClusterApis } from '../../../src/app/rehearse/cluster-apis';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { clusterName } from '../../../src/rehearsal/provider/cloud-names';
import { asset } from '../../rehearsal/scenario/tenants';

const CLUSTER = clusterName('w255-c1', 'us-west1', 'labs');

function cloudWith(endpoint: string): Cloud {
  const cloud = new Cloud(0);
  cloud.insert(
    asset(CLUSTER, {
      type: 'container.googleapis.com/Cluster',
      project: 'w255-c1',
      data: { control_plane_endpoints_config: [{ dns_endpoint_config: [{ endpoint }] }] },
    }),
  );
  return cloud;
}

test('A cluster is found by its DNS endpoint, always the same one, while it stands', async () => {
  const cloud = cloudWith('gke-1.us-west1.gke.goog');
  const apis = new ClusterApis(cloud, undefined);
  const api = apis.tryFind('https://gke-1.us-west1.gke.goog');
  expect(api?.cluster).toBe(CLUSTER);
  expect(apis.tryFind('https://gke-1.us-west1.gke.goog')).toBe(api);
  expect(apis.of(CLUSTER)).toBe(api);
  expect(apis.tryFind('https://gke-2.us-west1.gke.goog')).toBeUndefined();
  cloud.remove(CLUSTER);
  expect(apis.tryFind('https://gke-1.us-west1.gke.goog')).toBeUndefined();
  await apis.close();
});

test.each([
  ['no folder', undefined, false],
  ['an empty word', '', false],
  ['a folder', '/opt/kube', true],
])('With %s of programs the API is real: %s → %s', (_, programs, isReal) => {
  expect(new ClusterApis(new Cloud(0), programs).isReal).toBe(isReal);
});
