import { SYSTEM_NAMESPACES } from '../../core/domain/names';
import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { seconds } from './durations';
import type { ScrapeJob } from './scrape-job';

/** Port that a pod is scraped at when it names none: the one that a tenant's host leads to. */
export const DEFAULT_METRICS_PORT = 8000;

const annotation = (name: string): string => `__meta_kubernetes_pod_annotation_prometheus_io_${name}`;

/** Names that only Practicum's own jobs and rules may write; with a colon are all that rules record. */
export const RESERVED_METRICS =
  '.*:.*|(?:kube|container|kubelet|node|gateway|practicum|prometheus|alertmanager|scrape)_.*|ALERTS.*|up';

/**
 * Tenants' pods, for those that ask by annotation.
 *
 * Everything about a target that could lead elsewhere is taken from what the kubelet and the API server say, not
 * from what the tenant writes: address, namespace and pod. The tenant chooses a port and a path on that address, and
 * a pod is one target however many ports it has. Redirects are not followed: they would bring home another
 * tenant's metrics under this one's name.
 */
export function tenantsJob(scrape: MonitoringPlan['scrape']): ScrapeJob {
  return {
    job_name: 'tenants',
    scrape_interval: seconds(scrape.intervalSeconds),
    scrape_timeout: seconds(scrape.timeoutSeconds),
    kubernetes_sd_configs: [{ role: 'pod' }],
    // What a tenant writes in the place of a label of ours is kept as `exported_…`, and no time but ours counts.
    honor_labels: false,
    honor_timestamps: false,
    follow_redirects: false,
    enable_http2: false,
    sample_limit: scrape.samplesPerPod,
    body_size_limit: `${scrape.bodyBytes.bytes / 2 ** 20}MB`,
    label_limit: scrape.labelsPerSample,
    label_name_length_limit: scrape.labelNameLength,
    label_value_length_limit: scrape.labelValueLength,
    relabel_configs: [
      { action: 'drop', source_labels: ['__meta_kubernetes_namespace'], regex: SYSTEM_NAMESPACES },
      // By annotation, or by the label that Managed Service for Prometheus knows.
      {
        action: 'keep',
        source_labels: [annotation('scrape'), '__meta_kubernetes_pod_label_prometheus_io_scrape'],
        regex: 'true;.*|.*;true',
      },
      { action: 'keep', source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Running' },
      {
        action: 'replace',
        source_labels: ['__meta_kubernetes_pod_ip'],
        target_label: '__address__',
        replacement: `$1:${DEFAULT_METRICS_PORT}`,
      },
      {
        action: 'replace',
        source_labels: ['__meta_kubernetes_pod_ip', annotation('port')],
        regex: '([0-9.]+);([0-9]{1,5})',
        target_label: '__address__',
        replacement: '$1:$2',
      },
      {
        action: 'replace',
        source_labels: [annotation('path')],
        regex: '(/[A-Za-z0-9/_.-]*)',
        target_label: '__metrics_path__',
      },
      { action: 'replace', source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
      { action: 'replace', source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
    ],
    metric_relabel_configs: [{ action: 'drop', source_labels: ['__name__'], regex: RESERVED_METRICS }],
  };
}
