import { withPrograms } from '../programs';
import type { Series } from './promtool';
import { expectRules } from './promtool';
import { exported, kube, node, pod, requests, tenants } from './sample-series';

const up = (job: string, values: string, instance = 'a'): Series => ({
  [`up{job="${job}",instance="${instance}"}`]: values,
});
const ALL_UP = ['alertmanager', 'cadvisor', 'kube-state-metrics', 'kubelet', 'load-balancer', 'prometheus']
  .map((job) => up(job, '1x60'))
  .reduce((all, each) => ({ ...all, ...each }));

/** A lab pool with all of its four nodes, of four cores each. */
const GROWN = ['n1', 'n2', 'n3', 'n4']
  .map((name) => node(name, 'lab', 4, 16))
  .reduce((all, each) => ({ ...all, ...each }));
const WAITING = { [kube('kube_pod_status_unschedulable', 'namespace="ada",pod="waits"')]: '1x60' };
const MEMORY = 'process_resident_memory_bytes{job="prometheus",instance="localhost:9090"}';

withPrograms(['promtool'], () => {
  test('Staff hear that a cell with all of its nodes would be nearly full', () =>
    expectRules({
      series: {
        ...GROWN,
        ...['s1', 's2', 's3']
          .map((name) => node(name, 'system', 2, 8))
          .reduce((all, each) => ({ ...all, ...each })),
        ...pod('ada', 'web', 'Running'),
        ...requests('ada', 'web', 19.8, 8.8),
      },
      at: '30m',
      alerts: { CellNearCapacity: [{ labels: { resource: 'cpu' }, value: '90%' }], NodePoolAtMax: [] },
    }));

  test('A cell whose few nodes are full can still grow', () =>
    expectRules({
      series: {
        ...node('n1', 'lab', 4, 16),
        ...pod('ada', 'web', 'Running'),
        ...requests('ada', 'web', 3.9, 15),
      },
      at: '30m',
      alerts: { CellNearCapacity: [], NodePoolAtMax: [] },
    }));

  test('Staff hear of a pool that cannot grow while pods wait for a node', () =>
    expectRules({
      series: { ...GROWN, ...node('s1', 'system', 2, 8), ...WAITING },
      at: '30m',
      alerts: { NodePoolAtMax: [{ labels: { pool: 'lab' }, value: '4' }] },
    }));

  test.each([
    ['can still grow', { ...node('n1', 'lab', 4, 16), ...WAITING }],
    ['is at its most while no pod waits', GROWN],
  ])('They hear nothing of a pool that %s', (_, series) =>
    expectRules({ series, at: '30m', alerts: { NodePoolAtMax: [] } }),
  );

  test('Staff hear of a job of the system that is not scraped, and of one that is gone', () =>
    expectRules({
      series: {
        ...ALL_UP,
        ...up('cadvisor', '1 0x60'),
        ...up('cadvisor', '0x60', 'b'),
        ...up('cadvisor', '1x60', 'c'),
        ...up('kube-state-metrics', '1x3 stale'),
        ...up('gateway', '0x60'),
        ...up('tenants', '0x60'),
      },
      at: '30m',
      alerts: {
        ScrapeFailing: [
          { labels: { job: 'cadvisor' }, value: '2' },
          { labels: { job: 'gateway' }, value: '1' },
          { labels: { job: 'kube-state-metrics' }, value: '1' },
        ],
      },
    }));

  test('They hear nothing while all is scraped, there is no mesh, or a target is away for a moment', () =>
    expectRules({
      series: { ...ALL_UP, ...up('kubelet', '1x10 0x5 1x60') },
      at: '17m',
      alerts: { ScrapeFailing: [] },
    }));

  test('Staff hear of a pod beyond the limit of samples, and of series without end', () =>
    expectRules({
      series: {
        [exported('scrape_samples_post_metric_relabeling', 'ada')]: '1200x60',
        [exported('scrape_samples_post_metric_relabeling', 'bo')]: '1000x60',
        [exported('scrape_series_added', 'bo')]: '0x22 1000 0x60',
        [exported('scrape_series_added', 'cy')]: '600x60',
        [exported('scrape_series_added', 'cy', 'mine="x"')]: '-9000x60',
      },
      at: '30m',
      alerts: {
        TenantFlooding: [
          { labels: { namespace: 'ada', limit: 'samples' }, value: '1200' },
          { labels: { namespace: 'cy', limit: 'new-series' }, value: '6600' },
        ],
      },
    }));

  test.each([
    ['8h', [{ labels: { namespace: 'ada' }, value: '218.1%' }]],
    ['5h', []],
  ])('Staff hear of a place that has spent too fast, after hours of it (%s)', (at, firing) =>
    expectRules({
      series: {
        ...tenants('ada', 'bo', 'team-red'),
        ...['ada', 'team-red', 'bo']
          .map((each) => pod(each, 'web', 'Running'))
          .reduce((all, each) => ({ ...all, ...each })),
        // 4 vCPUs cost 87 dollars in the term of 1,000 hours, 3 cost 65.
        ...requests('ada', 'web', 4, 0),
        ...requests('team-red', 'web', 3, 0),
        ...requests('bo', 'web', 1, 0),
      },
      at,
      every: '5m',
      alerts: { TenantOverBudgetPace: firing },
    }),
  );

  test.each([
    ['1.8', [{ labels: {}, value: '1.8Gi' }]],
    ['1.6', []],
  ])('At %s of 2 GiB Prometheus is near its limit, or is not', (gibi, firing) =>
    expectRules({
      series: { [MEMORY]: `${Number(gibi) * 2 ** 30}x60` },
      at: '30m',
      alerts: { PrometheusNearLimit: firing },
    }),
  );

  test('Staff hear of a rule that fails, over a restart of Prometheus', () => {
    const failures = (rule: string): string =>
      `prometheus_rule_evaluation_failures_total{job="prometheus",rule_group="${rule}"}`;
    expectRules({
      series: { [failures('cost')]: '0+1x15 0+1x60', [failures('cell')]: '3x60' },
      at: '30m',
      alerts: { RuleFailing: [{ labels: { rule_group: 'cost' }, value: '14' }] },
    });
  });
});
