import { join } from 'node:path';
import { chartFolders } from '../../../src/app/rehearse/chart-folders';
import { KubernetesFields } from '../../../src/app/rehearse/kube-api/kubernetes-fields';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { helmReleaseKind } from '../../../src/rehearsal/helm/helm-release-kind';
import { InMemoryCluster } from '../../../src/rehearsal/kubernetes/in-memory-cluster';
import { clusterName } from '../../../src/rehearsal/provider/cloud-names';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import { cohortInMesh } from '../charts/cohort-in-mesh';
import { run } from '../recorded-terminal';
import { temporaryFolder } from '../temporary-folder';
import type { ExampleRelease } from './example-charts';
import { releasesIn } from './example-charts';

let terraform: string;
let releases: readonly ExampleRelease[];

const isOfIstio = ({ release }: ExampleRelease): boolean => release['namespace'] === 'istio-system';

beforeAll(async () => {
  const out = join(temporaryFolder(), 'dist');
  const { code, err } = await run('synth', '--cohort', cohortInMesh(), '--out', out);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  terraform = join(out, 'terraform');
  releases = releasesIn(terraform);
});

/** Installs releases, one after the other, in a cluster that has nothing. */
async function installed(wanted: readonly ExampleRelease[]): Promise<readonly string[]> {
  const cloud = new Cloud(Date.UTC(2027, 0, 11));
  const [{ cluster }] = wanted as [ExampleRelease];
  const name = clusterName('labs', 'us-west1', cluster);
  const data = { name: cluster, location: 'us-west1', enable_autopilot: true };
  cloud.insert({
    name,
    type: 'container.googleapis.com/Cluster',
    project: 'labs',
    data,
    madeBy: 'terraform',
  });
  const api = new InMemoryCluster({ cloud, cluster: name, schemas: new KubernetesFields() });
  const kind = helmReleaseKind(chartFolders(terraform), () => api);
  for (const { release } of wanted)
    await kind.create(release, directOperation(cloud, { kubernetes: { host: 'https://cell' } }));
  return cloud.list().map(({ type }) => type);
}

test('Istio’s charts are releases in order, each after the one before, and Practicum’s own comes last', () => {
  const names = releases.map(({ release }) => String(release['name']));
  expect(names.filter((name) => /^(istio|ztunnel)/.test(name)).sort()).toEqual([
    'istio-base',
    'istio-cni',
    'istiod',
    'ztunnel',
  ]);
  const after = (name: string): readonly string[] =>
    JSON.stringify(
      releases.find(({ release }) => release['name'] === name)!.release['depends_on'] ?? [],
    ).match(/helm_release[^"]*/g) ?? [];
  expect(after('istio-base')).toEqual([]);
  for (const name of ['istiod', 'istio-cni', 'ztunnel', 'practicum-services'])
    expect(after(name).length).toBeGreaterThan(0);
});

test('After Istio’s charts the in-memory API takes every object of a cohort in a mesh', async () => {
  const types = await installed([
    ...releases.filter(isOfIstio),
    ...releases.filter((each) => !isOfIstio(each)),
  ]);
  const rules = types.filter((type) => /AuthorizationPolicy|PeerAuthentication/.test(type)).length;
  // Two for each of two places, and one for what holds all metrics.
  expect(rules).toBe(2 * 2 + 1);
});

test('Before them it does not know what the rules of the mesh are', async () => {
  await expect(installed(releases.filter((each) => !isOfIstio(each)))).rejects.toThrow(/AuthorizationPolicy/);
});
