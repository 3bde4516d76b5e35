import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOwn } from '../kube-path';
import type { Sent } from './by-policy';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { requestOf } from './by-role';
import { object } from './objects';
import { GATEWAY_API, OWN, THEIRS, WEB, certificate, grpcRoute, mirrorTo, route } from './route-objects';

const ingress = (spec: Attributes): Sent =>
  sent('ingresses', object('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{ host: OWN }], ...spec } }));
const gateway = (group: string, spec: Attributes): Sent =>
  sent('gateways', object(`${group}/v1`, 'Gateway', { spec }));

const routed = byPolicy('practicum-route-hosts');
const ingressed = byPolicy('practicum-ingress-hosts');
const certified = byPolicy('practicum-certificate-hosts');

const HOSTNAMES = `spec.hostnames: in this namespace only ${OWN} and names under it are allowed`;
const PARENTS = 'spec.parentRefs: routes attach to the Gateway labs in the namespace practicum-system';
const BACKENDS = 'spec.rules: backends and mirrors are Services of this namespace';
const DNS_NAMES = `spec.dnsNames: in this namespace only ${OWN} and names under it are allowed`;
const NAMES_ALONE = 'spec: a certificate here is for host names alone';
const RULES = `spec.rules, the host of each: in this namespace only ${OWN} and names under it are allowed`;

/** Another's host, another's backend, a Gateway of one's own. */
// One line per attack.
// prettier-ignore
export const HOSTS: readonly Attack[] = [
  routed('A student takes another’s host', route({ hostnames: [THEIRS] }), HOSTNAMES),
  routed('A student takes another’s host beside their own', route({ hostnames: [OWN, THEIRS] }), HOSTNAMES),
  routed('A student takes a name under another’s host', route({ hostnames: [`api.${THEIRS}`] }), HOSTNAMES),
  routed('A student takes all hosts by a wildcard', route({ hostnames: ['*.fence.example.edu'] }), HOSTNAMES),
  routed('A student takes the domain of the course', route({ hostnames: ['fence.example.edu'] }), HOSTNAMES),
  routed('A student takes a host that ends like their own', route({ hostnames: [`evil-${OWN}`] }), HOSTNAMES),
  routed('A student takes all hosts by naming none', route({ hostnames: [] }), HOSTNAMES),
  routed('A student takes another’s host for gRPC', grpcRoute({ hostnames: [THEIRS] }), HOSTNAMES),
  routed('A student attaches a route to another’s Gateway', route({ parentRefs: [{ name: 'labs', namespace: PLACES.other }] }), PARENTS),
  routed('A student attaches a route to a Gateway of their own', route({ parentRefs: [{ name: 'labs' }] }), PARENTS),
  routed('A student attaches a route to another’s Service, and so to its clients', route({ parentRefs: [{ group: '', kind: 'Service', name: 'web', namespace: PLACES.other }] }), PARENTS),
  routed('A student attaches a route to nothing, to attach it later', route({ parentRefs: [] }), PARENTS),
  routed('A student leads their host into another place', route({ rules: [{ backendRefs: [{ ...WEB, namespace: PLACES.other }] }] }), BACKENDS),
  routed('A student leads their host to the staff’s Prometheus', route({ rules: [{ backendRefs: [{ name: 'metrics', port: 8443, namespace: 'practicum-monitoring' }] }] }), BACKENDS),
  routed('A student leads their host to the staff’s Grafana', route({ rules: [{ backendRefs: [{ name: 'grafana', port: 3000, namespace: 'practicum-monitoring' }] }] }), BACKENDS),
  routed('A student leads their host to another’s Grafana', route({ rules: [{ backendRefs: [{ name: 'grafana', port: 80, namespace: PLACES.other }] }] }), BACKENDS),
  routed('A student takes the host of the staff’s Grafana', route({ hostnames: ['grafana.fence.example.edu'] }), HOSTNAMES),
  routed('A student leads their host to a backend that is no Service', route({ rules: [{ backendRefs: [{ group: 'net.gke.io', kind: 'ServiceImport', name: 'web', port: 80 }] }] }), BACKENDS),
  routed('A student mirrors requests into another place', route({ rules: [{ backendRefs: [WEB], ...mirrorTo({ ...WEB, namespace: PLACES.other }) }] }), BACKENDS),
  routed('A student mirrors requests from a single backend', route({ rules: [{ backendRefs: [{ ...WEB, ...mirrorTo({ ...WEB, namespace: PLACES.other }) }] }] }), BACKENDS),
  routed('A student leads gRPC into another place', grpcRoute({ rules: [{ backendRefs: [{ ...WEB, namespace: PLACES.other }] }] }), BACKENDS),
  {
    title: 'A student changes the route that they were given to another’s host',
    as: 'student',
    guard: 'practicum-route-hosts',
    request: requestOf('PATCH', inOwn('httproutes/web', `${GATEWAY_API}/v1`), { spec: { hostnames: [THEIRS] } }),
    refused: policyRefusal('practicum-route-hosts', HOSTNAMES),
  },

  ingressed('A student takes another’s host by an Ingress', ingress({ rules: [{ host: THEIRS }] }), RULES),
  ingressed('A student takes all hosts by an Ingress', ingress({ rules: [{}] }), RULES),
  ingressed('A student answers for every host by an Ingress', ingress({ defaultBackend: { service: { name: 'web', port: { number: 80 } } } }), 'spec.defaultBackend: '),
  ingressed('A student ends another’s TLS by an Ingress', ingress({ tls: [{ hosts: [THEIRS], secretName: 'tls' }] }), 'spec.tls: '),

  certified('A student has another’s host certified', certificate({ dnsNames: [THEIRS] }), DNS_NAMES),
  certified('A student has another’s host certified beside their own', certificate({ dnsNames: [OWN, THEIRS] }), DNS_NAMES),
  certified('A student has all hosts certified', certificate({ dnsNames: ['*.fence.example.edu'] }), DNS_NAMES),
  certified('A student has another’s name certified as a common name', certificate({ commonName: THEIRS }), 'spec.commonName: '),
  certified('A student has an address certified', certificate({ ipAddresses: ['10.0.0.1'] }), NAMES_ALONE),
  certified('A student has an identity of the mesh certified', certificate({ uris: ['spiffe://cluster.local/ns/c8wn2/sa/lab'] }), NAMES_ALONE),
  certified('A student has an instructor’s address certified', certificate({ emailAddresses: ['ines.duarte@example.edu'] }), NAMES_ALONE),
  certified('A student becomes an authority', certificate({ isCA: true }), NAMES_ALONE),
  certified('A student writes the subject by hand', certificate({ literalSubject: 'CN=c8wn2.fence.example.edu' }), NAMES_ALONE),

  byPolicy('practicum-gateways', 'operator')('An operator makes a Gateway for a student', gateway(GATEWAY_API, { gatewayClassName: 'gke-l7-global-external-managed', listeners: [{ name: 'all', protocol: 'HTTP', port: 80 }] }), 'no Gateways in this namespace'),
  byPolicy('practicum-gateways', 'operator')('An operator makes a Gateway of the mesh for a student', gateway('networking.istio.io', { selector: { istio: 'ingressgateway' }, servers: [{ port: { number: 443, protocol: 'HTTPS', name: 'https' }, hosts: ['*'] }] }), 'no Gateways in this namespace'),
  byPolicy('practicum-route-hosts', 'operator')('An operator takes another’s host for a student', route({ hostnames: [THEIRS] }), HOSTNAMES),
  byPolicy('practicum-certificate-hosts', 'operator')('An operator has another’s host certified for a student', certificate({ dnsNames: [THEIRS] }), DNS_NAMES),
  byPolicy('practicum-route-hosts', 'instructor')('An instructor takes a host away by mistake', route({ hostnames: [THEIRS] }), HOSTNAMES),
];
