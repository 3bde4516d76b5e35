import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { refOf } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { BUILT_IN_KINDS } from '../../../src/rehearsal/kubernetes/api-kinds';
import { SCHEMAS, inLab, namespace, refusalOf, sampleCluster } from './sample-cluster';

const NOT_SERVED = '404 NotFound: the server could not find the requested resource';

const ROUTE = inLab('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', {
  spec: { hostnames: ['a.example.edu'] },
});

const DEFINITION: KubernetesObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'grades.labs.example.edu' },
  spec: {
    group: 'labs.example.edu',
    scope: 'Namespaced',
    names: { kind: 'Grade', plural: 'grades' },
    versions: [
      { name: 'v1alpha1', served: false, storage: false },
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              apiVersion: { type: 'string' },
              kind: { type: 'string' },
              metadata: { type: 'object' },
              spec: { type: 'object', properties: { points: { type: 'integer', maximum: 100 } } },
            },
          },
        },
      },
    ],
  },
};

const grade = (points: number): KubernetesObject =>
  inLab('labs.example.edu/v1', 'Grade', 'first', { spec: { points } });

test('A kind that nobody serves is refused', async () => {
  const { api } = sampleCluster();
  expect(await refusalOf(api.apply(inLab('v2', 'ConfigMap', 'a')))).toBe(NOT_SERVED);
  expect(await refusalOf(api.apply(inLab('extensions/v1beta1', 'Ingress', 'a')))).toBe(NOT_SERVED);
  expect(await api.findKind('apps/v1', 'Deploiment')).toBeUndefined();
});

test.each([
  ['Autopilot has it by itself', { enable_autopilot: true }, true],
  ['Standard has it with a channel', { gateway_api_config: [{ channel: 'CHANNEL_STANDARD' }] }, true],
  ['a channel can be switched off', { gateway_api_config: [{ channel: 'CHANNEL_DISABLED' }] }, false],
  ['Standard has none by itself', {}, false],
])('The Gateway API is served as the cluster is configured: %s', async (_, data, isServed) => {
  const { api } = sampleCluster(data);
  await api.apply(namespace('lab'));
  expect(await refusalOf(api.apply(ROUTE))).toBe(isServed ? 'accepted' : NOT_SERVED);
  const policy = await api.findKind('networking.gke.io/v1', 'HealthCheckPolicy');
  expect(policy !== undefined).toBe(isServed);
});

test('A custom resource is refused before its definition, and held to it after', async () => {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  expect(await refusalOf(api.apply(grade(90)))).toBe(NOT_SERVED);
  await api.apply(DEFINITION);
  expect(await refusalOf(api.apply(grade(101)))).toBe(
    '422 Invalid: Grade.labs.example.edu "first" is invalid: spec.points: Invalid value: 101: ' +
      'spec.points in body should be less than or equal to 100',
  );
  expect(await refusalOf(api.apply(grade(90)))).toBe('accepted');
  expect(await api.findKind('labs.example.edu/v1alpha1', 'Grade')).toBeUndefined();
});

test('A definition takes all objects of its kind with it', async () => {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  await api.apply(DEFINITION);
  await api.apply(grade(90));
  await api.delete(refOf(DEFINITION));
  expect(await api.list('lab')).toEqual([]);
  expect(await api.findKind('labs.example.edu/v1', 'Grade')).toBeUndefined();
});

test('The fields of every kind of Kubernetes are known', () => {
  const unknown = BUILT_IN_KINDS.filter(
    (kind) => SCHEMAS.schemaOf(kind)?.properties?.['metadata'] === undefined,
  );
  expect(unknown).toEqual([]);
});

test('Plurals are as the API writes them', () => {
  const plurals = new Map(BUILT_IN_KINDS.map(({ kind, plural }) => [kind, plural]));
  expect(plurals.get('NetworkPolicy')).toBe('networkpolicies');
  expect(plurals.get('Ingress')).toBe('ingresses');
  expect(plurals.get('Endpoints')).toBe('endpoints');
  expect(plurals.get('ValidatingAdmissionPolicyBinding')).toBe('validatingadmissionpolicybindings');
});
