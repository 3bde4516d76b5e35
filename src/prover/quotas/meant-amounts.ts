import type { QuotaPlan } from '../../core/plan/quota-plan';

/** The most that an amount may be in a place with this quota, in the base unit. */
type Most = (quota: QuotaPlan) => number;

const cores: Most = ({ cpuLimit }) => cpuLimit.millis / 1000;
const memory: Most = ({ memoryLimit }) => memoryLimit.bytes;
const storage: Most = ({ storage }) => storage.bytes;
const disk: Most = ({ ephemeralStorage }) => ephemeralStorage.bytes;

/** Objects of a kind, far more than work needs and far fewer than would fill the cluster's store. */
const upTo =
  (count: number): Most =>
  () =>
    count;

/** Ports that one load balancer may have, each a node port. */
const PORTS = 5;
/** Finished pods that may lie about for each that runs. */
const PODS_KEPT = 10;

/** Every key that a ResourceQuota must bound: what is missing here one tenant can take from all others. */
export const MEANT_QUOTA: Readonly<Record<string, Most>> = {
  'requests.cpu': ({ cpu }) => cpu.millis / 1000,
  'limits.cpu': cores,
  'requests.memory': ({ memory: { bytes } }) => bytes,
  'limits.memory': memory,
  'requests.storage': storage,
  'requests.ephemeral-storage': disk,
  'limits.ephemeral-storage': disk,
  'requests.nvidia.com/gpu': ({ gpus }) => gpus,
  'requests.google.com/tpu': () => 0,
  persistentvolumeclaims: ({ volumes }) => volumes,
  pods: ({ pods }) => pods,
  'count/pods': ({ pods }) => pods * PODS_KEPT,
  services: ({ services }) => services,
  'services.loadbalancers': ({ loadBalancers }) => loadBalancers,
  'services.nodeports': ({ loadBalancers }) => loadBalancers * PORTS,
  'count/configmaps': upTo(100),
  'count/secrets': upTo(100),
  'count/serviceaccounts': upTo(50),
  'count/deployments.apps': upTo(50),
  'count/statefulsets.apps': upTo(50),
  'count/replicasets.apps': upTo(500),
  'count/jobs.batch': upTo(100),
  'count/cronjobs.batch': upTo(20),
  'count/horizontalpodautoscalers.autoscaling': upTo(20),
  'count/poddisruptionbudgets.policy': upTo(50),
  // Each is a load balancer of its own, which nothing else counts.
  'count/ingresses.networking.k8s.io': upTo(0),
  'count/httproutes.gateway.networking.k8s.io': upTo(50),
  'count/grpcroutes.gateway.networking.k8s.io': upTo(50),
  'count/healthcheckpolicies.networking.gke.io': upTo(50),
  'count/virtualservices.networking.istio.io': upTo(50),
  'count/destinationrules.networking.istio.io': upTo(50),
  'count/certificates.cert-manager.io': upTo(20),
};

/** One amount of a LimitRange. */
export interface MeantLimit {
  readonly type: 'Container' | 'Pod' | 'PersistentVolumeClaim';
  readonly field: 'default' | 'defaultRequest' | 'max' | 'min';
  readonly resource: 'cpu' | 'memory' | 'ephemeral-storage' | 'storage';
  readonly most: Most;
}

const amounts = (
  type: MeantLimit['type'],
  field: MeantLimit['field'],
  most: Partial<Record<MeantLimit['resource'], Most>>,
): readonly MeantLimit[] =>
  Object.entries(most).map(([resource, each]) => ({
    type,
    field,
    resource: resource as MeantLimit['resource'],
    most: each,
  }));

/** Every amount that a LimitRange must give: without defaults the quota would refuse most pods. */
export const MEANT_LIMITS: readonly MeantLimit[] = [
  ...amounts('Container', 'default', { cpu: cores, memory, 'ephemeral-storage': disk }),
  ...amounts('Container', 'defaultRequest', { cpu: cores, memory, 'ephemeral-storage': disk }),
  ...amounts('Container', 'max', { cpu: cores, memory }),
  ...amounts('Pod', 'max', { cpu: cores, memory }),
  ...amounts('PersistentVolumeClaim', 'max', { storage }),
  ...amounts('PersistentVolumeClaim', 'min', { storage }),
];
