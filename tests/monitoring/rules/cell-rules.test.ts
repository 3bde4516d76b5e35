import { withPrograms } from '../programs';
import { expectRules } from './promtool';
import { kube, node, pod, requests, tenants } from './sample-series';

withPrograms(['promtool'], () => {
  test('A cell is as full as its pods on nodes ask for, and as large as its nodes', () =>
    expectRules({
      series: {
        ...tenants('ada', 'bo'),
        [kube('kube_namespace_labels', 'namespace="kube-system",label_practicum_dev_tenant=""')]: '1x60',
        ...node('n1', 'lab', 4, 16),
        ...node('n2', 'lab', 4, 16),
        ...node('s1', 'system', 2, 8),
        ...pod('ada', 'web', 'Running'),
        ...requests('ada', 'web', 3, 8),
        ...pod('kube-system', 'dns', 'Running'),
        ...requests('kube-system', 'dns', 1, 2),
        ...pod('bo', 'done', 'Succeeded'),
        ...requests('bo', 'done', 2, 2),
        'prometheus_tsdb_head_series{job="prometheus",instance="localhost:9090"}': '5000x60',
      },
      at: '14m',
      recorded: {
        'cell:tenants:count': { '': 2 },
        'cell:cpu_allocatable_cores:sum': { '': 10 },
        'cell:memory_allocatable_bytes:sum': { '': 40 * 2 ** 30 },
        'cell:cpu_requested:ratio': { '': 0.4 },
        'cell:memory_requested:ratio': { '': 0.25 },
        'pool:nodes:count': { 'pool="lab"': 2, 'pool="system"': 1 },
        'pool:nodes:max': { 'pool="lab"': 4, 'pool="system"': 3 },
        'cell:prometheus_head_series:sum': { '': 5000 },
      },
    }));

  test('A cell without places has none, and a pool without nodes has 0', () =>
    expectRules({
      series: node('s1', 'system', 2, 8),
      at: '14m',
      recorded: {
        'cell:tenants:count': { '': 0 },
        'pool:nodes:count': { 'pool="lab"': 0, 'pool="system"': 1 },
        'cell:cpu_requested:ratio': {},
      },
    }));
});
