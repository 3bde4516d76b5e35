import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOwn, inPlace } from '../kube-path';
import type { Sent } from './by-policy';
import { byPolicy, policyRefusal, sent } from './by-policy';
import { requestOf } from './by-role';
import { claim, deployment, object, pod, service } from './objects';
import { LABS, OWN, WEB, certificate, mirrorTo, route } from './route-objects';

const IMPORTED = { group: 'net.gke.io', kind: 'ServiceImport' };

const mirror = (backendRef: Attributes): Attributes => mirrorTo({ ...WEB, ...backendRef });
const meshRoute = (spec: Attributes): Sent =>
  sent(
    'virtualservices',
    object('networking.istio.io/v1', 'VirtualService', { spec: { hosts: [OWN], ...spec } }),
  );
const TERM: Attributes = {
  topologyKey: 'kubernetes.io/hostname',
  labelSelector: { matchLabels: { app: 'web' } },
  namespaceSelector: {},
};
const required = (kind: string): Sent =>
  sent('pods', pod({ affinity: { [kind]: { requiredDuringSchedulingIgnoredDuringExecution: [TERM] } } }));
const preferred = (kind: string): Sent =>
  sent(
    'pods',
    pod({
      affinity: {
        [kind]: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: TERM }] },
      },
    }),
  );

const routed = byPolicy('practicum-route-hosts');
const meshed = byPolicy('practicum-mesh-hosts');
const placed = byPolicy('practicum-pods');

const PARENTS = 'spec.parentRefs: routes attach to the Gateway labs in the namespace practicum-system';
const BACKENDS = 'spec.rules: backends and mirrors are Services of this namespace';
const GATEWAYS = 'spec.gateways: only practicum-system/labs';
const AFFINITY = 'affinity: near and away from your own pods only';

const REACH = 'networking.gke.io/load-balancer-type';
/** A load balancer in the place of a team, which may have one that is internal. */
const balanced = (title: string, spec: Attributes, annotations: Attributes): Attack => ({
  title,
  as: 'member',
  guard: 'practicum-services',
  request: requestOf(
    'POST',
    inPlace(PLACES.team, 'services'),
    service({ type: 'LoadBalancer', ...spec }, { annotations }),
  ),
  refused: policyRefusal('practicum-services', 'metadata.annotations: a load balancer is internal here'),
});

/** The parts of each rule that the plainer attacks leave alone. */
// One line per attack.
// prettier-ignore
export const CORNERS: readonly Attack[] = [
  routed('A student attaches a route to another API’s Gateway of that name', route({ parentRefs: [{ ...LABS, group: 'networking.istio.io' }] }), PARENTS),
  routed('A student attaches a route to a Service of that name', route({ parentRefs: [{ ...LABS, kind: 'Service' }] }), PARENTS),
  routed('A student attaches a route to another Gateway of the staff', route({ parentRefs: [{ ...LABS, name: 'staff' }] }), PARENTS),
  routed('A student leads their host to another API’s Service', route({ rules: [{ backendRefs: [{ ...WEB, group: IMPORTED.group, kind: 'Service' }] }] }), BACKENDS),
  routed('A student leads their host to something else than a Service', route({ rules: [{ backendRefs: [{ ...WEB, kind: 'Secret' }] }] }), BACKENDS),
  routed('A student mirrors to another API’s Service', route({ rules: [{ backendRefs: [WEB], ...mirror({ group: IMPORTED.group }) }] }), BACKENDS),
  routed('A student mirrors to something else than a Service', route({ rules: [{ backendRefs: [WEB], ...mirror({ kind: 'Secret' }) }] }), BACKENDS),
  routed('A student mirrors to another API’s Service from a single backend', route({ rules: [{ backendRefs: [{ ...WEB, ...mirror({ group: IMPORTED.group }) }] }] }), BACKENDS),
  routed('A student mirrors to something else than a Service from a single backend', route({ rules: [{ backendRefs: [{ ...WEB, ...mirror({ kind: 'Secret' }) }] }] }), BACKENDS),

  meshed('A student matches requests of another Gateway by TLS', meshRoute({ tls: [{ match: [{ sniHosts: [OWN], gateways: ['practicum-system/staff'] }] }] }), GATEWAYS),
  meshed('A student matches requests of another Gateway by TCP', meshRoute({ tcp: [{ match: [{ gateways: ['practicum-system/staff'] }] }] }), GATEWAYS),

  byPolicy('practicum-certificate-hosts')('A student asks for a certificate with another kind of name', certificate({ otherNames: [{ oid: '1.3.6.1.4.1.311.20.2.3', utf8Value: 'staff' }] }), 'spec: a certificate here is for host names alone'),

  placed('A student wants to be beside another’s pods', required('podAffinity'), AFFINITY),
  placed('A student would like to be beside another’s pods', preferred('podAffinity'), AFFINITY),
  placed('A student would like to be away from another’s pods', preferred('podAntiAffinity'), AFFINITY),
  {
    title: 'A student aims what runs already at a node',
    as: 'student',
    guard: 'practicum-pods',
    request: requestOf('PATCH', inOwn('deployments/api', 'apps/v1'), { spec: { template: { spec: { nodeName: 'node-1' } } } }),
    refused: policyRefusal('practicum-pods', 'nodeName: the scheduler chooses the node'),
  },

  byPolicy('practicum-finalizers')('A student asks for a disk that never goes', sent('persistentvolumeclaims', { ...claim(), metadata: { name: 'mine', finalizers: ['example.edu/mine'] } }), 'metadata.finalizers: only'),

  byPolicy('practicum-tokens')('A student has a token written that never ends', sent('secrets', object('v1', 'Secret', { type: 'kubernetes.io/service-account-token' }, { annotations: { 'kubernetes.io/service-account.name': 'lab' } })), 'type: no kubernetes.io/service-account-token'),
  byPolicy('practicum-health-checks')('A student has another’s Service checked their way', sent('healthcheckpolicies', object('networking.gke.io/v1', 'HealthCheckPolicy', { spec: { default: {}, targetRef: { group: '', kind: 'Service', name: 'web', namespace: PLACES.other } } })), 'spec.targetRef.namespace: leave it out'),
  placed('A student starts a pod that takes a year to end', sent('pods', pod({ terminationGracePeriodSeconds: 31_536_000 })), 'terminationGracePeriodSeconds: at most 600'),
  placed('A student has pods made that take a year to end', sent('deployments', deployment({ terminationGracePeriodSeconds: 31_536_000 })), 'terminationGracePeriodSeconds: at most 600'),

  balanced('A team opens a load balancer to the internet', {}, {}),
  balanced('A team opens a load balancer to the internet by its class', { loadBalancerClass: 'networking.gke.io/l4-regional-external' }, { [REACH]: 'Internal' }),
];
