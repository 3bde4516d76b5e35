import type { ScrapeJob } from './scrape-job';

/** Namespaces in which staff run the gateways of a mesh. */
const GATEWAY_NAMESPACES = 'istio-ingress|istio-system';

/** Istio's names, and ours. */
const RENAMED = [
  ['istio_requests_total', 'gateway_requests_total'],
  ['istio_request_duration_milliseconds_(.*)', 'gateway_request_latency_milliseconds_$1'],
] as const;

/**
 * Requests by host at the gateways of a mesh, where a course has one. A gateway's pods are the staff's, and the namespace
 * that a request went to is what its configuration says: that namespace's metrics these are. The one host that leads there
 * is the namespace's name below `domain`; what callers write for a host is nowhere in a label.
 * GKE's own Gateway is a load balancer outside the cluster: what it counts is another job.
 */
export function gatewayJob(domain: string): ScrapeJob {
  return {
    job_name: 'gateway',
    kubernetes_sd_configs: [{ role: 'pod' }],
    follow_redirects: false,
    relabel_configs: [
      { action: 'keep', source_labels: ['__meta_kubernetes_namespace'], regex: GATEWAY_NAMESPACES },
      {
        action: 'keep',
        source_labels: ['__meta_kubernetes_pod_annotation_prometheus_io_scrape'],
        regex: 'true',
      },
      {
        action: 'replace',
        source_labels: ['__meta_kubernetes_pod_ip', '__meta_kubernetes_pod_annotation_prometheus_io_port'],
        regex: '([0-9.]+);([0-9]{1,5})',
        target_label: '__address__',
        replacement: '$1:$2',
      },
      {
        action: 'replace',
        source_labels: ['__meta_kubernetes_pod_annotation_prometheus_io_path'],
        regex: '(/.*)',
        target_label: '__metrics_path__',
      },
    ],
    metric_relabel_configs: [
      {
        action: 'keep',
        source_labels: ['__name__', 'destination_service_namespace'],
        regex: `(?:${RENAMED.map(([name]) => name.replace('(.*)', '.*')).join('|')});.+`,
      },
      { action: 'replace', source_labels: ['destination_service_namespace'], target_label: 'namespace' },
      {
        action: 'replace',
        source_labels: ['destination_service_namespace'],
        regex: '(.+)',
        target_label: 'host',
        replacement: `$1.${domain}`,
      },
      { action: 'replace', source_labels: ['destination_service_name'], target_label: 'service' },
      // 503 → 500: the classes that Google's load balancers tell as well.
      {
        action: 'replace',
        source_labels: ['response_code'],
        regex: '([1-5])[0-9]{2}',
        target_label: 'response_code_class',
        replacement: '${1}00',
      },
      ...RENAMED.map(([regex, replacement]) => ({
        action: 'replace',
        source_labels: ['__name__'],
        regex,
        target_label: '__name__',
        replacement,
      })),
      { action: 'labelkeep', regex: '__name__|job|instance|namespace|host|service|response_code_class|le' },
    ],
  };
}
