import type { KubernetesObject } from '../../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../../src/rehearsal/values/value';
import { configMap, inLab, namespace } from '../../../rehearsal/kubernetes/sample-cluster';

const CONTAINER = { name: 'web', image: 'example.edu/web:1' };

const workload = (
  kind: string,
  name: string,
  containers: readonly Attributes[],
  spec: Attributes = {},
): KubernetesObject =>
  inLab('apps/v1', kind, name, {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers } },
      ...spec,
    },
  });
const service = (name: string, spec: Attributes): KubernetesObject => inLab('v1', 'Service', name, { spec });
const claim = (name: string, spec: Attributes): KubernetesObject =>
  inLab('v1', 'PersistentVolumeClaim', name, { spec });
const wide = (apiVersion: string, kind: string, name: string, rest: Attributes): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name },
  ...rest,
});
const route = (spec: Attributes): KubernetesObject =>
  inLab('gateway.networking.k8s.io/v1', 'HTTPRoute', 'compared', { spec });
const LONG = 'a'.repeat(64);

/** Objects that are refused, and why. */
export const REFUSED: readonly (readonly [string, KubernetesObject])[] = [
  ['a namespace that is not there', configMap('a', {}, { namespace: 'nowhere' })],
  ['a name in capitals', configMap('A_b')],
  ['a name of 254 characters', configMap('a'.repeat(254))],
  ['a namespace with a dot', namespace('a.b')],
  ['a namespace of 64 characters', namespace(LONG)],
  ['a Service that begins with a digit', service('1web', { ports: [{ port: 80 }] })],
  ['a label that begins with a hyphen', configMap('b', {}, { labels: { a: '-x' } })],
  ['a label that is too long', configMap('b', {}, { labels: { a: LONG } })],
  ['a key with a space', configMap('b', {}, { labels: { 'a b': '' } })],
  ['a key without its prefix', configMap('b', {}, { labels: { '/a': '' } })],
  ['a key with two slashes', configMap('b', {}, { labels: { 'a/b/c': '' } })],
  ['a prefix in capitals', configMap('b', {}, { labels: { 'A/b': '' } })],
  ['a key of an annotation', configMap('b', {}, { annotations: { 'A B': '' } })],
  ['annotations of 256 KiB', configMap('b', {}, { annotations: { a: 'x'.repeat(262_144) } })],
  ['a finalizer of nobody', configMap('b', {}, { finalizers: ['keep'] })],
  ['several faults', configMap('A', {}, { labels: { a: '-x' } })],
  ['a key of data', configMap('b', { data: { 'a b': '' } })],
  ['a container without an image', workload('Deployment', 'web', [{ name: 'web' }])],
  ['a container without a name', workload('Deployment', 'web', [{ image: 'a' }])],
  ['a Deployment without containers', workload('Deployment', 'web', [])],
  ['a DaemonSet without an image', workload('DaemonSet', 'web', [{ name: 'web' }])],
  [
    'a Job that does not say what follows',
    inLab('batch/v1', 'Job', 'once', { spec: { template: { spec: { containers: [CONTAINER] } } } }),
  ],
  ['a Service without ports', service('web', { selector: { a: 'b' } })],
  ['ports without names', service('web', { ports: [{ port: 80 }, { port: 81 }] })],
  [
    'a binding without a role',
    inLab('rbac.authorization.k8s.io/v1', 'RoleBinding', 'tas', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: '' },
    }),
  ],
  [
    'a binding of a wide role to a narrow one',
    wide('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'tas', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
    }),
  ],
  ['a claim of no size', claim('data', { accessModes: ['ReadWriteOnce'] })],
  ['a claim that nobody may mount', claim('data', { resources: { requests: { storage: '1Gi' } } })],
  ['a StorageClass of nobody', wide('storage.k8s.io/v1', 'StorageClass', 'fast', {})],
  ['a hostname in capitals', route({ hostnames: ['Web.example.edu'] })],
  ['17 hostnames', route({ hostnames: Array.from({ length: 17 }, (_, index) => `h${index}.example.edu`) })],
  ['a parent without a name', route({ parentRefs: [{ kind: 'Gateway' }] })],
  ['a port beyond all ports', route({ rules: [{ backendRefs: [{ name: 'web', port: 70_000 }] }] })],
  ['a filter that there is not', route({ rules: [{ filters: [{ type: 'Mirror' }] }] })],
  [
    'a Gateway without listeners',
    inLab('gateway.networking.k8s.io/v1', 'Gateway', 'labs', {
      spec: { gatewayClassName: 'a', listeners: [] },
    }),
  ],
  ['a policy about nothing', inLab('networking.gke.io/v1', 'HealthCheckPolicy', 'web', { spec: {} })],
];

const FROZEN = { immutable: true, data: { a: '1' } };

/** Changes that are refused: before, after. */
export const CHANGES: readonly (readonly [string, KubernetesObject, KubernetesObject])[] = [
  [
    'data of an immutable ConfigMap',
    configMap('frozen', FROZEN),
    configMap('frozen', { ...FROZEN, data: { a: '2' } }),
  ],
  [
    'that a ConfigMap is immutable',
    configMap('frozen-2', FROZEN),
    configMap('frozen-2', { data: { a: '1' } }),
  ],
  [
    'the type of a Secret',
    inLab('v1', 'Secret', 'key', { type: 'Opaque' }),
    inLab('v1', 'Secret', 'key', { type: 'a/b' }),
  ],
  [
    'text of an immutable Secret',
    inLab('v1', 'Secret', 'frozen', { immutable: true, stringData: { a: '1' } }),
    inLab('v1', 'Secret', 'frozen', { immutable: true, stringData: { a: '2' } }),
  ],
  [
    'the value of a PriorityClass',
    wide('scheduling.k8s.io/v1', 'PriorityClass', 'p', { value: 1 }),
    wide('scheduling.k8s.io/v1', 'PriorityClass', 'p', { value: 2 }),
  ],
  [
    'how a PriorityClass pushes',
    wide('scheduling.k8s.io/v1', 'PriorityClass', 'q', { value: 1, preemptionPolicy: 'Never' }),
    wide('scheduling.k8s.io/v1', 'PriorityClass', 'q', {
      value: 1,
      preemptionPolicy: 'PreemptLowerPriority',
    }),
  ],
  [
    'the provisioner of a StorageClass',
    wide('storage.k8s.io/v1', 'StorageClass', 'a', { provisioner: 'a' }),
    wide('storage.k8s.io/v1', 'StorageClass', 'a', { provisioner: 'b' }),
  ],
  [
    'parameters of a StorageClass',
    wide('storage.k8s.io/v1', 'StorageClass', 'b', { provisioner: 'a' }),
    wide('storage.k8s.io/v1', 'StorageClass', 'b', { provisioner: 'a', parameters: { a: 'b' } }),
  ],
  [
    'most of a StatefulSet',
    workload('StatefulSet', 'store', [CONTAINER], { serviceName: 'one' }),
    workload('StatefulSet', 'store', [CONTAINER], { serviceName: 'two' }),
  ],
];
