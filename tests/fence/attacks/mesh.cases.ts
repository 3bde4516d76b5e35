import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES, hostOf } from '../cast';
import type { Sent } from './by-policy';
import { byPolicy, sent } from './by-policy';
import { object } from './objects';

const OWN = hostOf(PLACES.student);
const THEIRS = hostOf(PLACES.other);
const LABS = 'practicum-system/labs';
const THEIR_WEB = `web.${PLACES.other}.svc.cluster.local`;

const to = (host: string): Attributes => ({ destination: { host } });
const WEB = { route: [to('web')] };

/** A VirtualService that nothing is wrong with but what `spec` changes. */
const virtualService = (spec: Attributes, version = 'v1'): Sent =>
  sent(
    'virtualservices',
    object(`networking.istio.io/${version}`, 'VirtualService', {
      spec: { hosts: [OWN], gateways: [LABS], http: [WEB], ...spec },
    }),
  );
const destinationRule = (spec: Attributes): Sent =>
  sent(
    'destinationrules',
    object('networking.istio.io/v1', 'DestinationRule', { spec: { host: 'web', ...spec } }),
  );

const meshed = byPolicy('practicum-mesh-hosts');
const aimed = byPolicy('practicum-mesh-destinations');

const HOSTS = `spec.hosts and sniHosts: in this namespace only ${OWN}, names under it and Services of the namespace are allowed`;
const GATEWAYS = `spec.gateways: only ${LABS}, and mesh for your own Services`;
const ROUTES = 'spec: routes and mirrors lead to Services of this namespace';
const OWN_SERVICE = 'spec.host: a rule is for a Service of this namespace';

/** Another's traffic, by routes of a service mesh. */
// One line per attack.
// prettier-ignore
export const MESH: readonly Attack[] = [
  meshed('A student takes another’s host in the mesh', virtualService({ hosts: [THEIRS] }), HOSTS),
  meshed('A student takes another’s host in the mesh beside their own', virtualService({ hosts: [OWN, THEIRS] }), HOSTS),
  meshed('A student takes another’s host by an older version of the kind', virtualService({ hosts: [THEIRS] }, 'v1beta1'), HOSTS),
  meshed('A student takes every host in the mesh', virtualService({ hosts: ['*'] }), HOSTS),
  meshed('A student takes another’s Service from its clients', virtualService({ hosts: [THEIR_WEB], gateways: ['mesh'] }), HOSTS),
  meshed('A student takes another’s Service by its short name', virtualService({ hosts: [`web.${PLACES.other}`], gateways: ['mesh'] }), HOSTS),
  meshed('A student takes a host of the internet from everybody’s pods', virtualService({ hosts: ['pypi.org'], gateways: ['mesh'] }), HOSTS),
  meshed('A student takes the API server from everybody’s pods', virtualService({ hosts: ['kubernetes.default.svc.cluster.local'], gateways: ['mesh'] }), HOSTS),
  meshed('A student routes for no host', virtualService({ hosts: [] }), HOSTS),
  meshed('A student listens on another’s Gateway', virtualService({ gateways: [`${PLACES.other}/gateway`] }), GATEWAYS),
  meshed('A student listens on a Gateway of their own', virtualService({ gateways: ['mine'] }), GATEWAYS),
  meshed('A student listens on another’s Gateway in one match', virtualService({ http: [{ ...WEB, match: [{ gateways: [`${PLACES.other}/gateway`] }] }] }), GATEWAYS),
  meshed('A student leads their host into another place by the mesh', virtualService({ http: [{ route: [to(THEIR_WEB)] }] }), ROUTES),
  meshed('A student leads a part of the traffic into another place', virtualService({ http: [{ route: [{ ...to('web'), weight: 99 }, { ...to(THEIR_WEB), weight: 1 }] }] }), ROUTES),
  meshed('A student leads their host to the staff’s Prometheus by the mesh', virtualService({ http: [{ route: [to('metrics.practicum-monitoring.svc.cluster.local')] }] }), ROUTES),
  meshed('A student leads TCP into another place', virtualService({ http: [], tcp: [{ route: [to(THEIR_WEB)] }] }), ROUTES),
  meshed('A student leads TLS into another place', virtualService({ http: [], tls: [{ match: [{ sniHosts: [OWN] }], route: [to(THEIR_WEB)] }] }), ROUTES),
  meshed('A student takes another’s TLS by its server name', virtualService({ http: [], tls: [{ match: [{ sniHosts: [THEIRS] }], route: [to('web')] }] }), HOSTS),
  meshed('A student mirrors requests into another place by the mesh', virtualService({ http: [{ ...WEB, mirror: { host: THEIR_WEB } }] }), ROUTES),
  meshed('A student mirrors requests into several places by the mesh', virtualService({ http: [{ ...WEB, mirrors: [to(THEIR_WEB)] }] }), ROUTES),
  meshed('A student delegates a route to another place', virtualService({ http: [{ delegate: { name: 'web', namespace: PLACES.other } }] }), ROUTES),
  aimed('A student sets how others reach another’s Service', destinationRule({ host: THEIR_WEB, trafficPolicy: { tls: { mode: 'DISABLE' } } }), OWN_SERVICE),
  aimed('A student sets how others reach all Services', destinationRule({ host: '*.svc.cluster.local', trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } } }), OWN_SERVICE),
  aimed('A student sets how others reach the API server', destinationRule({ host: 'kubernetes.default.svc.cluster.local' }), OWN_SERVICE),
  byPolicy('practicum-mesh-hosts', 'operator')('An operator takes another’s host in the mesh for a student', virtualService({ hosts: [THEIRS] }), HOSTS),
  byPolicy('practicum-mesh-destinations', 'operator')('An operator sets how others reach another’s Service for a student', destinationRule({ host: THEIR_WEB }), OWN_SERVICE),
];
