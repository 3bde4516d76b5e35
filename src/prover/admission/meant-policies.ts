import { policiesInMesh } from './mesh-policies';

/** What an admission policy must look at and speak of to be able to refuse what it is for. */
export interface MeantPolicy {
  readonly name: string;
  /** What gets through without it. */
  readonly otherwise: string;
  /** `<resource>.<group>`, each for CREATE and UPDATE, or what `operations` says. */
  readonly resources: readonly string[];
  readonly operations?: readonly string[];
  /** ConfigMap in the staff's namespace that it reads, if it reads one. */
  readonly param?: string;
  /** Fewest rules in it: with one less, something that was refused gets through. */
  readonly rules: number;
  /** Words that its rules must contain: what they never name they cannot refuse. */
  readonly words: readonly string[];
  /** Names of the conditions under which alone it looks; what they say is CEL, and not evaluated. */
  readonly conditions: readonly string[];
}

const POD_MAKERS = [
  'pods.',
  'pods/ephemeralcontainers.',
  'deployments.apps',
  'statefulsets.apps',
  'replicasets.apps',
  'daemonsets.apps',
  'jobs.batch',
  'cronjobs.batch',
];
const SPEC_IS_NEW = ['spec-is-new'];
const HELD_TO_WINDOWS = ['sent-by-tenant', 'not-by-staff', 'not-by-deployer'];

/** The admission policies of every cluster with tenants: the one table of their names. */
export const MEANT_POLICIES: readonly MeantPolicy[] = [
  {
    name: 'practicum-route-hosts',
    otherwise: "a route may take another's host, or lead to another's Service",
    resources: ['httproutes.gateway.networking.k8s.io', 'grpcroutes.gateway.networking.k8s.io'],
    rules: 4,
    words: [
      'practicum.dev/host',
      'hostnames',
      'parentRefs',
      'backendRefs',
      'requestMirror',
      'practicum-system',
    ],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-ingress-hosts',
    otherwise: "an Ingress may take another's host",
    resources: ['ingresses.networking.k8s.io'],
    rules: 4,
    words: ['practicum.dev/host', 'r.host', 'tls', 'defaultBackend'],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-mesh-hosts',
    otherwise: "a VirtualService may take another's host, or lead to another's Service",
    resources: ['virtualservices.networking.istio.io'],
    rules: 4,
    words: ['practicum.dev/host', 'hosts', 'gateways', 'destination', 'mirror', 'mirrors', 'delegate'],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-mesh-destinations',
    otherwise: "a DestinationRule may change the way to another's Service",
    resources: ['destinationrules.networking.istio.io'],
    rules: 1,
    words: ['spec.host', 'request.namespace'],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-certificate-hosts',
    otherwise: "a Certificate may name another's host",
    resources: ['certificates.cert-manager.io'],
    rules: 4,
    words: ['practicum.dev/host', 'dnsNames', 'commonName', 'ipAddresses', 'uris', 'emailAddresses', 'isCA'],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-gateways',
    otherwise: 'a Gateway in a place may take the hosts of all others',
    resources: ['gateways.gateway.networking.k8s.io', 'gateways.networking.istio.io'],
    rules: 1,
    words: ['false'],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-health-checks',
    otherwise: "a health check may decide about another's Service",
    resources: ['healthcheckpolicies.networking.gke.io'],
    rules: 1,
    words: ['targetRef', 'request.namespace'],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-images',
    otherwise: "a pod may run another's image and read the work in it",
    resources: POD_MAKERS,
    rules: 2,
    words: [
      'practicum.dev/registry',
      'containers',
      'initContainers',
      'ephemeralContainers',
      'image',
      'volumes',
    ],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-pods',
    otherwise: "a pod may choose its node, push others away, or mount what is not the tenant's",
    resources: POD_MAKERS,
    rules: 9,
    words: [
      'nvidia.com/gpu',
      'limits',
      'nodeName',
      'terminationGracePeriodSeconds',
      'priorityClassName',
      'tolerations',
      'nodeSelector',
      'nodeAffinity',
      'matchFields',
      'podAffinity',
      'podAntiAffinity',
      'namespaceSelector',
      'volumes',
      'practicum.dev/pool',
    ],
    conditions: SPEC_IS_NEW,
  },
  {
    name: 'practicum-claims',
    otherwise: "a claim may take another's disk",
    resources: ['persistentvolumeclaims.', ...POD_MAKERS],
    rules: 1,
    words: ['volumeName', 'volumeClaimTemplates', 'volumeClaimTemplate'],
    conditions: ['new-or-sent-by-tenant'],
  },
  {
    name: 'practicum-services',
    otherwise: "a Service may take other people's traffic, or open a port to everyone",
    resources: ['services.'],
    rules: 6,
    words: [
      'externalIPs',
      'NodePort',
      'ExternalName',
      'loadBalancerIP',
      'practicum.dev/load-balancers',
      'networking.gke.io/load-balancer-type',
    ],
    conditions: ['spec-or-annotations-are-new'],
  },
  {
    name: 'practicum-finalizers',
    otherwise: 'an object may keep its namespace from ever being deleted',
    resources: ['*.*'],
    rules: 1,
    words: ['finalizers'],
    conditions: ['sent-by-tenant', 'has-finalizers'],
  },
  {
    name: 'practicum-secret-use',
    otherwise: 'who may not read secrets may start a pod that does',
    resources: POD_MAKERS,
    rules: 1,
    words: ['secret', 'secretRef', 'secretKeyRef'],
    conditions: ['sent-by-tenant', 'reads-no-secrets'],
  },
  {
    name: 'practicum-tokens',
    otherwise: 'somebody may have a token written that never ends',
    resources: ['secrets.'],
    rules: 1,
    words: ['object.?type', 'kubernetes.io/service-account-token'],
    conditions: ['sent-by-tenant'],
  },
  {
    name: 'practicum-collected-labels',
    otherwise: "a pod may be taken for an exporter of the cluster, and write another's series",
    resources: ['pods.'],
    rules: 1,
    words: ['practicum.dev/collected'],
    conditions: ['labels-are-new'],
  },
  {
    name: 'practicum-windows',
    otherwise: 'work may be changed after its deadline, or begun before its lab opens',
    resources: ['*/*.*'],
    operations: ['CREATE', 'UPDATE', 'DELETE'],
    param: 'windows',
    rules: 3,
    words: [
      'practicum.dev/lab',
      'params.data',
      'status.selector',
      'request.namespace',
      'matchLabels',
      'template',
    ],
    conditions: HELD_TO_WINDOWS,
  },
  {
    name: 'practicum-hours',
    otherwise: 'places may be changed and entered during an exam',
    resources: ['*/*.*'],
    operations: ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'],
    param: 'hours',
    rules: 2,
    words: ['practicum.dev/lab', 'params.data', 'status.selector', 'request.namespace', 'CONNECT'],
    conditions: HELD_TO_WINDOWS,
  },
];

/** What keeps the program that puts places to sleep from changing anything but replicas. */
const PLACE_SLEEP_POLICY: MeantPolicy = {
  name: 'practicum-place-sleep',
  otherwise: 'the program that scales what runs in places may run anything there',
  resources: ['deployments.apps', 'statefulsets.apps'],
  rules: 4,
  words: ['spec.template', 'labels', 'annotations', 'practicum.dev/asleep'],
  conditions: ['sent-by-place-sleep'],
};

/** The admission policies that a cluster must have. */
export const meantPoliciesOf = ({
  hasSleep,
  mesh,
}: {
  readonly hasSleep: boolean;
  readonly mesh: boolean;
}): readonly MeantPolicy[] => [
  ...(mesh ? policiesInMesh(MEANT_POLICIES) : MEANT_POLICIES),
  ...(hasSleep ? [PLACE_SLEEP_POLICY] : []),
];
