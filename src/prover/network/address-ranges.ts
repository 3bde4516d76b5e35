import type { MonitoringRecord } from '../cohort-record';
import { AddressSet } from './address-set';

/**
 * Addresses that are not the internet: this machine, link-local, multicast, and what a VPC may use inside.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry (read 2026-11)
 */
export const NOT_THE_INTERNET = AddressSet.of([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/**
 * Where Google's load balancers and their health checks connect from.
 * @see https://cloud.google.com/load-balancing/docs/firewall-rules (read 2026-11)
 */
export const GOOGLE_FRONT_ENDS = ['130.211.0.0/22', '35.191.0.0/16'] as const;

/** A service of the node that every pod may ask, and on which ports. */
export interface NodeService {
  readonly name: string;
  readonly range: string;
  /** `<protocol>/<port>`. */
  readonly ports: readonly string[];
}

/**
 * The metadata server gives out the node's own token unless the node runs GKE's (`GKE_METADATA`), which the
 * cluster's settings are checked for.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy#network-policy-and-workload-identity
 */
export const NODE_SERVICES: readonly NodeService[] = [
  { name: 'DNS of the node', range: '169.254.20.10/32', ports: ['UDP/53', 'TCP/53'] },
  {
    name: 'DNS and metadata server',
    range: '169.254.169.254/32',
    ports: ['UDP/53', 'TCP/53', 'TCP/80', 'TCP/8080'],
  },
  { name: 'metadata server of GKE', range: '169.254.169.252/32', ports: ['TCP/987', 'TCP/988'] },
];

/** Programs in the staff's namespaces that pods may talk to, or that may talk to pods. */
export interface StaffPeer {
  readonly direction: 'Ingress' | 'Egress';
  readonly namespace: string;
  /** Label of the peer's pods, with all values that are meant. */
  readonly label: string;
  readonly values: readonly string[];
  /** `<protocol>/<port>`; absent for any. */
  readonly ports?: readonly string[];
  /** Where it is needed: whoever collects the metrics. @default - everywhere */
  readonly collector?: MonitoringRecord['collector'];
}

export const STAFF_PEERS: readonly StaffPeer[] = [
  {
    direction: 'Egress',
    namespace: 'kube-system',
    label: 'k8s-app',
    values: ['kube-dns', 'node-local-dns'],
    ports: ['UDP/53', 'TCP/53'],
  },
  {
    direction: 'Ingress',
    namespace: 'practicum-monitoring',
    label: 'app.kubernetes.io/name',
    values: ['prometheus'],
    collector: 'in-cluster',
  },
  // Google's own, where it collects.
  {
    direction: 'Ingress',
    namespace: 'gmp-system',
    label: 'app.kubernetes.io/name',
    values: ['collector'],
    collector: 'google-managed',
  },
  {
    direction: 'Egress',
    namespace: 'practicum-monitoring',
    label: 'app.kubernetes.io/name',
    values: ['prometheus'],
    ports: ['TCP/8443'],
  },
  {
    direction: 'Egress',
    namespace: 'practicum-monitoring',
    label: 'app.kubernetes.io/name',
    values: ['dashboards'],
    ports: ['TCP/8080'],
  },
];
