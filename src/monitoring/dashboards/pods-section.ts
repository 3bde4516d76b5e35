import type { Section } from './board';
import { timeSeries } from './time-series';
import { UNIT } from './unit';

/** How a tenant's pods are. */
export const podsSection = (): Section => ({
  heading: 'Pods',
  lines: [
    {
      height: 8,
      panels: [
        timeSeries({
          title: 'Pods by state',
          description:
            'Pending: no room or no image yet. Unready: runs, and its probe fails. `kubectl describe pod` tells why.',
          unit: UNIT.count,
          queries: [
            { expr: 'namespace:kube_pods_running:count', legend: 'running' },
            { expr: 'namespace:kube_pods_pending:count', legend: 'pending' },
            { expr: 'namespace:kube_pods_unready:count', legend: 'running, unready' },
            {
              expr: 'sum(max by (pod) (kube_pod_status_phase{job="kube-state-metrics",phase="Failed"}))',
              legend: 'failed',
            },
          ],
        }),
        timeSeries({
          title: 'Why pods wait',
          description:
            'CrashLoopBackOff: it exits, read `kubectl logs --previous`. ImagePullBackOff: name or tag of the image is wrong.',
          unit: UNIT.count,
          queries: [{ expr: 'namespace_reason:kube_pods_waiting:count', legend: '{{reason}}' }],
          nothing: 'none waits',
        }),
        timeSeries({
          title: 'Restarts in the last hour',
          description:
            'Each is a crash, a failed liveness probe or memory over its limit. A healthy place has 0.',
          unit: UNIT.count,
          queries: [{ expr: 'namespace:kube_pod_container_restarts:increase1h', legend: 'restarts' }],
        }),
      ],
    },
  ],
});
