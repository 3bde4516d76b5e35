/** What is scraped and may be asked for; beside these there is only what rules record. */
export const SCRAPED: readonly string[] = [
  'ALERTS',
  'container_cpu_cfs_periods_total',
  'container_cpu_cfs_throttled_periods_total',
  'container_cpu_usage_seconds_total',
  'http_request_duration_seconds_bucket',
  'http_request_duration_seconds_sum',
  'http_requests_total',
  'kube_deployment_status_replicas_available',
  'kube_horizontalpodautoscaler_spec_max_replicas',
  'kube_horizontalpodautoscaler_status_current_replicas',
  'kube_job_status_active',
  'kube_job_status_failed',
  'kube_job_status_succeeded',
  'kube_pod_status_phase',
  'kube_pod_status_unschedulable',
  'kube_resourcequota',
  'kubelet_volume_stats_capacity_bytes',
  'kubelet_volume_stats_used_bytes',
  'process_resident_memory_bytes',
  'redis_commands_processed_total',
  'redis_connected_clients',
  'redis_evicted_keys_total',
  'redis_keyspace_hits_total',
  'redis_keyspace_misses_total',
  'redis_memory_max_bytes',
  'redis_memory_used_bytes',
  'redis_up',
  'scrape_samples_post_metric_relabeling',
  'up',
];

const STRINGS = /"[^"]*"/g;
const LABEL_LISTS = /\b(?:by|on) \([^)]*\)/g;
const SELECTED_LABELS = /\{[^}]*\}/g;
const RANGES = /\[[^\]]*\]/g;
const WORDS = /[a-zA-Z_][a-zA-Z0-9_:]*(?!\s*\()(?![a-zA-Z0-9_:])/g;
const OPERATORS = new Set(['and', 'or', 'unless', 'bool', 'by', 'on', 'Inf']);

/** Names of metrics in PromQL: words that are neither functions, nor labels, nor operators, nor the number without end. */
export function metricsIn(query: string): readonly string[] {
  const bare = [STRINGS, LABEL_LISTS, SELECTED_LABELS, RANGES].reduce(
    (text, pattern) => text.replace(pattern, ' '),
    query,
  );
  return [...bare.matchAll(WORDS)].map(([word]) => word).filter((word) => !OPERATORS.has(word));
}
