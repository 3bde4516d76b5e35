import type { StaffPeer } from './address-ranges';
import { GOOGLE_FRONT_ENDS, STAFF_PEERS } from './address-ranges';

/** Port of a pod in the mesh that leads on to every port of it: what opens it opens all, but for the mesh's own rules. */
export const TUNNEL = 'TCP/15008';

/** Where the kubelet's probes of pods in the mesh come from; nothing else has that address. */
const PROBES = ['169.254.7.127/32'] as const;

const isPrometheus = ({ values }: StaffPeer): boolean => values.includes('prometheus');

/** With a mesh, whoever is in it as well is met at the tunnel, and requests come from a gateway of the mesh. */
const IN_MESH: readonly StaffPeer[] = [
  ...STAFF_PEERS.map((peer) => (isPrometheus(peer) ? { ...peer, ports: [TUNNEL] } : peer)),
  {
    direction: 'Ingress',
    namespace: 'istio-ingress',
    label: 'gateway.networking.k8s.io/gateway-name',
    values: ['hosts'],
    ports: [TUNNEL],
  },
];

/** Programs of the staff's that pods may talk to, or that may talk to pods. */
export const staffPeers = (mesh: boolean): readonly StaffPeer[] => (mesh ? IN_MESH : STAFF_PEERS);

/** Addresses that pods may be reached from, whoever they are of; and what they are called. */
export const callers = (mesh: boolean): { readonly called: string; readonly ranges: readonly string[] } =>
  mesh
    ? { called: "the kubelet's probes", ranges: PROBES }
    : { called: 'the load balancers', ranges: GOOGLE_FRONT_ENDS };
