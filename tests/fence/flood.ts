import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import {
  claim,
  container,
  cronJob,
  deployment,
  job,
  object,
  pod,
  replicaSet,
  service,
  statefulSet,
} from './attacks/objects';
import { hostOf, type Place } from './cast';
import type { KubeRequest } from './fence-world';
import { inPlace } from './kube-path';

/** A kind that a quota counts: where its objects go, and one that costs next to nothing. */
interface Counted {
  readonly resource: string;
  readonly object: (place: Place) => KubernetesObject;
}

const MINUTE = {
  resources: {
    limits: { cpu: '10m', memory: '8Mi', 'ephemeral-storage': '1Mi' },
    requests: { cpu: '1m', memory: '1Mi', 'ephemeral-storage': '1Mi' },
  },
};
const GATEWAY = 'gateway.networking.k8s.io/v1';
const MESH = 'networking.istio.io/v1';
const parent = { name: 'labs', namespace: 'practicum-system' };

/** A workload that stands and starts nothing. */
const idle = (workload: KubernetesObject, spec: Record<string, number | boolean>): KubernetesObject => ({
  ...workload,
  spec: { ...(workload['spec'] as object), ...spec },
});

const route =
  (kind: string) =>
  (place: Place): KubernetesObject =>
    object(GATEWAY, kind, { spec: { hostnames: [hostOf(place)], parentRefs: [parent], rules: [] } });

/** Kinds by the key that a quota counts them under. */
const COUNTED: Readonly<Record<string, Counted>> = {
  'count/configmaps': { resource: 'configmaps', object: () => object('v1', 'ConfigMap') },
  'count/secrets': { resource: 'secrets', object: () => object('v1', 'Secret') },
  'count/serviceaccounts': { resource: 'serviceaccounts', object: () => object('v1', 'ServiceAccount') },
  pods: { resource: 'pods', object: () => pod({ containers: [container(MINUTE)] }) },
  persistentvolumeclaims: { resource: 'persistentvolumeclaims', object: () => claim() },
  services: { resource: 'services', object: () => service() },
  'count/deployments.apps': {
    resource: 'deployments',
    object: () => idle(deployment(), { replicas: 0, paused: true }),
  },
  'count/statefulsets.apps': { resource: 'statefulsets', object: () => idle(statefulSet(), { replicas: 0 }) },
  'count/replicasets.apps': { resource: 'replicasets', object: () => idle(replicaSet(), { replicas: 0 }) },
  'count/jobs.batch': { resource: 'jobs', object: () => idle(job(), { suspend: true }) },
  'count/cronjobs.batch': { resource: 'cronjobs', object: () => idle(cronJob(), { suspend: true }) },
  'count/horizontalpodautoscalers.autoscaling': {
    resource: 'horizontalpodautoscalers',
    object: () =>
      object('autoscaling/v2', 'HorizontalPodAutoscaler', {
        spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'none' } },
      }),
  },
  'count/poddisruptionbudgets.policy': {
    resource: 'poddisruptionbudgets',
    object: () =>
      object('policy/v1', 'PodDisruptionBudget', {
        spec: { minAvailable: 1, selector: { matchLabels: { app: 'none' } } },
      }),
  },
  'count/httproutes.gateway.networking.k8s.io': { resource: 'httproutes', object: route('HTTPRoute') },
  'count/grpcroutes.gateway.networking.k8s.io': { resource: 'grpcroutes', object: route('GRPCRoute') },
  'count/healthcheckpolicies.networking.gke.io': {
    resource: 'healthcheckpolicies',
    object: () =>
      object('networking.gke.io/v1', 'HealthCheckPolicy', {
        spec: { targetRef: { group: '', kind: 'Service', name: 'none' } },
      }),
  },
  'count/virtualservices.networking.istio.io': {
    resource: 'virtualservices',
    object: (place) => object(MESH, 'VirtualService', { spec: { hosts: [hostOf(place)] } }),
  },
  'count/destinationrules.networking.istio.io': {
    resource: 'destinationrules',
    object: () => object(MESH, 'DestinationRule', { spec: { host: 'web' } }),
  },
  'count/certificates.cert-manager.io': {
    resource: 'certificates',
    object: (place) =>
      object('cert-manager.io/v1', 'Certificate', {
        spec: { secretName: 'tls', issuerRef: { name: 'none' }, dnsNames: [hostOf(place)] },
      }),
  },
  'count/ingresses.networking.k8s.io': {
    resource: 'ingresses',
    object: (place) =>
      object('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{ host: hostOf(place) }] } }),
  },
};

/** Keys of a quota that floods are tried on. */
export const FLOODED: readonly string[] = Object.keys(COUNTED);

/** Makes one more object of what the quota counts under `key`. */
export function floodRequest(place: Place, key: string, name: string): KubeRequest {
  const { resource, object: made } = COUNTED[key]!;
  const body = made(place);
  return {
    method: 'POST',
    path: inPlace(place, resource, body.apiVersion),
    body: { ...body, metadata: { ...body.metadata, name } },
  };
}
