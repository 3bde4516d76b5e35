import type { Place } from './place';
import { has } from './place';
import type { Series } from './series';
import { steady, swinging } from './series';

const KUBE_STATE = { job: 'kube-state-metrics', instance: 'kube-state-metrics:8080' };
const GIB = 2 ** 30;

/** What a place may use, by resource. */
const QUOTA = {
  'requests.cpu': 2,
  'requests.memory': 4 * GIB,
  'limits.cpu': 6,
  'limits.memory': 8 * GIB,
  'requests.storage': 4 * GIB,
  pods: 12,
  'count/deployments.apps': 20,
  'count/ingresses.networking.k8s.io': 0,
};

/** What kube-state-metrics and the kubelet tell of a place's objects other than pods. */
export function objectSeries(place: Place): readonly Series[] {
  const { namespace } = place;
  const labels = { ...KUBE_STATE, namespace };
  const disk = { namespace, persistentvolumeclaim: 'redis-data' };
  const volume = { job: 'kubelet', instance: 'node-1', ...disk };
  const autoscaler = { ...labels, horizontalpodautoscaler: 'api' };
  const tenant = {
    label_practicum_dev_tenant: namespace,
    label_practicum_dev_cohort: 'w255-spring27',
    label_practicum_dev_kind: 'student',
  };
  return [
    steady('kube_namespace_labels', { ...labels, ...tenant }, 1),
    ...quotaOf(place),
    ...['api', 'redis'].flatMap((deployment) => [
      steady('kube_deployment_status_replicas', { ...labels, deployment }, 1),
      steady('kube_deployment_status_replicas_available', { ...labels, deployment }, 1),
      steady('kube_deployment_spec_replicas', { ...labels, deployment }, 1),
    ]),
    steady(
      'kube_endpoint_address',
      { ...labels, endpoint: 'web', ip: '10.8.0.7', port_number: '8000', ready: `${!has(place, 'unready')}` },
      1,
    ),
    steady('kube_horizontalpodautoscaler_status_current_replicas', autoscaler, 1),
    steady('kube_horizontalpodautoscaler_spec_max_replicas', autoscaler, 3),
    ...jobsOf(place),
    steady('kube_persistentvolumeclaim_resource_requests_storage_bytes', { ...KUBE_STATE, ...disk }, GIB),
    steady('kube_service_spec_type', { ...labels, service: 'web', type: 'ClusterIP' }, 1),
    ...(has(place, 'everything')
      ? [steady('kube_service_spec_type', { ...labels, service: 'open', type: 'LoadBalancer' }, 1)]
      : []),
    swinging('kubelet_volume_stats_used_bytes', volume, GIB / 3),
    steady('kubelet_volume_stats_capacity_bytes', volume, GIB),
  ];
}

function quotaOf(place: Place): readonly Series[] {
  const labels = { ...KUBE_STATE, namespace: place.namespace, resourcequota: 'tenant' };
  return Object.entries(QUOTA).flatMap(([resource, hard]) => {
    const share = resource === 'pods' && has(place, 'near quota') ? 0.97 : 0.5;
    return [
      steady('kube_resourcequota', { ...labels, resource, type: 'hard' }, hard),
      steady('kube_resourcequota', { ...labels, resource, type: 'used' }, hard * share),
    ];
  });
}

/** Its own load test runs, and the graders' is over. */
function jobsOf({ namespace }: Place): readonly Series[] {
  const [own, graded] = ['k6-own', 'grade-project'].map((name) => ({
    ...KUBE_STATE,
    namespace,
    job_name: name,
  }));
  return [
    steady('kube_job_status_active', own!, 1),
    steady('kube_job_status_succeeded', own!, 0),
    steady('kube_job_status_failed', own!, 0),
    steady('kube_job_status_active', graded!, 0),
    steady('kube_job_status_succeeded', graded!, 1),
    steady('kube_job_status_failed', graded!, 0),
  ];
}
