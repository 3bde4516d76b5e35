import { temporaryFolder } from '../../app/temporary-folder';
import type { Place } from '../generated-series/place';
import { PLACES, TROUBLED, WELL, has } from '../generated-series/place';
import type { ServedSeries } from '../generated-series/served-series';
import { serveEnforced, serveGeneratedSeries } from '../generated-series/served-series';
import { withPrograms } from '../programs';
import type { Answer } from './answers';
import { ask, isVisible, nameOf } from './answers';
import type { ShownPanel } from './shown-panels';
import { SHOWN_PANELS } from './shown-panels';

withPrograms(['prometheus', 'promtool', 'prom-label-proxy'], () => {
  let served: ServedSeries;
  let enforced: ServedSeries;

  beforeAll(async () => {
    served = await serveGeneratedSeries(temporaryFolder());
    enforced = await serveEnforced(served);
  }, 180_000);

  afterAll(async () => {
    await enforced?.stop();
    await served?.stop();
  });

  const answersTo = async (panels: readonly ShownPanel[], place?: Place): Promise<readonly Answer[]> => {
    const answers: Answer[] = [];
    for (const panel of panels) {
      for (const query of panel.queries) {
        answers.push(
          place === undefined
            ? await ask(served.url, panel, query)
            : await ask(enforced.url, panel, query, { 'X-Namespace': place.namespace }),
        );
      }
    }
    return answers;
  };
  const empty = (answers: readonly Answer[]): readonly string[] =>
    answers.filter((answer) => !isVisible(answer)).map(({ panel, query }) => nameOf(panel, query));

  const ofTenants = SHOWN_PANELS.filter(({ audience }) => audience === 'tenant');
  const ofStaff = SHOWN_PANELS.filter(({ audience }) => audience === 'staff');

  test('Every query of every panel returns data', async () => {
    const answers = await answersTo(SHOWN_PANELS);
    expect(answers.length).toBeGreaterThan(100);
    expect(empty(answers)).toEqual([]);
  }, 60_000);

  test('A tenant in all kinds of trouble sees data in every panel, through the label enforcer', async () => {
    expect(empty(await answersTo(ofTenants, TROUBLED))).toEqual([]);
  }, 60_000);

  test('A tenant who is well sees data in every panel but those of troubles', async () => {
    const troubles = [
      'tenant-overview › Alerts › sum by (alertname, severity) (ALERTS{alertstate="firing"})',
      'tenant-overview › Why pods wait › namespace_reason:kube_pods_waiting:count',
    ];
    expect(empty(await answersTo(ofTenants, WELL))).toEqual(troubles);
  }, 60_000);

  test('A tenant sees nothing of anybody else', async () => {
    const answers = await answersTo(ofTenants, WELL);
    const seen = answers.flatMap(({ series }) => series.map(({ labels }) => labels['namespace']));
    expect(new Set(seen)).toEqual(new Set([undefined, WELL.namespace]));
  }, 60_000);

  test('What a tenant sees is what was generated', async () => {
    const answers = await answersTo(ofTenants, WELL);
    const now = (title: string): number => {
      const { series } = answers.find(({ panel }) => panel.type === 'stat' && panel.title === title)!;
      return series[0]!.values.at(-1)!;
    };
    // Ten predictions and a fifth of a probe in each second; exponential times: p99 is ln 100 times the mean.
    expect(now('Requests a second')).toBeCloseTo(10.2, 0);
    expect(now('Slowest 1 % (p99)')).toBeCloseTo(Math.log(100) * WELL.mean, 0);
    expect(now('Failed requests')).toBe(0);
    expect(now('Cache hits')).toBeCloseTo(WELL.hits, 1);
    expect(now('Running')).toBe(1);
    expect(now('Redis')).toBe(1);
  }, 60_000);

  test('Staff see who is stuck, each by what is wrong there', async () => {
    const table = ofStaff.find(({ title }) => title === 'Pods in trouble')!;
    const seen = (await answersTo([table])).map(({ query, series }) => [
      query.legendFormat,
      series.map(({ labels }) => labels['namespace']).sort(),
    ]);
    const stuck = (trouble: Parameters<typeof has>[1]): readonly string[] =>
      PLACES.filter((place) => has(place, trouble))
        .map(({ namespace }) => namespace)
        .sort();
    expect(Object.fromEntries(seen)).toEqual({
      Crash: stuck('crash loop'),
      Image: stuck('image pull'),
      Config: stuck('everything'),
      Pending: [...new Set([...stuck('pending'), ...stuck('image pull')])].sort(),
      Unready: [...new Set([...stuck('unready'), ...stuck('crash loop')])].sort(),
    });
  });

  test('Tables get the labels that tell their rows apart, and no others', async () => {
    const tables = SHOWN_PANELS.filter(({ type }) => type === 'table');
    const strange = (await answersTo(tables)).flatMap(({ panel, query, series }) => {
      const { renameByName } = panel.transformations!.find(({ id }) => id === 'organize')!.options;
      const labels = series.flatMap((each) => Object.keys(each.labels));
      return labels
        .filter((label) => !(label in renameByName))
        .map((label) => `${label} in ${nameOf(panel, query)}`);
    });
    expect(strange).toEqual([]);
  });

  test('Staff see places as a whole, and no more of them than one can read', async () => {
    const known = new Set([
      '__name__',
      'namespace',
      'reason',
      'resource',
      'pool',
      'job',
      'alertname',
      'severity',
    ]);
    const answers = await answersTo(ofStaff);
    const strange = answers.flatMap(({ series }) =>
      series.flatMap(({ labels }) => Object.keys(labels).filter((label) => !known.has(label))),
    );
    expect(strange).toEqual([]);
    expect(Math.max(...answers.map(({ series }) => series.length))).toBeLessThanOrEqual(50);
  }, 60_000);
});
