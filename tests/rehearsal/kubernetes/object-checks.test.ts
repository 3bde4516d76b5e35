import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { configMap, inLab, namespace, refusalOf, sampleCluster } from './sample-cluster';

async function refusal(object: KubernetesObject): Promise<string> {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  return refusalOf(api.apply(object));
}

const deployment = (container: Attributes, spec: Attributes = {}): KubernetesObject =>
  inLab('apps/v1', 'Deployment', 'web', {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container] } },
      ...spec,
    },
  });
const CONTAINER = { name: 'web', image: 'example.edu/web:1' };
const INVALID = '422 Invalid: Deployment.apps "web" is invalid:';

const service = (spec: Attributes): KubernetesObject => inLab('v1', 'Service', 'web', { spec });
const binding = (roleRef: Attributes): KubernetesObject =>
  inLab('rbac.authorization.k8s.io/v1', 'RoleBinding', 'tas', { roleRef });
const claim = (spec: Attributes): KubernetesObject => inLab('v1', 'PersistentVolumeClaim', 'data', { spec });
const job = (spec: Attributes): KubernetesObject =>
  inLab('batch/v1', 'Job', 'once', { spec: { template: { spec: { containers: [CONTAINER], ...spec } } } });

// Each was said by kube-apiserver 1.33.13 to the same object, 2026-11, but for values that Go prints its own way.
test.each<[string, KubernetesObject, string]>([
  [
    'a container needs an image',
    deployment({ name: 'web' }),
    `${INVALID} spec.template.spec.containers[0].image: Required value`,
  ],
  [
    'a container needs a name',
    deployment({ image: 'a' }),
    `${INVALID} spec.template.spec.containers[0].name: Required value`,
  ],
  [
    'a pod needs containers',
    deployment(CONTAINER, { template: { metadata: { labels: { app: 'web' } } } }),
    `${INVALID} spec.template.spec.containers: Required value`,
  ],
  [
    'two containers have two names',
    deployment(CONTAINER, {
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [CONTAINER, CONTAINER] } },
    }),
    `${INVALID} spec.template.spec.containers[1].name: Duplicate value: "web"`,
  ],
  [
    'a selector matches its template',
    deployment(CONTAINER, { selector: { matchLabels: { app: 'other' } } }),
    `${INVALID} spec.template.metadata.labels: Invalid value: {"app":"web"}: \`selector\` does not match template \`labels\``,
  ],
  [
    'a Deployment needs a selector',
    deployment(CONTAINER, { selector: null }),
    `${INVALID} spec.selector: Required value`,
  ],
  [
    'unknown fields are refused, all at once',
    deployment({ ...CONTAINER, imagePullpolicy: 'Always' }, { replica: 2 }),
    '400 BadRequest: Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: ' +
      'unknown field "spec.template.spec.containers[0].imagePullpolicy", unknown field "spec.replica"',
  ],
  [
    'unknown fields are refused at the top',
    configMap('a', { dat: {} }),
    '400 BadRequest: ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "dat"',
  ],
  [
    'values have the type of their field',
    configMap('a', { data: { port: 80 } }),
    '400 BadRequest: ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into ' +
      'Go struct field ConfigMap.data.port of type string',
  ],
  [
    'a Job says what becomes of a pod that ends',
    job({}),
    '422 Invalid: Job.batch "once" is invalid: spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  ],
  [
    'a Service needs ports',
    service({ selector: {} }),
    '422 Invalid: Service "web" is invalid: spec.ports: Required value',
  ],
  [
    'ports of a Service have names if there are several',
    service({ ports: [{ port: 80 }, { port: 81 }] }),
    '422 Invalid: Service "web" is invalid: [spec.ports[0].name: Required value, spec.ports[1].name: Required value]',
  ],
  [
    'a port is a port',
    service({ ports: [{ port: 70_000 }] }),
    '422 Invalid: Service "web" is invalid: spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive',
  ],
  [
    'a RoleBinding names its role',
    binding({ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: '' }),
    '422 Invalid: RoleBinding.rbac.authorization.k8s.io "tas" is invalid: [roleRef.kind: Unsupported value: "User": ' +
      'supported values: "Role", "ClusterRole", roleRef.name: Required value]',
  ],
  [
    'a claim says how much',
    claim({ accessModes: ['ReadWriteOnce'] }),
    '422 Invalid: PersistentVolumeClaim "data" is invalid: spec.resources[storage]: Required value',
  ],
  [
    'a claim says how it is mounted',
    claim({ resources: { requests: { storage: '1Gi' } } }),
    '422 Invalid: PersistentVolumeClaim "data" is invalid: spec.accessModes: Required value: at least 1 access mode is required',
  ],
  [
    'keys of a ConfigMap are names of files',
    configMap('a', { data: { 'a b': '' } }),
    '422 Invalid: ConfigMap "a" is invalid: data[a b]: Invalid value: "a b": a valid config key must consist of ' +
      "alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for " +
      "validation is '[-._a-zA-Z0-9]+')",
  ],
  [
    'a provisioner is required',
    { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' } },
    '422 Invalid: StorageClass.storage.k8s.io "fast" is invalid: provisioner: Required value',
  ],
])('The API refuses: %s', async (_, object, message) => {
  expect(await refusal(object)).toBe(message);
});

test.each<[string, KubernetesObject]>([
  ['a complete Deployment', deployment(CONTAINER, { replicas: 2 })],
  ['resources as numbers', deployment({ ...CONTAINER, resources: { requests: { cpu: 1, memory: '1Gi' } } })],
  ['a headless Service', service({ clusterIP: 'None', selector: { app: 'web' } })],
  ['a Service of another name', service({ type: 'ExternalName', externalName: 'db.example.edu' })],
  ['a port by its name or number', service({ ports: [{ port: 80, targetPort: 'http' }] })],
  [
    'fields whose names are words of TypeScript',
    inLab('networking.k8s.io/v1', 'NetworkPolicy', 'web', {
      spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] },
    }),
  ],
  ['a binding of a Role', binding({ kind: 'Role', name: 'grader' })],
  [
    'a priority without a value',
    { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'p' } },
  ],
  ['a field that is null', configMap('a', { data: null })],
  [
    "a status, which is not the applier's",
    inLab('v1', 'Service', 'web', { spec: { ports: [{ port: 1 }] }, status: { odd: 1 } }),
  ],
])('The API accepts %s', async (_, object) => {
  expect(await refusal(object)).toBe('accepted');
});

test('Text of a Secret is kept as data', async () => {
  const { api } = sampleCluster();
  await api.apply(namespace('lab'));
  const secret = inLab('v1', 'Secret', 'key', { data: { a: 'YQ==' }, stringData: { b: 'b' } });
  expect(await api.apply(secret)).toMatchObject({ data: { a: 'YQ==', b: 'Yg==' } });
  expect(await api.apply(secret)).not.toHaveProperty('stringData');
});
