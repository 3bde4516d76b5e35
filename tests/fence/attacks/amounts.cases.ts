import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack, Guard, Refusal } from '../attack';
import { PLACES } from '../cast';
import { floodRequest } from '../flood';
import { inOwn } from '../kube-path';
import { requestOf } from './by-role';
import { claim, container, object, pod, podOf } from './objects';

const attempt =
  (guard: Guard, path: string) =>
  (title: string, body: KubernetesObject, because: Refusal['because'], status = 403): Attack => ({
    title,
    as: 'student',
    guard,
    request: requestOf('POST', path, body),
    refused: { status, because },
  });

const limitedPod = attempt('limits', inOwn('pods'));
const limitedClaim = attempt('limits', inOwn('persistentvolumeclaims'));
const countedPod = attempt('quota', inOwn('pods'));
const hugeMap = attempt('size-limits', inOwn('configmaps'));
const hugeSecret = attempt('size-limits', inOwn('secrets'));

const limits = (amounts: Attributes): Attributes => ({
  resources: { limits: amounts, requests: { cpu: '1m', memory: '1Mi' } },
});
const half = (name: string): Attributes => container({ name, ...limits({ memory: '3Gi', cpu: '10m' }) });
const MEBI = 1 << 20;

/** One object more than the quota has room for, in a place that is full. */
const flood = (title: string, counted: string): Attack => ({
  title,
  as: 'crowded',
  guard: 'quota',
  request: floodRequest(PLACES.crowded, counted, 'one-more'),
  refused: { status: 403, because: `exceeded quota: tenant, requested: ${counted}=1` },
});

/** More than a place may have: of a thing, of things, and in one thing. */
// One line per attack.
// prettier-ignore
export const AMOUNTS: readonly Attack[] = [
  limitedPod('A student takes all processors of a node for a container', podOf(limits({ cpu: '64' })), /maximum cpu usage per Container is \S+, but limit is 64/),
  limitedPod('A student takes all memory of a node for a container', podOf(limits({ memory: '256Gi' })), /maximum memory usage per Container is \S+, but limit is 256Gi/),
  limitedPod('A student takes too much for an init container', pod({ initContainers: [container({ name: 'first', ...limits({ memory: '256Gi' }) })] }), /maximum memory usage per Container is \S+, but limit is 256Gi/),
  limitedPod('A student splits too much among the containers of a pod', pod({ containers: ['a', 'b', 'c', 'd', 'e'].map(half) }), /maximum memory usage per Pod is \S+, but limit is/),
  limitedClaim('A student claims a disk that is too large', claim({}, '900Gi'), /maximum storage usage per PersistentVolumeClaim is \S+, but request is 900Gi/),
  limitedClaim('A student claims a disk so small that only its price counts', claim({}, '1Mi'), /minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 1Mi/),
  countedPod('A student takes a TPU', podOf({ resources: { limits: { 'google.com/tpu': '4' } } }), 'exceeded quota: tenant, requested: requests.google.com/tpu=4, used: requests.google.com/tpu=0, limited: requests.google.com/tpu=0'),
  countedPod('A student takes a GPU that the course does not have', podOf({ resources: { limits: { 'nvidia.com/gpu': '1' } } }), 'exceeded quota: tenant, requested: requests.nvidia.com/gpu=1, used: requests.nvidia.com/gpu=0, limited: requests.nvidia.com/gpu=0'),
  countedPod('A student fills the disk of a node', podOf(limits({ 'ephemeral-storage': '900Gi' })), /exceeded quota: tenant, requested: .*limits.ephemeral-storage=900Gi/),
  countedPod('A student reserves what others wait for', pod({ containers: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => container({ name, resources: { requests: { cpu: '250m' } } })) }), /exceeded quota: tenant, requested: .*requests.cpu=2/),

  flood('A student fills etcd with settings', 'count/configmaps'),
  flood('A student fills etcd with secrets', 'count/secrets'),
  flood('A student makes accounts without end', 'count/serviceaccounts'),
  flood('A student starts pods without end', 'pods'),
  flood('A student claims disks without end', 'persistentvolumeclaims'),
  flood('A student opens Services without end', 'services'),
  flood('A student makes deployments without end', 'count/deployments.apps'),
  flood('A student makes stateful sets without end', 'count/statefulsets.apps'),
  flood('A student makes replica sets without end', 'count/replicasets.apps'),
  flood('A student makes jobs without end', 'count/jobs.batch'),
  flood('A student makes cron jobs without end', 'count/cronjobs.batch'),
  flood('A student makes autoscalers without end', 'count/horizontalpodautoscalers.autoscaling'),
  flood('A student makes disruption budgets without end', 'count/poddisruptionbudgets.policy'),
  flood('A student makes routes without end', 'count/httproutes.gateway.networking.k8s.io'),
  flood('A student makes gRPC routes without end', 'count/grpcroutes.gateway.networking.k8s.io'),
  flood('A student makes health checks without end', 'count/healthcheckpolicies.networking.gke.io'),
  flood('A student makes routes of the mesh without end', 'count/virtualservices.networking.istio.io'),
  flood('A student makes rules of the mesh without end', 'count/destinationrules.networking.istio.io'),
  flood('A student asks for certificates without end', 'count/certificates.cert-manager.io'),
  flood('A student makes an Ingress, and so a load balancer of its own', 'count/ingresses.networking.k8s.io'),

  hugeMap('A student keeps a model in a ConfigMap', object('v1', 'ConfigMap', { data: { model: 'x'.repeat(MEBI + 1) } }), 'Too long: may not be more than 1048576 bytes', 422),
  hugeMap('A student sends a request of four megabytes', object('v1', 'ConfigMap', { data: { model: 'x'.repeat(4 * MEBI) } }), 'Request entity too large', 413),
  hugeMap('A student keeps a file in annotations', object('v1', 'ConfigMap', {}, { annotations: { file: 'x'.repeat(MEBI / 4) } }), 'metadata.annotations: Too long: may not be more than 262144 bytes', 422),
  hugeSecret('A student keeps a data set in a Secret', object('v1', 'Secret', { stringData: { rows: 'x'.repeat(MEBI + 1) } }), 'Too long: may not be more than 1048576 bytes', 422),
];
