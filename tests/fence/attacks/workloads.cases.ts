import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOwn } from '../kube-path';
import type { Sent } from './by-policy';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { requestOf } from './by-role';
import { claim, container, cronJob, deployment, object, pod, service, statefulSet } from './objects';

const running = (spec: Attributes): Sent => sent('pods', pod(spec));
const exposing = (spec: Attributes, metadata: Attributes = {}): Sent =>
  sent('services', service(spec, metadata));
const nodeAffinity = (term: Attributes): Attributes => ({
  affinity: {
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } },
  },
});
const awayFrom = (rest: Attributes): Attributes => ({
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } }, ...rest },
      ],
    },
  },
});
const mounting = (volume: Attributes): Sent =>
  running({
    containers: [container({ volumeMounts: [{ name: 'it', mountPath: '/it' }] })],
    volumes: [{ name: 'it', ...volume }],
  });

const DISK_OF_ANOTHER = claim({ volumeName: 'disk-of-another', storageClassName: '' });
const diskTemplate = { metadata: { name: 'data' }, spec: DISK_OF_ANOTHER['spec'] as Attributes };

const held = (finalizer: string): KubernetesObject =>
  object('v1', 'ConfigMap', {}, { finalizers: [finalizer] });

/** A change of what stands in the student's place. */
const changed = (
  policy: `practicum-${string}`,
  title: string,
  what: string,
  patch: Attributes | readonly Attributes[],
  because: string,
): Attack => ({
  title,
  as: 'student',
  guard: policy,
  request: requestOf('PATCH', inOwn(what), patch),
  refused: policyRefusal(policy, because),
});

const placed = byPolicy('practicum-pods');
const claimed = byPolicy('practicum-claims');
const exposed = byPolicy('practicum-services');
const kept = byPolicy('practicum-finalizers');

/** Where pods run and what they mount, disks of others, ways in from outside, objects that never go. */
// One line per attack.
// prettier-ignore
export const WORKLOADS: readonly Attack[] = [
  placed('A student runs a pod on a node of their choice', running({ nodeName: 'node-1' }), 'nodeName: '),
  placed('A student deploys onto a node of their choice', sent('deployments', deployment({ nodeName: 'node-1' })), 'nodeName: '),
  placed('A student aims at a node by its name', running({ nodeSelector: { 'kubernetes.io/hostname': 'node-1' } }), 'nodeSelector: '),
  placed('A student aims at the nodes of the system', running({ nodeSelector: { 'practicum.dev/pool': 'system' } }), 'nodeSelector: '),
  placed('A student aims at a node pool by GKE’s name', running({ nodeSelector: { 'cloud.google.com/gke-nodepool': 'system' } }), 'nodeSelector: '),
  placed('A student is drawn to the nodes of the system', running(nodeAffinity({ matchExpressions: [{ key: 'practicum.dev/pool', operator: 'In', values: ['system'] }] })), 'affinity.nodeAffinity: '),
  placed('A student is drawn to one node by a field', running(nodeAffinity({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-1'] }] })), 'affinity.nodeAffinity: '),
  placed('A student would rather be on the nodes of the system', sent('deployments', deployment({ affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: 'practicum.dev/pool', operator: 'NotIn', values: ['lab'] }] } }] } } })), 'affinity.nodeAffinity: '),
  placed('A student tolerates every taint', running({ tolerations: [{ operator: 'Exists' }] }), 'tolerations: '),
  placed('A student keeps nodes with GPUs standing without a GPU', running({ tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] }), 'tolerations: nvidia.com/gpu'),
  placed('A student keeps nodes with GPUs standing with none of a GPU', sent('deployments', deployment({ tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }], containers: [container({ resources: { limits: { 'nvidia.com/gpu': '0' } } })] })), 'tolerations: nvidia.com/gpu'),
  placed('A student tolerates the taint of the system’s nodes', running({ tolerations: [{ key: 'practicum.dev/pool', operator: 'Exists' }] }), 'tolerations: '),
  placed('A student tolerates the taint of the control plane', sent('cronjobs', cronJob({ tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }] })), 'tolerations: '),
  placed('A student pushes out others with the priority of the cluster', running({ priorityClassName: 'system-cluster-critical' }), 'priorityClassName: '),
  placed('A student pushes out others with the priority of a node', sent('deployments', deployment({ priorityClassName: 'system-node-critical' })), 'priorityClassName: '),
  placed('A student takes the priority of placeholders', sent('statefulsets', statefulSet({ priorityClassName: 'practicum-placeholder' })), 'priorityClassName: '),
  placed('A student keeps all others’ pods off their node', running(awayFrom({ namespaceSelector: {} })), 'affinity: '),
  placed('A student keeps another’s pods off their node', sent('deployments', deployment(awayFrom({ namespaces: [PLACES.other] }))), 'affinity: '),
  placed('A student mounts a share of the network', mounting({ nfs: { server: '10.0.0.5', path: '/' } }), 'volumes: '),
  placed('A student mounts a disk of the cloud by its name', mounting({ gcePersistentDisk: { pdName: 'disk-of-another' } }), 'volumes: '),
  placed('A student mounts a disk by the cloud’s driver', mounting({ csi: { driver: 'pd.csi.storage.gke.io' } }), 'volumes: '),
  placed('A student mounts a block device of the network', mounting({ iscsi: { targetPortal: '10.0.0.5:3260', iqn: 'iqn.2001-04.edu.example:disk', lun: 0 } }), 'volumes: '),
  placed('A student mounts a repository by a driver that runs as root', mounting({ gitRepo: { repository: 'https://example.edu/repo.git' } }), 'volumes: '),
  changed('practicum-pods', 'A student has a pod that runs tolerate every taint', 'pods/shell', [{ op: 'add', path: '/spec/tolerations/-', value: { operator: 'Exists' } }], 'tolerations: '),
  byPolicy('practicum-pods', 'operator')('An operator gives a student’s pod the priority of the cluster', running({ priorityClassName: 'system-cluster-critical' }), 'priorityClassName: '),

  claimed('A student claims a disk that somebody left', sent('persistentvolumeclaims', DISK_OF_ANOTHER), 'spec.volumeName: '),
  claimed('A student claims a disk that somebody left by a stateful set', sent('statefulsets', statefulSet({}, { volumeClaimTemplates: [diskTemplate] })), 'spec.volumeName: '),
  claimed('A student claims a disk that somebody left for the life of a pod', mounting({ ephemeral: { volumeClaimTemplate: { spec: DISK_OF_ANOTHER['spec'] as Attributes } } }), 'spec.volumeName: '),
  claimed('A student claims a disk that somebody left in a deployment', sent('deployments', deployment({ volumes: [{ name: 'it', ephemeral: { volumeClaimTemplate: { spec: DISK_OF_ANOTHER['spec'] as Attributes } } }] })), 'spec.volumeName: '),
  changed('practicum-claims', 'A student gives a claim that waits a disk that somebody left', 'persistentvolumeclaims/data', { spec: { volumeName: 'disk-of-another' } }, 'spec.volumeName: '),

  exposed('A student takes the traffic to an address, as CVE-2020-8554 tells', exposing({ externalIPs: ['8.8.8.8'] }), 'spec.externalIPs: '),
  exposed('A student takes the traffic to the name server of the cluster', exposing({ externalIPs: ['10.0.0.10'] }), 'spec.externalIPs: '),
  exposed('A student opens a port on every node', exposing({ type: 'NodePort' }), 'spec.type: no NodePort'),
  exposed('A student gives a name to a Service of another place', exposing({ type: 'ExternalName', externalName: `web.${PLACES.other}.svc.cluster.local`, selector: {}, ports: [] }), 'spec.type: no ExternalName'),
  exposed('A student rents a load balancer', exposing({ type: 'LoadBalancer' }), 'spec.type: this course has no load balancers'),
  exposed('A student rents a load balancer of the inside', exposing({ type: 'LoadBalancer' }, { annotations: { 'networking.gke.io/load-balancer-type': 'Internal' } }), 'spec.type: this course has no load balancers'),
  exposed('A student names the address that they want', exposing({ loadBalancerIP: '8.8.8.8' }), 'spec.loadBalancerIP: '),
  exposed('A student names reserved addresses by an annotation', exposing({}, { annotations: { 'networking.gke.io/load-balancer-ip-addresses': 'of-another' } }), 'spec.loadBalancerIP: '),
  changed('practicum-services', 'A student opens a port on every node for the Service that they were given', 'services/web', { spec: { type: 'NodePort' } }, 'spec.type: no NodePort'),
  changed('practicum-services', 'A student takes the traffic to an address by the Service that they were given', 'services/web', { spec: { externalIPs: ['8.8.8.8'] } }, 'spec.externalIPs: '),
  byPolicy('practicum-services', 'operator')('An operator takes the traffic to an address for a student', exposing({ externalIPs: ['8.8.8.8'] }), 'spec.externalIPs: '),

  kept('A student keeps the teardown waiting', sent('configmaps', held('example.edu/keep')), 'metadata.finalizers: '),
  changed('practicum-finalizers', 'A student keeps the teardown waiting by the Service that they were given', 'services/web', { metadata: { finalizers: ['example.edu/keep'] } }, 'metadata.finalizers: '),
  kept('A student keeps the teardown waiting by a pod', sent('pods', pod({}, { finalizers: ['example.edu/keep'] })), 'metadata.finalizers: '),
  kept('A student keeps the teardown waiting by a finalizer that is taken off claims only', sent('configmaps', held('kubernetes.io/pvc-protection')), 'metadata.finalizers: '),
  kept('A student keeps the teardown waiting by a finalizer that is taken off Services only', sent('configmaps', held('service.kubernetes.io/load-balancer-cleanup')), 'metadata.finalizers: '),
  kept('A student keeps the teardown waiting by a finalizer that is taken off pods only', sent('configmaps', held('batch.kubernetes.io/job-tracking')), 'metadata.finalizers: '),
];
