import { NAMES } from '../expected-names';
import type { Json } from '../json-value';

/** `<kind> <namespace>/<name>`, or `<kind> <name>` of what stands in no namespace. */
type ObjectId = string;

const home = NAMES.meshIngressNamespace;
const byName = (namespace: string): Json => ({ matchLabels: { [NAMES.namespaceNameLabel]: namespace } });
const tcp = (...ports: readonly number[]): Json => ports.map((port) => ({ protocol: 'TCP', port }));
const tenants: Json = { matchExpressions: [{ key: NAMES.tenantLabel, operator: 'Exists' }] };

/** Who may connect to pods of a place beside its own: the gateway's account, and the one that scrapes. */
export const STAFF_CALLERS = {
  [`cluster.local/ns/${home}/sa/hosts-istio`]: 'the gateway of the mesh',
  [`cluster.local/ns/${NAMES.monitoringNamespace}/sa/prometheus`]: 'what scrapes metrics',
} as const;

/** What the gateway's namespace says of itself: no tenant's, and its routes hang on GKE's Gateway. */
export const INGRESS_LABELS: Readonly<Record<string, string>> = {
  'app.kubernetes.io/managed-by': 'practicum',
  [NAMES.gatewayLabel]: 'true',
  'pod-security.kubernetes.io/enforce': 'baseline',
  'pod-security.kubernetes.io/enforce-version': 'latest',
};

/** What leads hosts into the mesh: GKE's Gateway sends all of them to one more, which routes of places hang on. */
const wayIn = (domain: string): Readonly<Record<ObjectId, Json>> => ({
  [`Gateway ${home}/hosts`]: {
    gatewayClassName: 'istio',
    infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: 'hosts' } },
    listeners: [
      {
        name: 'http',
        protocol: 'HTTP',
        port: 80,
        hostname: `*.${domain}`,
        allowedRoutes: {
          kinds: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }],
          namespaces: { from: 'Selector', selector: tenants },
        },
      },
    ],
  },
  [`HTTPRoute ${home}/hosts`]: {
    parentRefs: [
      { kind: 'Gateway', name: NAMES.gateway, namespace: NAMES.systemNamespace, sectionName: 'https' },
    ],
    hostnames: [`*.${domain}`],
    rules: [{ backendRefs: [{ name: 'hosts-istio', port: 80 }] }],
  },
  [`HealthCheckPolicy ${home}/hosts`]: {
    default: {
      config: {
        type: 'HTTP',
        httpHealthCheck: {
          portSpecification: 'USE_FIXED_PORT',
          port: 15_021,
          requestPath: '/healthz/ready',
        },
      },
    },
    targetRef: { group: '', kind: 'Service', name: 'hosts-istio' },
  },
});

/** What keeps the gateway apart, and tenants in the mesh from other ports of what holds all metrics than theirs. */
const GUARDS: Readonly<Record<ObjectId, Json>> = {
  [`NetworkPolicy ${home}/deny-all`]: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  [`NetworkPolicy ${home}/hosts`]: {
    podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'hosts' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [{ ipBlock: { cidr: '35.191.0.0/16' } }, { ipBlock: { cidr: '130.211.0.0/22' } }],
        ports: tcp(80, 15_021),
      },
      {
        from: [
          {
            namespaceSelector: byName(NAMES.monitoringNamespace),
            podSelector: { matchLabels: { [NAMES.programLabel]: 'prometheus' } },
          },
        ],
        ports: tcp(15_020),
      },
    ],
    egress: [
      { to: [{ namespaceSelector: tenants }], ports: tcp(15_008) },
      {
        to: [{ namespaceSelector: byName('istio-system'), podSelector: { matchLabels: { app: 'istiod' } } }],
        ports: tcp(15_012),
      },
      {
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
    ],
  },
  [`AuthorizationPolicy ${NAMES.monitoringNamespace}/prometheus`]: {
    selector: { matchLabels: { [NAMES.programLabel]: 'prometheus' } },
    action: 'DENY',
    rules: [{ from: [{ source: { principals: ['*'] } }], to: [{ operation: { notPorts: ['8443'] } }] }],
  },
};

/** Specs of the staff's own objects of the mesh, each as it is meant, by what aspect looks at them. */
export const meantSpecs = (aspect: 'hosts' | 'network', domain: string): Readonly<Record<ObjectId, Json>> =>
  aspect === 'hosts' ? wayIn(domain) : GUARDS;

/** Everything in the namespace of the gateway. */
export const MEANT_IN_INGRESS: ReadonlySet<ObjectId> = new Set([
  `Namespace ${home}`,
  `ConfigMap ${home}/hosts`,
  ...Object.keys(wayIn('')),
  ...Object.keys(GUARDS).filter((id) => id.includes(` ${home}/`)),
]);
