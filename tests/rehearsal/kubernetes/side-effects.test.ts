import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { namespaceRef, refOf } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { sideEffectsOf } from '../../../src/rehearsal/kubernetes/side-effects';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { inLab, namespace, sampleCluster } from './sample-cluster';

const service = (spec: Attributes, metadata: Attributes = {}): KubernetesObject =>
  inLab('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }], ...spec } }, metadata);
const gateway = (...listeners: readonly string[]): KubernetesObject =>
  inLab('gateway.networking.k8s.io/v1', 'Gateway', 'labs', {
    spec: {
      gatewayClassName: 'gke-l7-global-external-managed',
      listeners: listeners.map((name) => ({ name, port: 80, protocol: 'HTTP' })),
      addresses: [{ type: 'NamedAddress', value: 'labs-gateway' }],
    },
  });
const route = (...services: readonly string[]): KubernetesObject =>
  inLab('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', {
    spec: { rules: [{ backendRefs: services.map((name) => ({ name, port: 80 })) }] },
  });
const CLAIM = inLab('v1', 'PersistentVolumeClaim', 'data', {
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});
const NEG = { annotations: { 'cloud.google.com/neg': '{"exposed_ports": {"80": {}}}' } };

const kinds = (object: KubernetesObject): readonly string[] => sideEffectsOf(object).map(({ kind }) => kind);

test.each<[string, KubernetesObject, readonly string[]]>([
  [
    'a load balancer has a forwarding rule and a firewall rule',
    service({ type: 'LoadBalancer' }),
    ['forwarding rule', 'firewall rule'],
  ],
  ['a Service inside has nothing', service({ type: 'ClusterIP' }), []],
  ['a Service that asks for one has an endpoint group', service({}, NEG), ['network endpoint group']],
  [
    'a Gateway has a forwarding rule for each listener',
    gateway('http', 'https'),
    ['forwarding rule', 'forwarding rule'],
  ],
  [
    'a route has an endpoint group for each Service',
    route('web', 'api', 'web'),
    ['network endpoint group', 'network endpoint group'],
  ],
  ['a claim has a disk', CLAIM, ['disk']],
  ['an Ingress has a forwarding rule', inLab('networking.k8s.io/v1', 'Ingress', 'web'), ['forwarding rule']],
  ['a Gateway of somebody else has nothing', inLab('networking.istio.io/v1', 'Gateway', 'labs'), []],
])('What GKE makes for an object: %s', (_, object, expected) => {
  expect(kinds(object)).toEqual(expected);
});

test('A side effect says why it is there, and has a name that Compute Engine allows', () => {
  const [rule] = sideEffectsOf(gateway('http'));
  expect(rule).toEqual({
    kind: 'forwarding rule',
    name: expect.stringMatching(/^gkegw1-lab-labs-http-[0-9a-f]{8}$/),
    why: 'Gateway "labs" in namespace "lab"',
    reservedAddress: 'labs-gateway',
  });
  const long = sideEffectsOf({ ...CLAIM, metadata: { name: 'a.'.repeat(60), namespace: 'lab' } })[0]!;
  expect(long.name).toMatch(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])$/);
});

test('Objects of one name in two namespaces have side effects of two names', () => {
  const elsewhere: KubernetesObject = { ...CLAIM, metadata: { name: 'data', namespace: 'other' } };
  expect(sideEffectsOf(elsewhere)[0]!.name).not.toBe(sideEffectsOf(CLAIM)[0]!.name);
});

test('Side effects come and go with their objects', async () => {
  const { api, effects } = sampleCluster();
  const standing = (): readonly string[] => [...effects.values()].map(({ why }) => why).sort();
  await api.apply(namespace('lab'));
  await api.apply(service({ type: 'LoadBalancer' }));
  await api.apply(CLAIM);
  expect(standing()).toEqual([
    'PersistentVolumeClaim "data" in namespace "lab"',
    'Service "web" in namespace "lab"',
    'Service "web" in namespace "lab"',
  ]);
  await api.apply(service({ type: 'ClusterIP' }));
  expect(standing()).toEqual(['PersistentVolumeClaim "data" in namespace "lab"']);
  await api.apply(route('web', 'api'));
  await api.apply(route('api'));
  expect(standing()).toEqual([
    'HTTPRoute "web" in namespace "lab"',
    'PersistentVolumeClaim "data" in namespace "lab"',
  ]);
  await api.delete(namespaceRef('lab'));
  expect(standing()).toEqual([]);
});

test('A side effect stays as long as a finalizer holds its object', async () => {
  const { api, effects } = sampleCluster();
  await api.apply(namespace('lab'));
  await api.apply({ ...CLAIM, metadata: { ...CLAIM.metadata, finalizers: ['example.edu/keep'] } });
  await api.delete(refOf(CLAIM));
  expect(effects.size).toBe(1);
  await api.apply(CLAIM);
  expect(effects.size).toBe(0);
});
