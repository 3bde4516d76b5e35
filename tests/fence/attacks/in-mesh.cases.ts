import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import type { Sent } from './by-policy';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { byRole, requestOf } from './by-role';
import { object, pod, service } from './objects';
import { GATEWAY_API, OWN, THEIRS, route } from './route-objects';

const MESH = 'networking.istio.io/v1';
const SECURITY = 'security.istio.io/v1';
const IN_MESH = 'istio.io/dataplane-mode';
/** The Gateway that routes attach to in a mesh. */
export const HOSTS = { name: 'hosts', namespace: 'istio-ingress', sectionName: 'http' };
const THEIR_WEB = `web.${PLACES.other}.svc.cluster.local`;

/** A rule for the student's own Service that nothing is wrong with but what `spec` changes. */
export const destinationRule = (spec: Attributes): Sent =>
  sent('destinationrules', object(MESH, 'DestinationRule', { spec: { host: 'web', ...spec } }));
const virtualService = (spec: Attributes): Sent =>
  sent(
    'virtualservices',
    object(MESH, 'VirtualService', {
      spec: {
        hosts: [OWN],
        gateways: ['istio-ingress/hosts'],
        http: [{ route: [{ destination: { host: 'web' } }] }],
        ...spec,
      },
    }),
  );
const routeAt = (parent: Attributes, spec: Attributes = {}): Sent => route({ parentRefs: [parent], ...spec });

const student = byRole('student');
const routed = byPolicy('practicum-route-hosts');
const meshed = byPolicy('practicum-mesh-hosts');
const aimed = byPolicy('practicum-mesh-destinations');
const labelled = byPolicy('practicum-mesh-labels');

const PARENTS = 'spec.parentRefs: routes attach to the Gateway hosts in the namespace istio-ingress';
const TLS = 'spec: leave out tls, or say mode: ISTIO_MUTUAL';
const STAYS = (field: string): string => `metadata.${field}: leave out what is called istio.io/`;
const ROUTES = 'spec: routes and mirrors lead to Services of this namespace';

const onPod = (metadata: Attributes): Sent => sent('pods', pod({}, metadata));
const onService = (metadata: Attributes): Sent => sent('services', service({}, metadata));
const rule = (kind: string, spec: Attributes): KubernetesObject => object(SECURITY, kind, { spec });

/** What somebody tries who is in a mesh with others: to leave it, to open it, to be taken for another. */
// One line per attack.
// prettier-ignore
export const IN_A_MESH: readonly Attack[] = [
  student('A student takes what is not encrypted', 'POST', inOwn('peerauthentications', SECURITY), rule('PeerAuthentication', { mtls: { mode: 'PERMISSIVE' } })),
  student('A student deletes the rule that all is encrypted', 'DELETE', inOwn('peerauthentications/strict', SECURITY)),
  student('A student turns encryption off in that rule', 'PATCH', inOwn('peerauthentications/strict', SECURITY), { spec: { mtls: { mode: 'DISABLE' } } }),
  student('A student turns encryption off for another', 'PATCH', inOther('peerauthentications/strict', SECURITY), { spec: { mtls: { mode: 'DISABLE' } } }),
  student('A student lets everybody connect', 'POST', inOwn('authorizationpolicies', SECURITY), rule('AuthorizationPolicy', { rules: [{}] })),
  student('A student has somebody else decide who may connect', 'POST', inOwn('authorizationpolicies', SECURITY), rule('AuthorizationPolicy', { action: 'CUSTOM', provider: { name: 'mine' }, rules: [{}] })),
  student('A student deletes the rule of who may connect', 'DELETE', inOwn('authorizationpolicies/own-callers', SECURITY)),
  student('A student adds themselves to the rule of another', 'PATCH', inOther('authorizationpolicies/own-callers', SECURITY), { spec: { rules: [{}] } }),
  student('A student reads the rules of another', 'GET', inOther('authorizationpolicies', SECURITY)),
  student('A student opens what holds all metrics', 'DELETE', inPlace('practicum-monitoring', 'authorizationpolicies/prometheus', SECURITY)),
  student('A student has tokens of their own believed', 'POST', inOwn('requestauthentications', SECURITY), {}),
  student('A student sends a filter into the gateway', 'POST', inOwn('envoyfilters', 'networking.istio.io/v1alpha3'), {}),
  student('A student runs a program in the gateway', 'POST', inOwn('wasmplugins', 'extensions.istio.io/v1alpha1'), {}),
  student('A student adds a host of others to the mesh', 'POST', inOwn('serviceentries', MESH), {}),
  student('A student adds a machine to the mesh', 'POST', inOwn('workloadentries', MESH), {}),
  student('A student says what their pods may see of the mesh', 'POST', inOwn('sidecars', MESH), {}),
  student('A student sets up the proxies of their pods', 'POST', inOwn('proxyconfigs', 'networking.istio.io/v1beta1'), {}),
  student('A student has requests of the gateway told elsewhere', 'POST', inOwn('telemetries', 'telemetry.istio.io/v1'), {}),
  student('A student makes a Gateway of the mesh’s own kind', 'POST', inOwn('gateways', MESH), object(MESH, 'Gateway', { spec: { servers: [] } })),
  student('A student makes a waypoint', 'POST', inOwn('gateways', `${GATEWAY_API}/v1`), object(`${GATEWAY_API}/v1`, 'Gateway', { spec: { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] } })),
  student('A student adds listeners to the gateway', 'POST', inOwn('listenersets', `${GATEWAY_API}/v1`), {}),
  student('A student changes the gateway', 'PATCH', inPlace('istio-ingress', 'gateways/hosts', `${GATEWAY_API}/v1`), { spec: { gatewayClassName: 'mine' } }),
  student('A student changes what Istio makes for the gateway', 'PATCH', inPlace('istio-ingress', 'configmaps/hosts'), { data: { service: '{}' } }),
  student('A student leads all hosts to their own place', 'PATCH', inPlace('istio-ingress', 'httproutes/hosts', `${GATEWAY_API}/v1`), { spec: { rules: [] } }),
  student('A student reads the gateway’s token', 'GET', inPlace('istio-ingress', 'secrets')),
  student('A student reads what signs all certificates', 'GET', inPlace('istio-system', 'secrets/istio-ca-secret')),
  student('A student takes their place out of the mesh', 'PATCH', ofCluster(`namespaces/${PLACES.student}`), { metadata: { labels: { [IN_MESH]: null } } }),
  student('A student deletes the rule that keeps pods in the mesh', 'DELETE', ofCluster('validatingadmissionpolicies/practicum-mesh-labels', 'admissionregistration.k8s.io/v1')),

  labelled('A student starts a pod outside of the mesh', onPod({ labels: { [IN_MESH]: 'none' } }), STAYS('labels')),
  labelled('A student starts a pod that asks for the mesh itself', onPod({ labels: { [IN_MESH]: 'ambient' } }), STAYS('labels')),
  labelled('A student has a proxy put into a pod', onPod({ labels: { 'sidecar.istio.io/inject': 'true' } }), STAYS('labels')),
  labelled('A student has a pod taken for one with a proxy', onPod({ labels: { 'security.istio.io/tlsMode': 'istio' } }), STAYS('labels')),
  labelled('A student starts a pod that takes what is not encrypted', onPod({ annotations: { 'ambient.istio.io/bypass-inbound-capture': 'true' } }), STAYS('annotations')),
  labelled('A student has a pod taken for one outside of the mesh', onPod({ annotations: { 'ambient.istio.io/redirection': 'disabled' } }), STAYS('annotations')),
  labelled('A student leads a Service through a waypoint', onService({ labels: { 'istio.io/use-waypoint': 'mine', 'istio.io/use-waypoint-namespace': PLACES.other } }), STAYS('labels')),
  labelled('A student shows a Service to whom they like', onService({ annotations: { 'networking.istio.io/exportTo': '*' } }), STAYS('annotations')),
  byPolicy('practicum-mesh-labels', 'operator')('An operator starts a pod outside of the mesh for a student', onPod({ labels: { [IN_MESH]: 'none' } }), STAYS('labels')),
  {
    title: 'A student takes a pod that stands out of the mesh',
    as: 'student',
    guard: 'practicum-mesh-labels',
    request: requestOf('PATCH', inOwn('pods/web-0'), { metadata: { labels: { [IN_MESH]: 'none' } } }),
    refused: policyRefusal('practicum-mesh-labels', STAYS('labels')),
  },

  routed('A student goes past the mesh by GKE’s Gateway', routeAt({ name: 'labs', namespace: 'practicum-system', sectionName: 'https' }), PARENTS),
  routed('A student goes past the mesh by both', route({ parentRefs: [HOSTS, { name: 'labs', namespace: 'practicum-system' }] }), PARENTS),
  routed('A student sets the way to another’s Service inside of the mesh', routeAt({ group: '', kind: 'Service', name: 'web', namespace: PLACES.other }), PARENTS),
  routed('A student takes another’s host at the gateway', routeAt(HOSTS, { hostnames: [THEIRS] }), 'spec.hostnames'),
  routed('A student takes all hosts at the gateway', routeAt(HOSTS, { hostnames: ['*.fence.example.edu'] }), 'spec.hostnames'),
  routed('A student leads their host into another place by the gateway', routeAt(HOSTS, { rules: [{ backendRefs: [{ name: 'web', namespace: PLACES.other, port: 80 }] }] }), 'spec.rules'),
  meshed('A student listens at GKE’s Gateway by the mesh', virtualService({ gateways: ['practicum-system/labs'] }), 'spec.gateways: only istio-ingress/hosts'),
  meshed('A student takes another’s host by a VirtualService', virtualService({ hosts: [THEIRS] }), 'spec.hosts and sniHosts'),
  meshed('A student leads requests of the gateway into another place', virtualService({ http: [{ route: [{ destination: { host: THEIR_WEB } }] }] }), ROUTES),

  aimed('A student turns encryption of their Service off', destinationRule({ trafficPolicy: { tls: { mode: 'DISABLE' } } }), TLS),
  aimed('A student turns encryption off by saying nothing of how', destinationRule({ trafficPolicy: { tls: {} } }), TLS),
  aimed('A student has the gateway speak TLS of their own', destinationRule({ trafficPolicy: { tls: { mode: 'MUTUAL', privateKey: '/var/run/secrets/tokens/istio-token' } } }), TLS),
  aimed('A student turns encryption of one port off', destinationRule({ trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'DISABLE' } }] } }), TLS),
  aimed('A student turns encryption of some pods off', destinationRule({ subsets: [{ name: 'v1', trafficPolicy: { tls: { mode: 'SIMPLE' } } }] }), TLS),
  aimed('A student turns encryption of one port of some pods off', destinationRule({ subsets: [{ name: 'v1', trafficPolicy: { portLevelSettings: [{ tls: { mode: 'DISABLE' } }] } }] }), TLS),
  aimed('A student turns encryption of another’s Service off', destinationRule({ host: THEIR_WEB, trafficPolicy: { tls: { mode: 'DISABLE' } } }), 'spec.host'),
];
