import { PLACES, has } from './place';
import type { Labels, Series } from './series';
import { steady, swinging } from './series';

const KUBE_STATE = { job: 'kube-state-metrics', instance: 'kube-state-metrics:8080' };
const PROMETHEUS = { job: 'prometheus', instance: '127.0.0.1:9090' };

/** Twelve nodes for labs and two for the cell's own. */
const NODES = Array.from({ length: 14 }, (_, at) => ({
  node: `node-${at + 1}`,
  pool: at < 12 ? 'lab' : 'system',
}));

const TARGETS: readonly Labels[] = [
  KUBE_STATE,
  PROMETHEUS,
  { job: 'alertmanager', instance: 'alertmanager:9093' },
  { job: 'load-balancer', instance: 'load-balancer-metrics:9255' },
  ...NODES.flatMap(({ node }) => ['cadvisor', 'kubelet'].map((job) => ({ job, instance: node }))),
];

/** What is known of the cell's nodes and of its monitoring. */
export function cellSeries(): readonly Series[] {
  return [
    ...NODES.flatMap(({ node, pool }) => {
      const labels = { ...KUBE_STATE, node };
      return [
        steady('kube_node_status_allocatable', { ...labels, resource: 'cpu', unit: 'core' }, 7.9),
        steady('kube_node_status_allocatable', { ...labels, resource: 'memory', unit: 'byte' }, 28 * 2 ** 30),
        steady('kube_node_labels', { ...labels, label_cloud_google_com_gke_nodepool: pool }, 1),
      ];
    }),
    swinging('prometheus_tsdb_head_series', PROMETHEUS, 15_000),
    swinging('process_resident_memory_bytes', PROMETHEUS, 400_000_000),
    ...TARGETS.flatMap((labels) => [
      steady('up', labels, 1),
      steady('scrape_samples_scraped', labels, 500),
      steady('scrape_samples_post_metric_relabeling', labels, 400),
      steady('scrape_series_added', labels, 0),
    ]),
  ];
}

/** Alerts that fire: what Prometheus writes when it evaluates the rules for alerts. */
export function alertSeries(): readonly Series[] {
  const toStudents = { alertstate: 'firing', severity: 'critical', audience: 'student' };
  const toStaff = { alertstate: 'firing', severity: 'warning', audience: 'staff' };
  return [
    ...PLACES.filter((place) => has(place, 'crash loop')).map(({ namespace }) =>
      steady('ALERTS', { alertname: 'PlaceCrashLooping', ...toStudents, namespace }, 1),
    ),
    steady('ALERTS', { alertname: 'NodePoolAtMax', ...toStaff, pool: 'lab' }, 1),
  ];
}
