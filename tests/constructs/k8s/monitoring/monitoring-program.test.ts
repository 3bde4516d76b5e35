import type { MonitoringProgramProps } from '../../../../constructs/k8s/monitoring/monitoring-program';
import { MonitoringProgram } from '../../../../constructs/k8s/monitoring/monitoring-program';
import { findManifest, inventory } from '../synth-construct';
import { madeProgram } from './a-program';

const LEAST: MonitoringProgramProps = {
  name: 'watcher',
  user: 1000,
  containers: [{ name: 'watcher', image: 'watcher:1' }],
  placement: {},
  network: { ingress: [], egress: [] },
};

const ALL: Required<Omit<MonitoringProgramProps, 'growingDisk'>> = {
  ...LEAST,
  labels: { tier: 'watching' },
  initContainers: [{ name: 'first', image: 'watcher:1' }],
  volumes: [{ name: 'files', configMap: { name: 'files' } }],
  placement: { nodeSelector: { pool: 'system' } },
  filesHash: 'abc',
  clusterRules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
  clusterRoles: { 'watcher-reads': 'reader' },
  token: true,
  disk: { name: 'data', size: '5Gi' },
  ports: [{ name: 'http', port: 80 }],
  network: { ingress: [{ ports: [{ port: 80 }] }], egress: [{ ports: [{ port: 443 }] }] },
};

const make = (props: MonitoringProgramProps) =>
  madeProgram('watcher', (chart) => {
    new MonitoringProgram(chart, 'Program', props);
  });

test('The least program has an account without rights, a pod without a token, and a policy that closes both ways', () => {
  const { all, pod, network } = make(LEAST);
  expect(inventory(all)).toEqual(['Deployment/watcher', 'NetworkPolicy/watcher', 'ServiceAccount/watcher']);
  expect(findManifest(all, 'ServiceAccount', 'watcher')['automountServiceAccountToken']).toBe(false);
  expect(pod.spec).toMatchObject({
    serviceAccountName: 'watcher',
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(network).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'watcher' } },
    policyTypes: ['Ingress', 'Egress'],
  });
});

test('With rules of its own it has a role, a binding in the whole cluster, and a token', () => {
  const { all, pod } = make({ ...LEAST, clusterRules: ALL.clusterRules });
  expect(findManifest(all, 'ClusterRole', 'practicum-watcher')['rules']).toEqual(ALL.clusterRules);
  expect(findManifest(all, 'ClusterRoleBinding', 'practicum-watcher')).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'practicum-watcher' },
    subjects: [{ kind: 'ServiceAccount', name: 'watcher', namespace: 'practicum-monitoring' }],
  });
  expect(pod.spec.automountServiceAccountToken).toBe(true);
});

test('A role of somebody else is bound by the name that is given, and gives no token by itself', () => {
  const { all, pod } = make({ ...LEAST, clusterRoles: ALL.clusterRoles });
  expect(findManifest(all, 'ClusterRoleBinding', 'watcher-reads')['roleRef']).toMatchObject({
    name: 'reader',
  });
  expect(pod.spec.automountServiceAccountToken).toBe(false);
});

test('With a disk it is a StatefulSet, which no install waits for in vain, and the disk goes when it does', () => {
  const { all } = make(ALL);
  expect(findManifest(all, 'StatefulSet', 'watcher')['spec']).toMatchObject({
    replicas: 1,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
    volumeClaimTemplates: [
      { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '5Gi' } } } },
    ],
  });
  expect(inventory(all)).not.toContain('Deployment/watcher');
});

test('All that is given is in the pod, the Service and the policy', () => {
  const { all, pod, network } = make(ALL);
  expect(pod.metadata).toEqual({
    labels: { 'app.kubernetes.io/name': 'watcher', tier: 'watching' },
    annotations: { 'practicum.dev/files': 'abc' },
  });
  expect(pod.spec).toMatchObject({
    initContainers: ALL.initContainers,
    containers: ALL.containers,
    volumes: ALL.volumes,
    nodeSelector: { pool: 'system' },
  });
  expect(findManifest(all, 'Service', 'watcher')['spec']).toEqual({
    type: 'ClusterIP',
    selector: { 'app.kubernetes.io/name': 'watcher' },
    ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 80 }],
  });
  expect(network).toMatchObject(ALL.network);
});

test('The pod changes when its files do', () => {
  const hash = (filesHash: string) => JSON.stringify(make({ ...LEAST, filesHash }).pod);
  expect(hash('a')).not.toBe(hash('b'));
});

test('A disk that grows is a claim beside the pod, which ends before it starts anew', () => {
  const { all, pod } = make({ ...LEAST, growingDisk: { name: 'data', size: '50Gi' } });
  expect(findManifest(all, 'PersistentVolumeClaim', 'data')['spec']).toEqual({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '50Gi' } },
  });
  expect(findManifest(all, 'Deployment', 'watcher')['spec']).toMatchObject({
    strategy: { type: 'Recreate' },
  });
  expect(pod.spec['volumes']).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]);
});
