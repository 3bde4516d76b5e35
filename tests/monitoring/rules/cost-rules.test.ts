import { withPrograms } from '../programs';
import { expectRules } from './promtool';
import { kube, pod, requests, tenants } from './sample-series';

const volume = (namespace: string, name: string): string =>
  kube('kube_persistentvolumeclaim_resource_requests_storage_bytes', `namespace="${namespace}",persistentvolumeclaim="${name}"`); // prettier-ignore
const service = (namespace: string, name: string, type: string): string =>
  kube('kube_service_spec_type', `namespace="${namespace}",service="${name}",type="${type}"`);

const VCPU = 0.02181159;
const GIB = 0.00292353;
const DISK_GIB = 0.1 / 730;
const micro = (usd: number): number => Math.round(usd * 1e6) / 1e6;

withPrograms(['promtool'], () => {
  test('A place costs what its pods on nodes ask for, its volumes and its load balancers', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo', 'cy'),
        ...pod('ada', 'web', 'Running'),
        ...requests('ada', 'web', 2, 4),
        ...pod('ada', 'pulls', 'Pending'),
        ...requests('ada', 'pulls', 1, 1),
        // None of these holds anything on a node.
        ...pod('ada', 'grade-lab1', 'Succeeded'),
        ...requests('ada', 'grade-lab1', 8, 8),
        ...pod('ada', 'huge', 'Pending'),
        ...requests('ada', 'huge', 99, 99),
        [kube('kube_pod_status_unschedulable', 'namespace="ada",pod="huge"')]: '1x60',
        [volume('ada', 'data')]: `${10 * 2 ** 30}x60`,
        [volume('bo', 'data')]: `${100 * 2 ** 30}x60`,
        [service('ada', 'web', 'LoadBalancer')]: '1x60',
        [service('ada', 'other', 'LoadBalancer')]: '1x60',
        [service('ada', 'redis', 'ClusterIP')]: '1x60',
      },
      at: '14m',
      recorded: {
        'namespace:cost_usd_per_hour:sum': {
          ada: micro(3 * VCPU + 5 * GIB + 10 * DISK_GIB + 2 * 0.025),
          bo: micro(100 * DISK_GIB),
          cy: 0,
        },
        'namespace:budget_usd:term': { ada: 40, bo: 40, cy: 40 },
      },
    }));

  test('The pace is that of a whole day, asleep and awake, against the budget of the place', () =>
    expectRules({
      series: {
        ...tenants('ada', 'team-red'),
        ...pod('ada', 'web', 'Running'),
        ...pod('team-red', 'web', 'Running'),
        // Awake in twelve hours of the day; the other twelve cost nothing.
        [kube('kube_pod_container_resource_requests', 'namespace="ada",pod="web",container="x",resource="cpu"')]: '_x720 4x2000', // prettier-ignore
        [kube('kube_pod_container_resource_requests', 'namespace="team-red",pod="web",container="x",resource="cpu"')]: '4x2000', // prettier-ignore
      },
      at: '24h',
      every: '10m',
      recorded: {
        'namespace:budget_usd:term': { ada: 40, 'team-red': 80 },
        'namespace:budget_pace:ratio1d': {
          // 145 evaluations, of which the last 73 saw it awake.
          ada: micro((((4 * VCPU * 73) / 145) * 1000) / 40),
          'team-red': micro((4 * VCPU * 1000) / 80),
        },
      },
    }));
});
