import type { Place } from './place';
import { has } from './place';
import type { Labels, Series } from './series';
import { counter, steady, swinging } from './series';

const KUBE_STATE = { job: 'kube-state-metrics', instance: 'kube-state-metrics:8080' };
const PHASES = ['Failed', 'Pending', 'Running', 'Succeeded', 'Unknown'];

interface Pod {
  readonly name: string;
  readonly container: string;
  readonly phase: 'Pending' | 'Running' | 'Failed';
  readonly ready: boolean;
  /** Why its container waits. */
  readonly waits?: string;
  /** Cores that it uses. */
  readonly cpu: number;
}

const running = { phase: 'Running', ready: true } as const;

function podsOf(place: Place): readonly Pod[] {
  return [
    { name: 'api-6c5d9f7b84-2xk8p', container: 'api', cpu: 0.4, ...running, ready: !has(place, 'unready') },
    { name: 'redis-0', container: 'redis', cpu: 0.05, ...running },
    { name: 'grafana-0', container: 'grafana', cpu: 0.03, ...running },
    { name: 'k6-own-7zq4c', container: 'k6', cpu: 0.2, ...running },
    ...(has(place, 'crash loop')
      ? [
          {
            name: 'trainer-1',
            container: 'trainer',
            cpu: 0.01,
            ...running,
            ready: false,
            waits: 'CrashLoopBackOff',
          },
        ]
      : []),
    ...(has(place, 'image pull') ? [{ ...pending('batch-1'), waits: 'ImagePullBackOff' }] : []),
    ...(has(place, 'everything') ? [{ ...pending('config-1'), waits: 'CreateContainerConfigError' }] : []),
    ...(has(place, 'pending') ? [pending('large-1')] : []),
  ];
}

const pending = (name: string): Pod => ({ name, container: 'main', phase: 'Pending', ready: false, cpu: 0 });

/** What kube-state-metrics and cAdvisor tell of a place's pods. */
export function podSeries(place: Place): readonly Series[] {
  return podsOf(place).flatMap((pod) => [...stateOf(place, pod), ...usageOf(place, pod)]);
}

function stateOf({ namespace }: Place, pod: Pod): readonly Series[] {
  const labels = { ...KUBE_STATE, namespace, pod: pod.name };
  const container = { ...labels, container: pod.container };
  const isLooping = pod.waits === 'CrashLoopBackOff';
  const requests: readonly Labels[] = [
    { resource: 'cpu', unit: 'core' },
    { resource: 'memory', unit: 'byte' },
  ];
  return [
    ...PHASES.map((phase) =>
      steady('kube_pod_status_phase', { ...labels, phase }, Number(phase === pod.phase)),
    ),
    ...[true, false].map((ready) =>
      steady('kube_pod_status_ready', { ...labels, condition: `${ready}` }, Number(ready === pod.ready)),
    ),
    ...(pod.name === 'large-1' ? [steady('kube_pod_status_unschedulable', labels, 1)] : []),
    ...(pod.waits === undefined
      ? []
      : [steady('kube_pod_container_status_waiting_reason', { ...container, reason: pod.waits }, 1)]),
    counter('kube_pod_container_status_restarts_total', container, isLooping ? 1 / 300 : 0),
    ...requests.map((request) =>
      steady(
        'kube_pod_container_resource_requests',
        { ...container, ...request },
        request['resource'] === 'cpu' ? 0.25 : 268_435_456,
      ),
    ),
  ];
}

function usageOf({ namespace }: Place, pod: Pod): readonly Series[] {
  if (pod.phase !== 'Running') return [];
  const labels = { job: 'cadvisor', instance: 'node-1', namespace, pod: pod.name, container: pod.container };
  return [
    counter('container_cpu_usage_seconds_total', labels, pod.cpu),
    swinging('container_memory_working_set_bytes', labels, 200_000_000),
    counter('container_cpu_cfs_periods_total', labels, 10),
    counter('container_cpu_cfs_throttled_periods_total', labels, pod.cpu),
  ];
}
