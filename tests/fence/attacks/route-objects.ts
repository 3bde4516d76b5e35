import type { Attributes } from '../../../src/rehearsal/values/value';
import { PLACES, hostOf } from '../cast';
import type { Sent } from './by-policy';
import { sent } from './by-policy';
import { object } from './objects';

export const GATEWAY_API = 'gateway.networking.k8s.io';
/** Host of the student who attacks. */
export const OWN = hostOf(PLACES.student);
/** Host of another student. */
export const THEIRS = hostOf(PLACES.other);
/** The Gateway that routes attach to. */
export const LABS = { name: 'labs', namespace: 'practicum-system' };
/** The Service that each place has. */
export const WEB = { name: 'web', port: 80 };

/** A route that nothing is wrong with but what `spec` changes. */
export const route = (spec: Attributes): Sent =>
  sent('httproutes', object(`${GATEWAY_API}/v1`, 'HTTPRoute', { spec: routeSpec(spec) }));
export const grpcRoute = (spec: Attributes): Sent =>
  sent('grpcroutes', object(`${GATEWAY_API}/v1`, 'GRPCRoute', { spec: routeSpec(spec) }));
const routeSpec = (spec: Attributes): Attributes => ({
  parentRefs: [LABS],
  hostnames: [OWN],
  rules: [{ backendRefs: [WEB] }],
  ...spec,
});
/** What a rule or a backend says to mirror its requests. */
export const mirrorTo = (backendRef: Attributes): Attributes => ({
  filters: [{ type: 'RequestMirror', requestMirror: { backendRef } }],
});

/** A certificate that nothing is wrong with but what `spec` changes. */
export const certificate = (spec: Attributes): Sent =>
  sent(
    'certificates',
    object('cert-manager.io/v1', 'Certificate', {
      spec: {
        secretName: 'tls',
        issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
        dnsNames: [OWN],
        ...spec,
      },
    }),
  );
