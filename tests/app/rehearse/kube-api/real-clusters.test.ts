import { RealClusters } from '../../../../src/app/rehearse/kube-api/real-clusters';
import type { Asset } from '../../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../../src/rehearsal/cloud/cloud';
import { clusterName } from '../../../../src/rehearsal/provider/cloud-names';
import { configMap, namespace, refusalOf } from '../../../rehearsal/kubernetes/sample-cluster';
import { temporaryFolder } from '../../temporary-folder';
import { onRealApi } from './real-programs';

function insertCluster(cloud: Cloud, name: string): Asset {
  return cloud.insert({
    name: clusterName('labs', 'us-west1', name),
    type: 'container.googleapis.com/Cluster',
    project: 'labs',
    data: { name, location: 'us-west1', enable_autopilot: true },
    madeBy: 'terraform',
  });
}

test('At most four clusters are on real control planes, and the fifth is told so', async () => {
  const cloud = new Cloud(0);
  // Nothing is there to start: each of the four fails, and counts.
  const programs = temporaryFolder();
  const clusters = new RealClusters(cloud, programs);
  const refusals = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    refusals.push(await refusalOf(clusters.apiOf(insertCluster(cloud, name)).list('default')));
  }
  expect(refusals.slice(0, 4)).toEqual(
    Array(4).fill(
      `undefined undefined: KUBEBUILDER_ASSETS: ${programs} has no etcd, no kube-apiserver, no kube-controller-manager`,
    ),
  );
  const path = (name: string): string => `projects/labs/locations/us-west1/clusters/${name}`;
  expect(refusals[4]).toBe(
    `503 ServiceUnavailable: the rehearsal runs at most 4 real control planes at once, and ${path('e')} would be one ` +
      `more beside ${['a', 'b', 'c', 'd'].map(path).join(', ')}: rehearse fewer clusters, or unset KUBEBUILDER_ASSETS ` +
      'to use the in-memory API for all',
  );
  cloud.remove(clusterName('labs', 'us-west1', 'a'));
  expect(
    await refusalOf(clusters.apiOf(cloud.find(clusterName('labs', 'us-west1', 'e'))).list('default')),
  ).toMatch(/^undefined undefined: KUBEBUILDER_ASSETS: /);
  await clusters.stop();
});

onRealApi((programs) => {
  test('Each cluster has a control plane of its own, and a cluster made anew begins empty', async () => {
    const cloud = new Cloud(0);
    const clusters = new RealClusters(cloud, programs);
    try {
      const [one, two] = ['one', 'two'].map((name) => clusters.apiOf(insertCluster(cloud, name)));
      await one!.apply(namespace('lab'));
      await one!.apply(configMap('a'));
      expect(await one!.namespaceGone('lab')).toBe(false);
      expect(await two!.namespaceGone('lab')).toBe(true);
      expect(await two!.findKind('networking.gke.io/v1', 'HealthCheckPolicy')).toMatchObject({
        plural: 'healthcheckpolicies',
        namespaced: true,
      });
      cloud.remove(one!.cluster);
      cloud.advanceTo(1000);
      const again = clusters.apiOf(insertCluster(cloud, 'one'));
      expect(await again.namespaceGone('lab')).toBe(true);
    } finally {
      await clusters.stop();
    }
  }, 120_000);
});
