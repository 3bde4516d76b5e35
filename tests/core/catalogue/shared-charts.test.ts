import { TOOLKIT_IDS, findToolkit } from '../../../src/core/catalogue/catalogue';
import { SHARED_CHARTS, archiveName, chartsNeededBy } from '../../../src/core/catalogue/shared/shared-charts';
import type { ChartCluster, ChartValue, SharedChart } from '../../../src/core/catalogue/shared/shared-chart';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { HANDLE } from '../../../src/core/domain/ids';
import { SYSTEM_NAMESPACE, isReservedHandle } from '../../../src/core/domain/names';

const CLUSTERS: readonly ChartCluster[] = (['shared', 'own'] as const).map((kind) => ({
  kind,
  name: 'mlops-fall27-c1',
  projectId: 'mlops-fall27-c1',
  location: 'us-west1',
  domain: 'mlops.example.edu',
}));

/** Whatever stands under a key `image`, however deep. */
const imagesIn = (value: ChartValue | undefined): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]: [string, ChartValue]) =>
        key === 'image' ? [String(each)] : imagesIn(each),
      );

describe.each(SHARED_CHARTS.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  test('is needed by toolkits that there are', () => {
    expect(chart.neededBy.length).toBeGreaterThan(0);
    expect(chart.neededBy.filter((toolkit) => !TOOLKIT_IDS.includes(toolkit))).toEqual([]);
  });

  test('goes into a namespace of the staff’s, under a name that Helm takes', () => {
    expect(isReservedHandle(chart.namespace)).toBe(true);
    expect(chart.release).toMatch(/^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    // A tenant's release is called as the tenant is, and its record is among Practicum's own.
    const isHandle = HANDLE.pattern.test(chart.release) && !isReservedHandle(chart.release);
    expect(isHandle && chart.namespace === SYSTEM_NAMESPACE).toBe(false);
  });

  test('has an address without a scheme and a version, and the digest of its archive', () => {
    const { origin, pin, version } = chart;
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    if ('oci' in origin) expect(origin.oci).toMatch(/^[a-z0-9.-]+\.[a-z]+(\/[a-z0-9._-]+)+$/);
    else expect(origin.repository).toMatch(/^https:\/\//);
    expect(pin).toMatchObject({
      archive: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: expect.stringMatching(/./),
      date: expect.stringMatching(/^20\d\d-(0[1-9]|1[0-2])$/),
    });
    if ('manifest' in pin) expect(pin.manifest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test.each(CLUSTERS)('is told every image that it starts whole and by digest: $kind', (cluster) => {
    for (const { ref, unpinned, source, date } of chart.images) {
      expect(ref).toMatch(/^[a-z0-9.-]+(\/[a-z0-9._-]+)+:[\w.-]+@sha256:[0-9a-f]{64}$/);
      expect([source === '', unpinned]).toEqual([false, undefined]);
      expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    }
    // All that a value names `image`: none of it is a name alone, to which the chart would put a registry and a tag.
    expect([...new Set(imagesIn(chart.values(cluster)))].sort()).toEqual(
      chart.images.map(({ ref }) => ref).sort(),
    );
  });

  test.each(CLUSTERS)(
    'has the same values each time, which Terraform reads as they are: $kind',
    (cluster) => {
      const text = JSON.stringify(chart.values(cluster));
      expect(JSON.stringify(chart.values(cluster))).toBe(text);
      expect(text).not.toMatch(/[$%]\{/);
    },
  );

  test('is told to people', () => {
    for (const text of [chart.title, chart.shared, chart.apart, chart.licence, chart.homepage])
      expect([id, text]).not.toEqual([id, '']);
  });
});

test('Ids and names of releases and archives are each of one chart alone', () => {
  const of = (key: (chart: SharedChart) => string): readonly string[] => SHARED_CHARTS.map(key);
  for (const names of [of(({ id }) => id), of(({ release }) => release), of(archiveName)])
    expect(new Set(names).size).toBe(names.length);
});

test('The kinds of Argo Workflows and the controllers in places are of one release', () => {
  const [chart] = chartsNeededBy(['argo-workflows']);
  const tags = findToolkit('argo-workflows' as ToolkitId)
    .images.filter(({ ref }) => ref.startsWith('quay.io/argoproj/'))
    .map(({ ref }) => /:([^:@]+)@/.exec(ref)?.[1]);
  expect(tags).toEqual([chart!.appVersion, chart!.appVersion]);
});

test('Istio is of one release, and of each of its charts another archive is told', () => {
  const charts = chartsNeededBy(['istio']);
  expect(new Set(charts.map(({ version }) => version)).size).toBe(1);
  expect(new Set(charts.map(({ pin }) => JSON.stringify(pin))).size).toBe(charts.length);
  for (const { version, images } of charts)
    for (const { ref } of images)
      expect(ref).toMatch(new RegExp(`^docker\\.io/istio/[a-z0-9-]+:${version}[-@]`));
});

test('A course gets what its toolkits need, in order, each once, and nothing else', () => {
  expect(chartsNeededBy(['redis', 'airflow'])).toEqual([]);
  expect(chartsNeededBy(['argo-workflows', 'redis', 'argo-workflows']).map(({ id }) => id)).toEqual([
    'argo-workflows-crds',
  ]);
  const orders = SHARED_CHARTS.map(({ order }) => order);
  expect(orders).toEqual([...orders].sort((a, b) => a - b));
});
