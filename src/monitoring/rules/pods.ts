import { KUBE_STATE } from './promql';

/**
 * Largest value of a metric of kube-state-metrics by `labels`: while one of its pods replaces another, both tell of the
 * same objects.
 */
export const once = (labels: string, metric: string, ...matchers: readonly string[]): string =>
  `max by (${labels}) (${metric}{${[KUBE_STATE, ...matchers].join(',')}})`;

/** Pods that hold what they ask for: a finished pod holds nothing, and one that found no node holds nothing yet. */
const HOLDING = `(${once('namespace, pod', 'kube_pod_status_phase', 'phase=~"Pending|Running"')} > 0)`;
const HOMELESS = `(${once('namespace, pod', 'kube_pod_status_unschedulable')} > 0)`;

/** What containers of pods on nodes ask for, by namespace, pod and container: cores of `cpu`, bytes of `memory`. */
export const heldRequests = (resource: 'cpu' | 'memory'): string =>
  [
    once('namespace, pod, container', 'kube_pod_container_resource_requests', `resource="${resource}"`),
    `  and on (namespace, pod) ${HOLDING}`,
    `  unless on (namespace, pod) ${HOMELESS}`,
  ].join('\n');
