import { once } from './pods';
import { KUBE_STATE, TENANT_NAMESPACES, WEB, amount, indented } from './promql';
import type { RuleGroup } from './rule';
import { group } from './rule';

/** Reasons for which a container waits on somebody, rather than on its turn. */
export const STUCK_REASONS = [
  'CrashLoopBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
] as const;

const POD = 'namespace, pod';
const phase = (name: string): string => once(POD, 'kube_pod_status_phase', `phase="${name}"`);
const quota = (type: string): string =>
  once('namespace, resourcequota, resource', 'kube_resourcequota', `type="${type}"`);

/** How tenants' objects are, by namespace. */
export const kubeStateRules = (): RuleGroup =>
  group('kube-state', [
    {
      record: 'namespace_resource:kube_resourcequota_used:ratio',
      // A hard 0 means that there shall be none: it is neither full nor empty.
      expr: `max by (namespace, resource) (\n  ${quota('used')}\n  /\n  (${quota('hard')} > 0)\n)`,
    },
    {
      record: 'namespace:kube_pod_container_restarts:increase1h',
      expr: `sum by (namespace) (\n  max by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{${KUBE_STATE}}[1h]))\n)`,
    },
    {
      record: 'namespace_reason:kube_pods_waiting:count',
      expr: `count by (namespace, reason) (\n  ${once(`${POD}, reason`, 'kube_pod_container_status_waiting_reason', `reason=~"${STUCK_REASONS.join('|')}"`)} > 0\n)`,
    },
    { record: 'namespace:kube_pods_pending:count', expr: `sum by (namespace) (${phase('Pending')})` },
    { record: 'namespace:kube_pods_running:count', expr: `sum by (namespace) (${phase('Running')})` },
    {
      record: 'namespace:kube_pods_unready:count',
      // A finished pod is not ready either, and shall not be.
      expr: `sum by (namespace) (\n  ${phase('Running')}\n  * on (${POD})\n  (1 - ${once(POD, 'kube_pod_status_ready', 'condition="true"')})\n)`,
    },
    {
      record: 'namespace:web_endpoints_ready:count',
      expr: [
        'count by (namespace) (',
        indented(`group by (namespace, ip) (kube_endpoint_address{${KUBE_STATE},${WEB},ready="true"})`),
        `) and on (namespace) ${TENANT_NAMESPACES}`,
        `or 0 * ${TENANT_NAMESPACES}`,
      ].join('\n'),
    },
  ]);

/** What scraping tenants' pods brings in. */
export const scrapeRules = (): RuleGroup => {
  // A pod may export a metric of the scrape's own name: the largest is never less than the true one.
  const byPod = (expr: string): string =>
    amount(`sum by (namespace) (\n  max by (namespace, pod, instance) (${expr})\n)`);
  return group('scrapes', [
    {
      record: 'namespace:scrape_samples:sum',
      expr: byPod('scrape_samples_post_metric_relabeling{job="tenants"}'),
    },
    {
      record: 'namespace:scrape_series_added:sum10m',
      expr: byPod('sum_over_time(scrape_series_added{job="tenants"}[10m])'),
    },
  ]);
};
