import { chartFolders } from '../../../src/app/rehearse/chart-folders';
import { KubernetesFields } from '../../../src/app/rehearse/kube-api/kubernetes-fields';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { helmReleaseKind } from '../../../src/rehearsal/helm/helm-release-kind';
import { InMemoryCluster } from '../../../src/rehearsal/kubernetes/in-memory-cluster';
import { clusterName } from '../../../src/rehearsal/provider/cloud-names';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import type { ExampleRelease } from './example-charts';
import { releasesIn, synthesised } from './example-charts';

/** A cloud with the clusters that releases are for, and the way to install one of them. */
function cloudFor(terraform: string, releases: readonly ExampleRelease[]) {
  const cloud = new Cloud(Date.UTC(2027, 0, 11));
  const schemas = new KubernetesFields();
  const apis = new Map(
    [...new Set(releases.map(({ cluster }) => cluster))].map((cluster) => {
      const name = clusterName('labs', 'us-west1', cluster);
      const data = { name: cluster, location: 'us-west1', enable_autopilot: true };
      cloud.insert({
        name,
        type: 'container.googleapis.com/Cluster',
        project: 'labs',
        data,
        madeBy: 'terraform',
      });
      return [cluster, new InMemoryCluster({ cloud, cluster: name, schemas })] as const;
    }),
  );
  const kind = helmReleaseKind(chartFolders(terraform), (host) => apis.get(host.replace('https://', '')));
  const operationOn = (cluster: string) =>
    directOperation(cloud, { kubernetes: { host: `https://${cluster}` } });
  return { cloud, kind, operationOn };
}

test.each([
  ['w255-spring', 76, 1978],
  ['csce790-fall', 10, 440],
  ['mlsd-fall', 7, 289],
  ['sharif-spring', 10, 482],
  ['tier-namespace', 4, 175],
  ['tier-project', 5, 261],
  ['tier-cluster', 4, 220],
])(
  'The in-memory API takes every object of %s, and gives all of them back',
  async (example, count, objects) => {
    const terraform = await synthesised(example);
    const releases = releasesIn(terraform);
    expect(releases).toHaveLength(count);
    const { cloud, kind, operationOn } = cloudFor(terraform, releases);
    const systemNamespaces = new Set(releases.map(({ cluster }) => cluster)).size;
    const inside = (): number => cloud.list().filter(({ type }) => type.startsWith('k8s.io/')).length;

    const states = [];
    for (const { release, cluster } of releases) {
      expect(kind.validate(release)).toEqual([]);
      states.push({ state: await kind.create(release, operationOn(cluster)), cluster });
    }
    // Helm makes the namespace of the releases, one in each cluster.
    expect(inside()).toBe(objects + systemNamespaces);

    for (const { state, cluster } of states.reverse()) await kind.delete(state, operationOn(cluster));
    expect(inside()).toBe(systemNamespaces);
  },
  30_000,
);
