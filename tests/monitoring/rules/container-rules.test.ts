import { withPrograms } from '../programs';
import { expectRules } from './promtool';

const container = (name: string, namespace: string, labels: string): string =>
  `${name}{job="cadvisor",namespace="${namespace}",${labels}}`;

withPrograms(['promtool'], () => {
  test('Cores and memory of a namespace are those of its containers, over restarts', () =>
    expectRules({
      series: {
        [container('container_cpu_usage_seconds_total', 'ada', 'pod="a",container="web"')]: '0+30x60',
        // Began anew in the eighth minute, in which it lost one minute's use.
        [container('container_cpu_usage_seconds_total', 'ada', 'pod="b",container="web"')]: '0+60x7 0+60x60',
        [container('container_cpu_usage_seconds_total', 'ada', 'pod="a",container=""')]: '0+90x60',
        [container('container_cpu_usage_seconds_total', 'ada', 'pod="a",container="POD"')]: '0+90x60',
        [container('container_cpu_usage_seconds_total', 'bo', 'pod="a",container="web"')]: '0+15x60',
        [container('container_memory_working_set_bytes', 'ada', 'pod="a",container="web"')]: '1000x60',
        [container('container_memory_working_set_bytes', 'ada', 'pod="b",container="web"')]: '2000x60',
        [container('container_memory_working_set_bytes', 'ada', 'pod="a",container=""')]: '9000x60',
        [container('container_memory_working_set_bytes', 'bo', 'pod="a",container="web"')]: '500x60',
      },
      at: '11m',
      recorded: {
        'namespace:container_cpu_usage_seconds:rate5m': { ada: 1.5 - 0.2, bo: 0.25 },
        'namespace:container_memory_working_set_bytes:sum': { ada: 3000, bo: 500 },
      },
    }));

  test('A namespace without periods has no share of throttled ones', () =>
    expectRules({
      series: {
        [container('container_cpu_cfs_throttled_periods_total', 'ada', 'pod="a",container="web"')]: '0+6x60',
        [container('container_cpu_cfs_periods_total', 'ada', 'pod="a",container="web"')]: '0+60x60',
        [container('container_cpu_cfs_throttled_periods_total', 'bo', 'pod="a",container="web"')]: '5x60',
        [container('container_cpu_cfs_periods_total', 'bo', 'pod="a",container="web"')]: '50x60',
      },
      at: '14m',
      recorded: { 'namespace:container_cpu_throttled:ratio5m': { ada: 0.1 } },
    }));
});
