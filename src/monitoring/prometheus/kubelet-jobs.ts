import { SYSTEM_NAMESPACES } from '../../core/domain/names';
import type { ScrapeJob } from './scrape-job';

/** Credentials that Kubernetes puts into the Prometheus pod. */
const ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What is kept of what cAdvisor tells. */
export const CONTAINER_METRICS: readonly string[] = [
  'container_cpu_usage_seconds_total',
  'container_memory_working_set_bytes',
  'container_cpu_cfs_throttled_periods_total',
  'container_cpu_cfs_periods_total',
  'container_network_receive_bytes_total',
  'container_network_transmit_bytes_total',
];

/** What is kept of what kubelets tell of volumes. */
export const VOLUME_METRICS: readonly string[] = [
  'kubelet_volume_stats_used_bytes',
  'kubelet_volume_stats_capacity_bytes',
];

/** A rule of relabelling. */
export interface Relabelling {
  readonly action: 'keep' | 'drop' | 'labeldrop';
  readonly source_labels?: readonly string[];
  readonly regex: string;
}

/** Where nodes tell of containers and of volumes, and what of it is kept; nothing of the cluster's own namespaces. */
export const KUBELET_ENDPOINTS: readonly {
  readonly name: string;
  readonly path: string;
  readonly relabelling: readonly Relabelling[];
}[] = [
  {
    name: 'cadvisor',
    path: '/metrics/cadvisor',
    relabelling: [
      ...tenantsOnly(CONTAINER_METRICS),
      // Sums over a pod, which the containers add up to.
      { action: 'drop', source_labels: ['__name__', 'container'], regex: 'container_(?:cpu|memory)_.*;' },
      { action: 'labeldrop', regex: 'image|name' },
    ],
  },
  { name: 'kubelet', path: '/metrics', relabelling: tenantsOnly(VOLUME_METRICS) },
];

function tenantsOnly(metrics: readonly string[]): readonly Relabelling[] {
  return [
    { action: 'keep', source_labels: ['__name__'], regex: metrics.join('|') },
    { action: 'drop', source_labels: ['namespace'], regex: SYSTEM_NAMESPACES },
  ];
}

/** Scrape jobs of the nodes. */
export function kubeletJobs(): readonly ScrapeJob[] {
  return KUBELET_ENDPOINTS.map(({ name, path, relabelling }) => ({
    job_name: name,
    kubernetes_sd_configs: [{ role: 'node' }],
    scheme: 'https',
    metrics_path: path,
    authorization: { credentials_file: `${ACCOUNT_FOLDER}/token` },
    // A kubelet's certificate names the node, and the address that is scraped is a number.
    tls_config: { ca_file: `${ACCOUNT_FOLDER}/ca.crt`, insecure_skip_verify: true },
    relabel_configs: [
      { action: 'replace', source_labels: ['__meta_kubernetes_node_name'], target_label: 'node' },
    ],
    metric_relabel_configs: relabelling,
  }));
}
