import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { inLab, namespace, refusalOf, sampleCluster } from './sample-cluster';

const GATEWAY = 'gateway.networking.k8s.io/v1';
const INVALID = '422 Invalid: HTTPRoute.gateway.networking.k8s.io "web" is invalid:';
const route = (spec: Attributes): KubernetesObject => inLab(GATEWAY, 'HTTPRoute', 'web', { spec });

async function refusal(object: KubernetesObject): Promise<string> {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  return refusalOf(api.apply(object));
}

test.each<[string, KubernetesObject, string]>([
  [
    'a hostname is one',
    route({ hostnames: ['Web.example.edu'] }),
    `${INVALID} spec.hostnames[0]: Invalid value: "Web.example.edu": spec.hostnames[0] in body should match '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'`,
  ],
  [
    'a route has 16 hostnames at most',
    route({ hostnames: Array.from({ length: 17 }, (_, index) => `h${index}.example.edu`) }),
    `${INVALID} spec.hostnames: Too many: 17: must have at most 16 items`,
  ],
  [
    'a parent has a name',
    route({ parentRefs: [{ kind: 'Gateway' }] }),
    `${INVALID} spec.parentRefs[0].name: Required value`,
  ],
  [
    'fields are spelt right',
    route({ rules: [{ backendRef: [] }] }),
    '400 BadRequest: HTTPRoute in version "v1" cannot be handled as a HTTPRoute: strict decoding error: unknown field "spec.rules[0].backendRef"',
  ],
  [
    'a Gateway has listeners',
    inLab(GATEWAY, 'Gateway', 'labs', { spec: { gatewayClassName: 'a', listeners: [] } }),
    '422 Invalid: Gateway.gateway.networking.k8s.io "labs" is invalid: spec.listeners: Invalid value: 0: spec.listeners in body should have at least 1 items',
  ],
  [
    'a policy is about something',
    inLab('networking.gke.io/v1', 'HealthCheckPolicy', 'web', { spec: {} }),
    '422 Invalid: HealthCheckPolicy.networking.gke.io "web" is invalid: spec.targetRef: Required value',
  ],
  [
    'a health check has a type that there is',
    inLab('networking.gke.io/v1', 'HealthCheckPolicy', 'web', {
      spec: { default: { config: { type: 'UDP' } }, targetRef: { group: '', kind: 'Service', name: 'web' } },
    }),
    '422 Invalid: HealthCheckPolicy.networking.gke.io "web" is invalid: spec.default.config.type: Unsupported value: "UDP": supported values: "TCP", "HTTP", "HTTPS", "HTTP2", "GRPC"',
  ],
])('Objects of the Gateway API are held to their definitions: %s', async (_, object, message) => {
  expect(await refusal(object)).toBe(message);
});
