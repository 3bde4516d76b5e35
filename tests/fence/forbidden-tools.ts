import { TOOL_MANIFEST } from '../core/catalogue/own/a-tool';
import { changed } from '../core/sample-cohort';

/** A place that is not the tool's. */
export const OTHER_PLACE = 'c8wn2';

/** A tool that would reach past its place. */
export interface ForbiddenTool {
  /** What it has: `a tool with …`. */
  readonly has: string;
  readonly manifest: string;
  /** What a check of the cohort says of it. */
  readonly told: string;
  /**
   * Who applies it all the same: whoever deploys, past every role, or a student, where it is her role that refuses.
   */
  readonly by: 'deployer' | 'student';
  /** What the API says. */
  readonly refused: RegExp;
}

const IMAGE = '          image: ghcr.io';
const CONTAINERS = '      containers:';
const SELECTOR = '  selector: { app: tool }\n';
const ADDRESS = 'metadata:\n  name: own-tool\nspec:\n  selector';
const WORKLOAD = 'metadata:\n  name: own-tool\nspec:\n  replicas';
const RIGHTS = '{ allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }';

const manifest = (from: string, to: string): string => changed(TOOL_MANIFEST, from, to);
const pod = (line: string): string => manifest(CONTAINERS, `      ${line}\n${CONTAINERS}`);
const container = (line: string): string => manifest(IMAGE, `          ${line}\n${IMAGE}`);
const service = (line: string): string => manifest(SELECTOR, `${SELECTOR}  ${line}\n`);
const beside = (object: string): string => `${TOOL_MANIFEST}---\n${object}\n`;
const ofPods = (field: string): string =>
  manifest('securityContext: { runAsNonRoot: true,', `securityContext: { ${field}, runAsNonRoot: true,`);

const deployed = (has: string, text: string, told: string, refused: RegExp): ForbiddenTool => ({
  has,
  manifest: text,
  told,
  by: 'deployer',
  refused,
});
const tried = (has: string, text: string, told: string, refused: RegExp): ForbiddenTool => ({
  ...deployed(has, text, told, refused),
  by: 'student',
});

const NODE = 'a pod of a place has nothing of its node';
const AIMED = 'a pod of a place aims at no single node and no pool';
const KERNEL = 'the kernel of a node is the same for all its places';
const INSIDE = 'a Service of a toolkit is reached from its place only';
const KIND = 'nothing of this kind stands in a place';
const OTHERS = 'a tool of a place says nothing of this kind';
const POD_SECURITY = /violates PodSecurity "baseline/;
const RBAC = 'rbac.authorization.k8s.io/v1';

/** One reach past the place each: a check tells it, and the API refuses it to whoever applies it anyhow. */
// One line per tool.
// prettier-ignore
export const FORBIDDEN_TOOLS: readonly ForbiddenTool[] = [
  deployed('a path of the node', pod('volumes: [{ name: node, hostPath: { path: / } }]'), 'a place has no such volume', /practicum-pods.*volumes: only/),
  deployed('the network of the node', pod('hostNetwork: true'), NODE, POD_SECURITY),
  deployed('the processes of the node', pod('hostPID: true'), NODE, POD_SECURITY),
  deployed('a privileged container', manifest(RIGHTS, '{ privileged: true }'), 'a privileged container has its node', POD_SECURITY),
  deployed('capabilities', manifest('drop: [ALL]', 'drop: [ALL], add: [SYS_ADMIN]'), 'the container keeps capabilities', POD_SECURITY),
  deployed('a port of the node', manifest('{ containerPort: 8080 }', '{ containerPort: 8080, hostPort: 80 }'), "a port of the node is nobody's", POD_SECURITY),
  deployed('no seccomp', manifest('type: RuntimeDefault', 'type: Unconfined'), 'no seccomp profile holds', POD_SECURITY),
  deployed('a setting of the kernel', ofPods('sysctls: [{ name: kernel.msgmax, value: "65536" }]'), KERNEL, POD_SECURITY),
  deployed('a type of SELinux', ofPods('seLinuxOptions: { type: spc_t }'), KERNEL, POD_SECURITY),
  deployed('no AppArmor', ofPods('appArmorProfile: { type: Unconfined }'), 'no other AppArmor profile holds', POD_SECURITY),
  deployed('a node', pod('nodeName: gke-1'), 'the cell decides where', /practicum-pods.*nodeName/),
  deployed('a rank before others', pod('priorityClassName: system-cluster-critical'), 'the cell decides where', /practicum-pods.*priorityClassName/),
  deployed('leave to run anywhere', pod('tolerations: [{ operator: Exists }]'), 'this taint keeps nodes for others', /practicum-pods.*tolerations/),
  deployed('a way onto nodes with GPUs without a GPU', pod('tolerations: [{ key: nvidia.com/gpu, operator: Exists }]'), 'this taint keeps nodes for others', /practicum-pods.*tolerations: nvidia.com\/gpu/),
  deployed('the pool of the staff', pod('nodeSelector: { practicum.dev/pool: system }'), AIMED, /practicum-pods.*nodeSelector/),
  deployed('the node of somebody', pod('nodeSelector: { kubernetes.io/hostname: gke-1 }'), AIMED, /practicum-pods.*nodeSelector/),
  deployed('a wish for a pool', pod('affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: practicum.dev/pool, operator: Exists }] } }] } }'), AIMED, /practicum-pods.*nodeAffinity/),
  deployed('a dislike of the pods of others', pod('affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaceSelector: {} }] } }'), 'pods of other places would be moved about', /practicum-pods.*near and away from your own pods/),
  deployed('a day to end in', pod('terminationGracePeriodSeconds: 86400'), 'the pod may take too long to end', /practicum-pods.*terminationGracePeriodSeconds/),
  deployed('an account that is not there', pod('serviceAccountName: admin'), 'a place has no such account', /looking up service account \S+\/admin/),
  deployed('the label of exporters', manifest('labels: { app: tool }', 'labels: { app: tool, practicum.dev/collected: "true" }'), OTHERS, /practicum-collected-labels/),
  deployed('the latest image of somebody', manifest('ghcr.io/example/tool:1.2.0', 'docker.io/example/miner:latest'), 'the image is not named in full', /practicum-images.*docker.io\/example\/miner:latest is not allowed here/),
  deployed('the image of another as one that runs first', pod('initContainers: [{ name: first, image: us-west1-docker.pkg.dev/labs/c8wn2/api }]'), 'the image is not named in full', /practicum-images.*c8wn2\/api is not allowed here/),
  deployed('more memory than there is', manifest('memory: 128Mi', 'memory: 900Ti'), 'no place has as much', /maximum memory usage per|exceeded quota/),
  deployed('a load balancer', service('type: LoadBalancer'), INSIDE, /practicum-services.*no load balancers of your own/),
  deployed('a port on every node', service('type: NodePort'), INSIDE, /practicum-services.*no NodePort/),
  deployed('a name that leads elsewhere', service('type: ExternalName\n  externalName: metrics.practicum-monitoring.svc'), INSIDE, /practicum-services.*no ExternalName/),
  deployed('the address of somebody', service('externalIPs: [203.0.113.7]'), 'has an address of the cluster only', /practicum-services.*spec.externalIPs/),
  deployed('an address of its own by annotation', manifest(ADDRESS, changed(ADDRESS, '\nspec', '\n  annotations: { networking.gke.io/load-balancer-ip-addresses: a }\nspec')), OTHERS, /practicum-services.*an address is assigned/),
  deployed('the host of another', beside(`{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: own-tool }, spec: { hostnames: [${OTHER_PLACE}.mlops.example.edu], parentRefs: [{ name: labs, namespace: practicum-system }], rules: [{ backendRefs: [{ name: own-tool, port: 8080 }] }] } }`), KIND, /practicum-route-hosts.*spec.hostnames/),
  deployed('the host of another by an Ingress', beside(`{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: own-tool }, spec: { rules: [{ host: ${OTHER_PLACE}.mlops.example.edu }] } }`), KIND, /practicum-ingress-hosts/),
  deployed('a Gateway', beside('{ apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: { name: own-tool }, spec: { gatewayClassName: a, listeners: [{ name: a, port: 80, protocol: HTTP }] } }'), KIND, /practicum-gateways/),
  deployed('a disk of somebody', beside('{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: own-tool }, spec: { volumeName: pv-1, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }'), 'a place gets disks of its own', /practicum-claims/),
  deployed('a disk that is too small', beside('{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: own-tool }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 512Mi } } } }'), 'no disk of a place is as small', /minimum storage usage per PersistentVolumeClaim is 1Gi/),
  tried('the namespace of another', manifest(WORKLOAD, changed(WORKLOAD, '\nspec', `\n  namespace: ${OTHER_PLACE}\nspec`)), 'the place that it stands in is written by practicum', /cannot patch resource "deployments".*in the namespace/),
  tried('the namespace of the staff', manifest(WORKLOAD, changed(WORKLOAD, '\nspec', '\n  namespace: practicum-monitoring\nspec')), 'the place that it stands in is written by practicum', /cannot patch resource "deployments".*in the namespace/),
  tried('a pod on every node', manifest('kind: Deployment', 'kind: DaemonSet'), KIND, /cannot patch resource "daemonsets"/),
  tried('all rights in the cluster', beside(`{ apiVersion: ${RBAC}, kind: ClusterRoleBinding, metadata: { name: own-tool }, roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }, subjects: [] }`), KIND, /cannot patch resource "clusterrolebindings"/),
  tried('rights in the place', beside(`{ apiVersion: ${RBAC}, kind: RoleBinding, metadata: { name: own-tool }, roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }, subjects: [] }`), KIND, /cannot patch resource "rolebindings"/),
  tried('an opening in the fence', beside('{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: own-tool }, spec: { podSelector: {}, ingress: [{}] } }'), KIND, /cannot patch resource "networkpolicies"/),
  tried('a token without an end', beside('{ apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: { name: own-tool, annotations: { kubernetes.io/service-account.name: lab } } }'), 'a Secret would stand in a file', /practicum-tokens/),
  tried('a finalizer', manifest(WORKLOAD, changed(WORKLOAD, '\nspec', '\n  finalizers: [example.edu/never]\nspec')), 'nothing in a place has finalizers', /practicum-finalizers/),
];

/** A tool with an odd value that nothing of a place forbids: what is refused above is refused for its one change. */
export const HARMLESS_TOOL = container('tty: false');
