import type { Json, JsonMap } from '../../../src/prover/json-value';
import { drop, inObject, plusObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const STRANGER = 'cluster.local/ns/bo/sa/default';

const inAda = (kind: string, spec: Json): JsonMap => ({
  apiVersion: 'security.istio.io/v1',
  kind,
  metadata: { name: 'added', namespace: 'ada' },
  spec,
});
const plusRule = (kind: string, spec: Json): ReturnType<typeof plusObject> =>
  plusObject('Namespace ada', inAda(kind, spec));

const STRICT = 'PeerAuthentication ada/strict';
const CALLERS = 'AuthorizationPolicy ada/own-callers';
const GATEWAY = 'Gateway istio-ingress/hosts';
const TUNNEL = 'NetworkPolicy ada/allow-mesh-gateway';

const OPEN = 'A place takes what no mesh encrypted';
const REACHED = 'The mesh lets into a place who has nothing to do there';
const OTHER = 'A part of the mesh is not the one that is meant';
const MISSING = 'A part of the mesh is missing';
const IN_MESH = 'istio.io/dataplane-mode';

const policy = (ingress: Json): JsonMap => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'added', namespace: 'ada' },
  spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [ingress] },
});

/** Ways in which the mesh keeps less apart than it should, or keeps out who must come. */
// One line per way.
// prettier-ignore
export const MESH_WEAKENINGS = [
  weakening('nothing says that all is encrypted', withoutObject(STRICT), 'network', OPEN),
  weakening('what is not encrypted is taken too', inObject(STRICT, put('spec > mtls > mode', 'PERMISSIVE')), 'network', OPEN),
  weakening('encryption is for some pods', inObject(STRICT, put('spec > selector', { matchLabels: { app: 'web' } })), 'network', OPEN),
  weakening('encryption has an exception of a port', inObject(STRICT, put('spec > portLevelMtls', { '8080': { mode: 'DISABLE' } })), 'network', OPEN),
  weakening('a second rule takes encryption off some pods', plusRule('PeerAuthentication', { selector: { matchLabels: { app: 'db' } }, mtls: { mode: 'DISABLE' } }), 'network', OPEN),
  weakening('nothing says who may connect', withoutObject(CALLERS), 'network', REACHED),
  weakening('another tenant may connect', inObject(CALLERS, put('spec > rules > 0 > from > 0 > source > namespaces > 1', 'bo')), 'network', REACHED),
  weakening('an account of another tenant may connect', inObject(CALLERS, put('spec > rules > 0 > from > 1 > source > principals > 2', STRANGER)), 'network', REACHED),
  weakening('everybody in the mesh may connect', inObject(CALLERS, put('spec > rules > 0 > from > 1 > source > principals > 2', '*')), 'network', REACHED),
  weakening('a rule names no caller', inObject(CALLERS, drop('spec > rules > 0 > from')), 'network', REACHED),
  weakening('a second rule names no caller', inObject(CALLERS, put('spec > rules > 1', {})), 'network', REACHED),
  weakening('a source is empty', inObject(CALLERS, put('spec > rules > 0 > from > 2', { source: {} })), 'network', REACHED),
  weakening('addresses may connect', inObject(CALLERS, put('spec > rules > 0 > from > 2', { source: { ipBlocks: ['10.0.0.0/8'] } })), 'network', REACHED),
  weakening('all but some may connect', inObject(CALLERS, put('spec > rules > 0 > from > 2', { source: { notNamespaces: ['bo'] } })), 'network', REACHED),
  weakening('the rule keeps out instead of letting in', inObject(CALLERS, put('spec > action', 'DENY')), 'network', REACHED),
  weakening('the rule is for some pods', inObject(CALLERS, put('spec > selector', { matchLabels: { app: 'web' } })), 'network', REACHED),
  weakening('somebody else decides who may connect', plusRule('AuthorizationPolicy', { action: 'CUSTOM', provider: { name: 'ext' }, rules: [{}] }), 'network', REACHED),
  weakening('pods of the place may not connect', inObject(CALLERS, drop('spec > rules > 0 > from > 0')), 'network', 'The mesh keeps out pods of the own namespace'),
  weakening('the gateway may not connect', inObject(CALLERS, drop('spec > rules > 0 > from > 1 > source > principals > 0')), 'network', 'The mesh keeps out the gateway of the mesh'),
  weakening('what scrapes may not connect', inObject(CALLERS, drop('spec > rules > 0 > from > 1 > source > principals > 1')), 'network', 'The mesh keeps out what scrapes metrics'),

  weakening('a place is in no mesh', inObject('Namespace ada', drop(`metadata > labels > ${IN_MESH}`)), 'namespaces', `Without ${IN_MESH} pods of the place are in no mesh: they send and take what is not encrypted`),
  weakening('a place left the mesh', inObject('Namespace ada', put(`metadata > labels > ${IN_MESH}`, 'none')), 'namespaces', `With another ${IN_MESH} pods of the place are in no mesh: they send and take what is not encrypted`),
  weakening('a place has a gateway of its own for its pods', inObject('Namespace ada', put('metadata > labels > istio.io/use-waypoint', 'mine')), 'namespaces', 'A namespace carries istio.io/use-waypoint, a label of which nothing is known'),

  weakening('all of the gateway’s namespace may come', inObject(TUNNEL, drop('spec > ingress > 0 > from > 0 > podSelector')), 'network', 'Pods may be reached from istio-ingress beyond what they need'),
  weakening('the gateway may come past the tunnel', inObject(TUNNEL, drop('spec > ingress > 0 > ports')), 'network', 'Pods may be reached from istio-ingress beyond what they need'),
  weakening('the control plane of the mesh may come', inObject(TUNNEL, put('spec > ingress > 0 > from > 0 > namespaceSelector > matchLabels', { 'kubernetes.io/metadata.name': 'istio-system' })), 'network', 'Pods may be reached from istio-system beyond what they need'),
  weakening('the tunnel is open to all namespaces', inObject(TUNNEL, put('spec > ingress > 0 > from > 0', { namespaceSelector: {} })), 'network', "Pods may be reached from other tenants' namespaces"),
  weakening('the tunnel is open to another tenant', plusObject('Namespace ada', policy({ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bo' } } }], ports: [{ protocol: 'TCP', port: 15008 }] })), 'network', "Pods may be reached from other tenants' namespaces"),
  weakening('load balancers may come past the mesh', plusObject('Namespace ada', policy({ from: [{ ipBlock: { cidr: '35.191.0.0/16' } }] })), 'network', 'Pods may be reached from addresses that are not meant: 35.191.0.0 to 35.191.255.255'),
  weakening('more than the kubelet’s probes may come', inObject('NetworkPolicy ada/allow-probes', put('spec > ingress > 0 > from > 0 > ipBlock > cidr', '169.254.0.0/16')), 'network', 'Pods may be reached from addresses that are not meant: 169.254.0.0 to 169.254.7.126'),
  weakening('the kubelet may not ask', withoutObject('NetworkPolicy ada/allow-probes'), 'network', "Pods cannot be reached from the kubelet's probes in 169.254.7.127/32"),
  weakening('the gateway may not come', withoutObject(TUNNEL), 'network', 'Pods cannot be reached from hosts in istio-ingress on TCP/15008'),
  weakening('what scrapes may come past the tunnel', inObject('NetworkPolicy ada/allow-metrics', drop('spec > ingress > 0 > ports')), 'network', 'Pods may be reached from practicum-monitoring beyond what they need'),
  weakening('what scrapes comes past the tunnel alone', inObject('NetworkPolicy ada/allow-metrics', put('spec > ingress > 0 > ports > 0 > port', 8080)), 'network', 'Pods cannot be reached from prometheus in practicum-monitoring on TCP/15008'),

  weakening('tenants reach every port of what holds all metrics', withoutObject('AuthorizationPolicy practicum-monitoring/prometheus'), 'network', MISSING),
  weakening('tenants reach the staff’s port of what holds all metrics', inObject('AuthorizationPolicy practicum-monitoring/prometheus', put('spec > rules > 0 > to > 0 > operation > notPorts > 1', '8444')), 'network', OTHER),
  weakening('the guard of what holds all metrics is for other pods', inObject('AuthorizationPolicy practicum-monitoring/prometheus', put('spec > selector > matchLabels', { 'app.kubernetes.io/name': 'grafana' })), 'network', OTHER),
  weakening('the guard of what holds all metrics only tells', inObject('AuthorizationPolicy practicum-monitoring/prometheus', put('spec > action', 'AUDIT')), 'network', OTHER),
  weakening('what scrapes is outside of the mesh', inObject('Deployment practicum-monitoring/prometheus', drop(`spec > template > metadata > labels > ${IN_MESH}`)), 'network', 'What scrapes metrics is outside of the mesh, and pods take nothing from there'),
  weakening('tenants come past the tunnel to what holds all metrics', inObject('NetworkPolicy practicum-monitoring/prometheus', put('spec > ingress > 0 > ports > 1', { protocol: 'TCP', port: 8444 })), 'metrics', 'What collects metrics has a way in or out that it does not need'),

  weakening('the gateway takes routes of every namespace', inObject(GATEWAY, put('spec > listeners > 0 > allowedRoutes > namespaces', { from: 'All' })), 'hosts', OTHER),
  weakening('the gateway answers for every host', inObject(GATEWAY, drop('spec > listeners > 0 > hostname')), 'hosts', OTHER),
  weakening('the gateway has a second listener', inObject(GATEWAY, put('spec > listeners > 1', { name: 'all', protocol: 'TCP', port: 9000 })), 'hosts', OTHER),
  weakening('the gateway takes routes of other kinds', inObject(GATEWAY, put('spec > listeners > 0 > allowedRoutes > kinds > 1', { kind: 'TCPRoute' })), 'hosts', OTHER),
  weakening('the gateway gets an address of its own', inObject('ConfigMap istio-ingress/hosts', put('data > service', '{"spec":{"type":"LoadBalancer"}}')), 'hosts', OTHER),
  weakening('the gateway’s pods run something else', inObject('ConfigMap istio-ingress/hosts', put('data > deployment', '{"spec":{"template":{"spec":{"containers":[{"name":"istio-proxy","image":"mine"}]}}}}')), 'hosts', OTHER),
  weakening('the gateway’s pods are the node’s', inObject('ConfigMap istio-ingress/hosts', put('data > deployment', '{"spec":{"template":{"spec":{"hostNetwork":true,"containers":[{"name":"istio-proxy","resources":{}}]}}}}')), 'hosts', OTHER),
  weakening('hosts lead elsewhere than to the gateway', inObject('HTTPRoute istio-ingress/hosts', put('spec > rules > 0 > backendRefs > 0', { name: 'web', namespace: 'ada', port: 80 })), 'hosts', OTHER),
  weakening('hosts lead nowhere', withoutObject('HTTPRoute istio-ingress/hosts'), 'hosts', MISSING),
  weakening('the namespace of the gateway counts as a tenant’s', inObject('Namespace istio-ingress', put('metadata > labels > practicum.dev/tenant', 'ada')), 'hosts', OTHER),
  weakening('the gateway is reached by everybody', inObject('NetworkPolicy istio-ingress/hosts', drop('spec > ingress > 0 > from')), 'network', OTHER),
  weakening('nothing keeps the gateway apart', withoutObject('NetworkPolicy istio-ingress/deny-all'), 'network', MISSING),
  weakening('a route of a place hangs on GKE’s Gateway', inObject('HTTPRoute ada/web', put('spec > parentRefs > 0', { kind: 'Gateway', name: 'labs', namespace: 'practicum-system', sectionName: 'https' })), 'hosts', 'A route hangs on something else than a listener of the Gateway'),
  weakening('a route of a place hangs on a listener that is not there', inObject('HTTPRoute ada/web', put('spec > parentRefs > 0 > sectionName', 'https')), 'hosts', 'The host of a place leads nowhere'),
  weakening('something else stands beside the gateway', plusObject(GATEWAY, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'hosts-istio', namespace: 'istio-ingress' } }), 'objects', "An object stands in a namespace that is nobody's"),
  weakening('a filter stands in a place', plusObject('Namespace ada', { apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter', metadata: { name: 'added', namespace: 'ada' }, spec: {} }), 'objects', 'A EnvoyFilter in a place: nobody has reasoned about what it does'),
  weakening('a rule holds for the whole mesh', plusObject(GATEWAY, { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'all', namespace: 'istio-system' }, spec: { mtls: { mode: 'PERMISSIVE' } } }), 'objects', "An object stands in a namespace that is nobody's"),

  weakening('pods may leave the mesh', withoutObject('ValidatingAdmissionPolicy practicum-mesh-labels'), 'admission', 'practicum-mesh-labels is not there: a pod may leave the mesh, or take what is not encrypted'),
  weakening('annotations may take pods out of the mesh', inObject('ValidatingAdmissionPolicy practicum-mesh-labels', drop('spec > validations > 1')), 'admission', 'practicum-mesh-labels has 1 of its 2 rules: a pod may leave the mesh, or take what is not encrypted'),
  weakening('a student may turn encryption off', inObject('ValidatingAdmissionPolicy practicum-mesh-destinations', drop('spec > validations > 1')), 'admission', 'practicum-mesh-destinations has 1 of its 2 rules: a DestinationRule may turn encryption off, or change the way to another\'s Service'),
  weakening('a student may write who may connect', inObject('ClusterRole practicum-student', put('rules > 99', { apiGroups: ['security.istio.io'], resources: ['authorizationpolicies'], verbs: ['create'] })), 'rbac', 'A student may create authorizationpolicies.security.istio.io, which is not among what may be held in a place'),
];
