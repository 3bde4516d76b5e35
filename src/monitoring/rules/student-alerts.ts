import { TENANT_NAMESPACES, indented, recorded } from './promql';
import type { AlertRule, RuleGroup, Severity } from './rule';
import { group } from './rule';

/** What of a quota keeps pods from being made when it is used up; volumes and Services are used up by design. */
const MAKES_PODS = 'resource=~"(requests|limits)[.](cpu|memory|ephemeral-storage)|pods|count/.+"';

const QUOTA_FULL = 0.95;
const DISK_FULL = 0.9;

/** An alert to those who work in the place; the cluster's own namespaces are nobody's place. */
const alert = (
  name: string,
  severity: Severity,
  lasting: string,
  expr: string,
  annotations: AlertRule['annotations'],
): AlertRule => ({
  alert: name,
  expr: `(\n${indented(expr)}\n) and on (namespace) ${TENANT_NAMESPACES}`,
  for: lasting,
  labels: { severity, audience: 'student' },
  annotations,
});

/** A container that waits runs now and then for a moment: five minutes are looked back upon. */
const waiting = (...reasons: readonly string[]): string =>
  `max by (namespace) (\n  max_over_time(${recorded('namespace_reason:kube_pods_waiting:count', `reason=~"${reasons.join('|')}"`)}[5m])\n) > 0`;

/** What those who work in a place can mend themselves. One alert for each place, however many pods it is about. */
export const studentAlerts = (): RuleGroup =>
  group('alerts-to-students', [
    alert('PlaceCrashLooping', 'critical', '10m', waiting('CrashLoopBackOff'), {
      summary: 'Containers in {{ $labels.namespace }} start and stop again and again',
      description:
        'Kubernetes waits longer before each new try. Find the pod with "kubectl get pods", then read why its last try ended with "kubectl logs POD --previous" and "kubectl describe pod POD". "OOMKilled" means that it needs a higher memory limit.',
    }),
    alert(
      'PlaceImagePullFailing',
      'critical',
      '10m',
      waiting('ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'),
      {
        summary: 'An image for {{ $labels.namespace }} cannot be pulled',
        description:
          'A container waits for its image. "kubectl describe pod POD" tells which image and why. Compare its name and tag letter by letter with what you pushed to your registry; images from elsewhere must be on the list of allowed ones.',
      },
    ),
    alert(
      'PlaceOutOfQuota',
      'warning',
      '15m',
      `max by (namespace, resource) (${recorded('namespace_resource:kube_resourcequota_used:ratio', MAKES_PODS)}) >= ${QUOTA_FULL}`,
      {
        summary: '{{ $labels.namespace }} has used up its quota of {{ $labels.resource }}',
        description:
          '{{ $value | humanizePercentage }} of it are used. New pods are refused, also those of a new version beside the old one. "kubectl describe quota" shows what is used: delete what you do not need, ask for less in "resources", or scale down.',
      },
    ),
    alert(
      'PlaceProbeFailing',
      'warning',
      '15m',
      `max by (namespace) (${recorded('namespace:kube_pods_unready:count')}) > 0`,
      {
        summary: 'Pods in {{ $labels.namespace }} run but are not ready',
        description:
          '{{ $value }} pods get no requests, because their readiness probe fails. "kubectl describe pod POD" shows the answer to the probe under Events. Check its path and port, and that what the pod needs to start, such as Redis, is there.',
      },
    ),
    alert('PlaceDiskFull', 'warning', '10m', diskUse(), {
      summary: 'The volume {{ $labels.persistentvolumeclaim }} in {{ $labels.namespace }} is nearly full',
      description:
        '{{ $value | humanizePercentage }} of it are used. When it is full, what writes to it fails. Delete files on it from within a pod that mounts it.',
    }),
  ]);

function diskUse(): string {
  const of = (metric: string): string =>
    `max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_${metric}_bytes{job="kubelet"})`;
  return `${of('used')} / (${of('capacity')} > 0) > ${DISK_FULL}`;
}
