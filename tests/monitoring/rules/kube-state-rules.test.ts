import { withPrograms } from '../programs';
import { expectRules } from './promtool';
import { exported, kube, pod, tenants } from './sample-series';

const quota = (namespace: string, resource: string, type: string, name = 'place'): string =>
  kube(
    'kube_resourcequota',
    `namespace="${namespace}",resourcequota="${name}",resource="${resource}",type="${type}"`,
  );
const waits = (namespace: string, name: string, reason: string): string =>
  kube('kube_pod_container_status_waiting_reason', `namespace="${namespace}",pod="${name}",container="main",reason="${reason}"`); // prettier-ignore
const address = (namespace: string, ip: string, port: number, ready: boolean, endpoint = 'web'): string =>
  kube('kube_endpoint_address', `namespace="${namespace}",endpoint="${endpoint}",ip="${ip}",port_number="${port}",ready="${ready}"`); // prettier-ignore

withPrograms(['promtool'], () => {
  test('A quota is as full as its fullest one, and one of nothing is neither full nor empty', () =>
    expectRules({
      series: {
        [quota('ada', 'requests.cpu', 'used')]: '1.5x60',
        [quota('ada', 'requests.cpu', 'hard')]: '2x60',
        [quota('ada', 'pods', 'used')]: '1x60',
        [quota('ada', 'pods', 'hard')]: '10x60',
        [quota('ada', 'pods', 'used', 'gke-resource-quotas')]: '1x60',
        [quota('ada', 'pods', 'hard', 'gke-resource-quotas')]: '1500x60',
        [quota('ada', 'requests.nvidia.com/gpu', 'used')]: '0x60',
        [quota('ada', 'requests.nvidia.com/gpu', 'hard')]: '0x60',
        [quota('bo', 'requests.cpu', 'used')]: '0x60',
        [quota('bo', 'requests.cpu', 'hard')]: '2x60',
      },
      at: '14m',
      recorded: {
        'namespace_resource:kube_resourcequota_used:ratio': {
          'namespace="ada",resource="requests.cpu"': 0.75,
          'namespace="ada",resource="pods"': 0.1,
          'namespace="bo",resource="requests.cpu"': 0,
        },
      },
    }));

  test('Restarts of an hour are counted, over the restart of what tells of them', () =>
    expectRules({
      series: {
        [kube('kube_pod_container_status_restarts_total', 'namespace="ada",pod="a",container="x"')]:
          '0+1x200',
        [kube('kube_pod_container_status_restarts_total', 'namespace="ada",pod="b",container="x"')]:
          '0+2x200',
        [kube('kube_pod_container_status_restarts_total', 'namespace="bo",pod="a",container="x"')]: '4x200',
      },
      at: '2h',
      recorded: { 'namespace:kube_pod_container_restarts:increase1h': { ada: 180, bo: 0 } },
    }));

  test('Pods that wait on somebody are counted by reason; one that only begins is not', () =>
    expectRules({
      series: {
        [waits('ada', 'a', 'CrashLoopBackOff')]: '1x60',
        [waits('ada', 'b', 'CrashLoopBackOff')]: '1x60',
        [waits('ada', 'c', 'ImagePullBackOff')]: '1x60',
        [waits('ada', 'd', 'ContainerCreating')]: '1x60',
        [waits('bo', 'a', 'ErrImagePull')]: '1x60',
        [waits('bo', 'b', 'ErrImagePull')]: '0x60',
      },
      at: '14m',
      recorded: {
        'namespace_reason:kube_pods_waiting:count': {
          'namespace="ada",reason="CrashLoopBackOff"': 2,
          'namespace="ada",reason="ImagePullBackOff"': 1,
          'namespace="bo",reason="ErrImagePull"': 1,
        },
      },
    }));

  test('A finished pod neither runs nor is unready', () =>
    expectRules({
      series: {
        ...pod('ada', 'web', 'Running'),
        ...pod('ada', 'slow', 'Running', false),
        ...pod('ada', 'grade-lab1', 'Succeeded'),
        ...pod('ada', 'broken', 'Failed'),
        ...pod('ada', 'new', 'Pending'),
        ...pod('bo', 'web', 'Running'),
      },
      at: '14m',
      recorded: {
        'namespace:kube_pods_running:count': { ada: 2, bo: 1 },
        'namespace:kube_pods_unready:count': { ada: 1, bo: 0 },
        'namespace:kube_pods_pending:count': { ada: 1, bo: 0 },
      },
    }));

  test('Every place has a number of addresses that answer for it, be it 0', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo', 'cy'),
        [address('ada', '10.0.0.1', 8000, true)]: '1x60',
        [address('ada', '10.0.0.1', 8001, true)]: '1x60',
        [address('ada', '10.0.0.2', 8000, true)]: '1x60',
        [address('ada', '10.0.0.3', 8000, false)]: '1x60',
        [address('ada', '10.0.0.4', 6379, true, 'redis')]: '1x60',
        [address('bo', '10.0.0.5', 8000, false)]: '1x60',
        [address('kube-system', '10.0.0.6', 8000, true)]: '1x60',
      },
      at: '14m',
      recorded: { 'namespace:web_endpoints_ready:count': { ada: 2, bo: 0, cy: 0 } },
    }));

  test('What scraping brings in is told by namespace, and no pod can make it look less', () =>
    expectRules({
      series: {
        [exported('scrape_samples_post_metric_relabeling', 'ada')]: '300x60',
        [exported('scrape_samples_post_metric_relabeling', 'ada', 'mine="x"')]: '-9000x60',
        [exported('scrape_samples_post_metric_relabeling', 'bo')]: '20x60',
        [exported('scrape_series_added', 'ada')]: '10x60',
        [exported('scrape_series_added', 'ada', 'mine="x"')]: '-9000x60',
        [exported('scrape_series_added', 'bo')]: '0x60',
      },
      at: '14m',
      recorded: {
        'namespace:scrape_samples:sum': { ada: 300, bo: 20 },
        'namespace:scrape_series_added:sum10m': { ada: 110, bo: 0 },
      },
    }));
});
