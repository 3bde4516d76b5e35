import { ASKER, FORGER, VICTIM } from './cast';
import type { Sample } from './exposition';

/** A sample of the forger that says it is another's. */
export const forged = (name: string, labels: Readonly<Record<string, string>> = {}): Sample => ({
  name,
  labels: { note: `${FORGER.secret}-forged`, ...labels },
  value: 639999999,
});

/** Labels that would make a series another's if they were taken at their word. */
export const AS_OTHERS: readonly Readonly<Record<string, string>>[] = [VICTIM, ASKER].flatMap(
  ({ namespace, secret }) => [
    { namespace },
    { namespace, pod: `web-${secret}`, instance: '127.0.0.1:8000' },
    { namespace, job: 'kube-state-metrics' },
    { exported_namespace: namespace },
    { namespace, exported_namespace: namespace, exported_job: 'cadvisor' },
    { job: 'prometheus', __namespace__: namespace },
  ],
);

/** Names that only the cell's own programs and rules may write. */
export const RESERVED = [
  'kube_pod_status_phase',
  'kube_namespace_labels',
  'container_cpu_usage_seconds_total',
  'kubelet_volume_stats_used_bytes',
  'node_cpu_seconds_total',
  'gateway_requests_total',
  'namespace:http_requests:rate5m',
  'namespace:cost_usd_per_hour:sum',
  'cell:tenants:count',
  'pool:nodes:count',
  'ALERTS',
  'ALERTS_FOR_STATE',
  'up',
  'scrape_samples_scraped',
  'practicum_anything',
] as const;
