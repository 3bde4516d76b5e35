import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { configMap, inLab, namespace, refusalOf, sampleCluster } from './sample-cluster';

async function changed(before: KubernetesObject, after: KubernetesObject): Promise<string> {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  await api.apply(before);
  return refusalOf(api.apply(after));
}

const workload = (kind: string, label: string, spec: Attributes = {}): KubernetesObject =>
  inLab('apps/v1', kind, 'web', {
    spec: {
      selector: { matchLabels: { app: label } },
      template: { metadata: { labels: { app: label } }, spec: { containers: [{ name: 'web', image: 'a' }] } },
      ...spec,
    },
  });
const job = (image: string): KubernetesObject =>
  inLab('batch/v1', 'Job', 'once', {
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image }] } } },
  });
const service = (spec: Attributes): KubernetesObject =>
  inLab('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }], ...spec } });
const binding = (name: string): KubernetesObject =>
  inLab('rbac.authorization.k8s.io/v1', 'RoleBinding', 'tas', { roleRef: { kind: 'ClusterRole', name } });
const secret = (rest: Attributes): KubernetesObject => inLab('v1', 'Secret', 'key', rest);
const claim = (storage: string, mode = 'ReadWriteOnce'): KubernetesObject =>
  inLab('v1', 'PersistentVolumeClaim', 'data', {
    spec: { accessModes: [mode], resources: { requests: { storage } } },
  });
const wide = (apiVersion: string, kind: string, rest: Attributes): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x' },
  ...rest,
});
const priority = (rest: Attributes): KubernetesObject => wide('scheduling.k8s.io/v1', 'PriorityClass', rest);
const storage = (rest: Attributes): KubernetesObject =>
  wide('storage.k8s.io/v1', 'StorageClass', { provisioner: 'a', ...rest });

const FROZEN = 'Forbidden: field is immutable when `immutable` is set';

// Said by kube-apiserver 1.33.13 to the same changes, 2026-11, but for values that Go prints its own way.
test.each<[string, KubernetesObject, KubernetesObject, string]>([
  [
    'the selector of a Deployment',
    workload('Deployment', 'a'),
    workload('Deployment', 'b'),
    'Deployment.apps "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable',
  ],
  [
    'the selector of a DaemonSet',
    workload('DaemonSet', 'a'),
    workload('DaemonSet', 'b'),
    'DaemonSet.apps "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable',
  ],
  [
    'most of a StatefulSet',
    workload('StatefulSet', 'a', { serviceName: 'one' }),
    workload('StatefulSet', 'a', { serviceName: 'two' }),
    'StatefulSet.apps "web" is invalid: spec: Forbidden: updates to statefulset spec for fields other than ' +
      "'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', " +
      "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
  ],
  [
    'the template of a Job',
    job('a'),
    job('b'),
    'Job.batch "once" is invalid: spec.template: Invalid value: {"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"b"}]}}: field is immutable',
  ],
  [
    'the address of a Service',
    service({ clusterIP: '10.0.0.7' }),
    service({ clusterIP: '10.0.0.8' }),
    'Service "web" is invalid: spec.clusterIPs[0]: Invalid value: "10.0.0.8": may not change once set',
  ],
  [
    'the role of a RoleBinding',
    binding('a'),
    binding('b'),
    'RoleBinding.rbac.authorization.k8s.io "tas" is invalid: roleRef: Invalid value: {"kind":"ClusterRole","name":"b"}: cannot change roleRef',
  ],
  [
    'the type of a Secret',
    secret({ type: 'Opaque' }),
    secret({ type: 'a/b' }),
    'Secret "key" is invalid: type: Invalid value: "a/b": field is immutable',
  ],
  [
    'data of an immutable Secret',
    secret({ immutable: true, stringData: { a: '1' } }),
    secret({ immutable: true, stringData: { a: '2' } }),
    `Secret "key" is invalid: data: ${FROZEN}`,
  ],
  [
    'data of an immutable ConfigMap',
    configMap('a', { immutable: true, data: { a: '1' } }),
    configMap('a', { immutable: true, data: { a: '2' } }),
    `ConfigMap "a" is invalid: data: ${FROZEN}`,
  ],
  [
    'that a ConfigMap is immutable',
    configMap('a', { immutable: true, data: { a: '1' } }),
    configMap('a', { data: { a: '1' } }),
    `ConfigMap "a" is invalid: immutable: ${FROZEN}`,
  ],
  [
    'the value of a PriorityClass',
    priority({ value: 1 }),
    priority({ value: 2 }),
    'PriorityClass.scheduling.k8s.io "x" is invalid: value: Forbidden: may not be changed in an update.',
  ],
  [
    'the provisioner of a StorageClass',
    storage({}),
    storage({ provisioner: 'b' }),
    'StorageClass.storage.k8s.io "x" is invalid: provisioner: Forbidden: updates to provisioner are forbidden.',
  ],
  [
    'parameters of a StorageClass',
    storage({}),
    storage({ parameters: { a: 'b' } }),
    'StorageClass.storage.k8s.io "x" is invalid: parameters: Forbidden: updates to parameters are forbidden.',
  ],
  [
    'how a claim is mounted',
    claim('1Gi'),
    claim('1Gi', 'ReadWriteMany'),
    'PersistentVolumeClaim "data" is invalid: spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
  ],
  [
    'the size of a claim, to a smaller one',
    claim('2Gi'),
    claim('1500Mi'),
    'PersistentVolumeClaim "data" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity',
  ],
])('What cannot be changed: %s', async (_, before, after, message) => {
  expect(await changed(before, after)).toBe(`422 Invalid: ${message}`);
});

test.each<[string, KubernetesObject, KubernetesObject]>([
  ['replicas of a Deployment', workload('Deployment', 'a'), workload('Deployment', 'a', { replicas: 3 })],
  ['replicas of a StatefulSet', workload('StatefulSet', 'a'), workload('StatefulSet', 'a', { replicas: 3 })],
  ['the address of a Service, left out', service({ clusterIP: '10.0.0.7' }), service({})],
  [
    'subjects of a RoleBinding',
    binding('a'),
    { ...binding('a'), subjects: [{ kind: 'User', name: 'a@example.edu' }] },
  ],
  ['data of a ConfigMap', configMap('a', { data: { a: '1' } }), configMap('a', { data: { a: '2' } })],
  ['the size of a claim, to a larger one', claim('1500Mi'), claim('2Gi')],
])('What can be changed: %s', async (_, before, after) => {
  expect(await changed(before, after)).toBe('accepted');
});
