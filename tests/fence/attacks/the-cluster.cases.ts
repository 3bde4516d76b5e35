import type { Attack } from '../attack';
import { PEOPLE, PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { byRole } from './by-role';
import { MINE, container, object, pod } from './objects';

const LEASES = 'coordination.k8s.io/v1';
const DISCOVERY = 'discovery.k8s.io/v1';
const SCHEDULING = 'scheduling.k8s.io/v1';

const student = byRole('student');
const inSystem = (what: string, apiVersion?: string): string => inPlace('kube-system', what, apiVersion);

const LEASE = { spec: { holderIdentity: MINE, leaseDurationSeconds: 3600 } };
const OTHER_POD = [{ addresses: [{ ip: '10.1.2.3' }], ports: [{ port: 80 }] }];
const KIND = object(
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  {
    spec: {
      group: 'example.edu',
      scope: 'Namespaced',
      names: { kind: 'Grade', plural: 'grades' },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
      ],
    },
  },
  { name: 'grades.example.edu' },
);
const TEMPLATE = { metadata: { labels: { app: MINE } }, spec: { containers: [container()] } };

/** What all places share: nodes, kinds, priorities, leases, events, the API server itself. */
// One line per attack.
// prettier-ignore
export const THE_CLUSTER: readonly Attack[] = [
  student('A student lists the nodes', 'GET', ofCluster('nodes')),
  student('A student takes the taint off a node of the system', 'PATCH', ofCluster('nodes/node-1'), { spec: { taints: [] } }),
  student('A student cordons a node', 'PATCH', ofCluster('nodes/node-1'), { spec: { unschedulable: true } }),
  student('A student deletes a node', 'DELETE', ofCluster('nodes/node-1')),
  student('A student asks a kubelet for all its pods', 'GET', ofCluster('nodes/node-1/proxy/pods')),
  student('A student runs a command through a kubelet', 'POST', ofCluster('nodes/node-1/proxy/run/kube-system/kube-dns/main?cmd=id')),
  student('A student reads the log of a node', 'GET', ofCluster('nodes/node-1/proxy/logs/syslog')),
  student('A student puts a pod onto every node', 'POST', inOwn('daemonsets', 'apps/v1'), object('apps/v1', 'DaemonSet', { spec: { selector: { matchLabels: { app: MINE } }, template: TEMPLATE } })),
  student('A student starts pods by a replication controller', 'POST', inOwn('replicationcontrollers'), object('v1', 'ReplicationController', { spec: { selector: { app: MINE }, template: TEMPLATE } })),
  student('A student puts a pod onto a node past the scheduler', 'POST', inOwn('pods/shell/binding'), object('v1', 'Binding', { metadata: { name: 'shell' }, target: { kind: 'Node', name: 'node-1' } })),
  student('A student binds any pod to a node', 'POST', inOwn('bindings'), object('v1', 'Binding', { metadata: { name: 'shell' }, target: { kind: 'Node', name: 'node-1' } })),
  student('A student says of a pod that it is ready at another’s address', 'PATCH', inOwn('pods/shell/status'), { status: { podIP: '10.1.2.3' } }),
  student('A student makes a mirror of a pod in the system’s namespace', 'POST', inSystem('pods'), pod()),
  student('A student reads the log of the name server', 'GET', inSystem('pods/kube-dns/log')),
  student('A student opens a shell in the name server', 'POST', inSystem('pods/kube-dns/exec?command=sh')),
  student('A student reads the secrets of the system', 'GET', inSystem('secrets')),
  student('A student changes where the name server asks', 'PATCH', inSystem('configmaps/coredns'), { data: {} }),

  student('A student makes a volume of a node’s disk', 'POST', ofCluster('persistentvolumes'), object('v1', 'PersistentVolume', { spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/' } } })),
  student('A student frees another’s volume for themselves', 'PATCH', ofCluster('persistentvolumes/disk-of-another'), { spec: { claimRef: null } }),
  student('A student lists the volumes of all', 'GET', ofCluster('persistentvolumes')),
  student('A student makes a storage class', 'POST', ofCluster('storageclasses', 'storage.k8s.io/v1'), object('storage.k8s.io/v1', 'StorageClass', { provisioner: 'mine' })),
  student('A student makes a snapshot of a volume', 'POST', inOwn('volumesnapshots', 'snapshot.storage.k8s.io/v1'), {}),
  student('A student makes a priority above all others', 'POST', ofCluster('priorityclasses', SCHEDULING), object(SCHEDULING, 'PriorityClass', { value: 1_000_000_000, globalDefault: true })),
  student('A student raises the priority of labs', 'DELETE', ofCluster('priorityclasses/practicum-lab', SCHEDULING)),
  student('A student makes a runtime of their own', 'POST', ofCluster('runtimeclasses', 'node.k8s.io/v1'), object('node.k8s.io/v1', 'RuntimeClass', { handler: 'runc' })),
  student('A student gives their requests right of way at the API server', 'POST', ofCluster('flowschemas', 'flowcontrol.apiserver.k8s.io/v1'), object('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', { spec: { priorityLevelConfiguration: { name: 'exempt' } } })),
  student('A student adds a kind to the cluster', 'POST', ofCluster('customresourcedefinitions', 'apiextensions.k8s.io/v1'), KIND),
  student('A student deletes a kind with all its objects', 'DELETE', ofCluster('customresourcedefinitions/httproutes.gateway.networking.k8s.io', 'apiextensions.k8s.io/v1')),
  student('A student answers for a group of the API', 'POST', ofCluster('apiservices', 'apiregistration.k8s.io/v1'), object('apiregistration.k8s.io/v1', 'APIService', { spec: { group: 'example.edu', version: 'v1', groupPriorityMinimum: 1, versionPriority: 1, service: { name: 'web', namespace: PLACES.student }, insecureSkipTLSVerify: true } }, { name: 'v1.example.edu' })),

  student('A student takes over the lease of the controller manager', 'PATCH', inSystem('leases/kube-controller-manager', LEASES), LEASE),
  student('A student says that a node is alive', 'PATCH', inPlace('kube-node-lease', 'leases/node-1', LEASES), LEASE),
  student('A student fills the cluster’s store with leases', 'POST', inOwn('leases', LEASES), object(LEASES, 'Lease', LEASE)),
  student('A student reads who leads in the system', 'GET', inSystem('leases', LEASES)),
  student('A student makes an event that others believe', 'POST', inOther('events'), object('v1', 'Event', { involvedObject: { kind: 'Pod', name: 'web-0', namespace: PLACES.other }, reason: 'Evicted' })),
  student('A student fills the cluster’s store with events', 'POST', inOwn('events'), object('v1', 'Event', { involvedObject: { kind: 'Pod', name: 'shell', namespace: PLACES.student }, message: 'x'.repeat(1024) })),
  student('A student makes events of the newer kind', 'POST', inOwn('events', 'events.k8s.io/v1'), object('events.k8s.io/v1', 'Event', { regarding: { kind: 'Pod', name: 'shell', namespace: PLACES.student }, type: 'Normal', action: 'Mine', reason: 'Mine', eventTime: '2027-02-15T12:00:00.000000Z', reportingController: 'example.edu/mine', reportingInstance: 'mine' })),
  student('A student reads the events of all', 'GET', ofCluster('events')),
  student('A student deletes the events that tell on them', 'DELETE', inOwn('events')),
  student('A student sends a Service’s traffic to another’s pod', 'POST', inOwn('endpoints'), object('v1', 'Endpoints', { subsets: OTHER_POD })),
  student('A student sends the traffic of their Service to another’s pod', 'PATCH', inOwn('endpoints/web'), { subsets: OTHER_POD }),
  student('A student adds a slice with another’s address to their Service', 'POST', inOwn('endpointslices', DISCOVERY), object(DISCOVERY, 'EndpointSlice', { addressType: 'IPv4', endpoints: [{ addresses: ['10.1.2.3'] }] }, { labels: { 'kubernetes.io/service-name': 'web' } })),
  student('A student takes an address by a Service’s status, as CVE-2020-8554 tells', 'PATCH', inOwn('services/web/status'), { status: { loadBalancer: { ingress: [{ ip: '8.8.8.8' }] } } }),
  student('A student deletes the kept revisions of workloads', 'DELETE', inOwn('controllerrevisions', 'apps/v1')),
  student('A student claims a device past the quota', 'POST', inOwn('resourceclaims', 'resource.k8s.io/v1beta1'), {}),
  student('A student keeps a template of pods that no rule looks at', 'POST', inOwn('podtemplates'), object('v1', 'PodTemplate', { template: TEMPLATE })),
  student('A student makes a running pod larger than a container may be', 'PATCH', inOwn('pods/shell/resize'), { spec: { containers: [{ name: 'main', resources: { limits: { memory: '256Gi' } } }] } }),

  student('A student reads the metrics of the API server', 'GET', '/metrics'),
  student('A student profiles the API server', 'GET', '/debug/pprof/heap'),
  student('A student reads how the API server sorts requests', 'GET', '/debug/api_priority_and_fairness/dump_priority_levels'),
  byRole('instructor')('An instructor reads the secrets of the system', 'GET', inSystem('secrets')),
  byRole('instructor')('An instructor binds a friend to cluster-admin', 'POST', ofCluster('clusterrolebindings', 'rbac.authorization.k8s.io/v1'), object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' }, subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: PEOPLE.ta }] })),
];
