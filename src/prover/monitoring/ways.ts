import type { KubernetesDocument } from '../artifacts';
import type { MonitoringRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { Json } from '../json-value';
import { at, isMap, labelsAt } from '../json-value';
import { nameOf } from '../kubernetes/cluster-objects';
import { selectsAll } from '../kubernetes/label-selector';
import { GOOGLE_FRONT_ENDS } from '../network/address-ranges';
import { TUNNEL } from '../network/mesh-peers';
import type { Allowance } from '../network/network-classes';
import { allowancesOf, closedBy } from '../network/network-classes';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { broken, unguarded } from './monitoring-fault';

const { programLabel, tenantLabel, namespaceNameLabel } = NAMES;

/** Metadata server, for the token that Google is asked with. */
const METADATA = ['Egress 169.254.169.254/32 on TCP/80', 'Egress 169.254.169.252/32 on TCP/988'];
const API_SERVER = 'Egress 0.0.0.0/0 on TCP/443, TCP/6443';

/** Ways in and out of each program of the monitoring namespace, all of them. */
function meantWays(
  { collector, mailPort }: MonitoringRecord,
  mesh: boolean,
): Readonly<Record<string, readonly string[]>> {
  const isManaged = collector === 'google-managed';
  return {
    'deny-all': [],
    'allow-dns': ['Egress everybody on UDP/53, TCP/53'],
    'kube-state-metrics': [
      isManaged ? 'Ingress gmp-system/collector on TCP/8080' : 'Ingress prometheus on TCP/8080',
      API_SERVER,
    ],
    'load-balancer-metrics': [
      isManaged ? 'Ingress gmp-system/collector on TCP/9255' : 'Ingress prometheus on TCP/9255',
      API_SERVER,
      ...METADATA,
    ],
    prometheus: [
      `Ingress tenants on ${mesh ? TUNNEL : 'TCP/8443'}`,
      'Ingress grafana on TCP/8444',
      // The kubelet asks pods in the mesh from an address of its own.
      ...(mesh ? ['Ingress 169.254.7.127/32 on TCP/8643, TCP/8644'] : []),
      ...(isManaged
        ? [API_SERVER, ...METADATA]
        : [
            `Egress tenants on ${mesh ? TUNNEL : 'every port'}`,
            'Egress gateways of a mesh on TCP/15020, TCP/15090',
            'Egress kube-state-metrics on TCP/8080',
            'Egress load-balancer-metrics on TCP/9255',
            'Egress alertmanager on TCP/9093',
            API_SERVER,
            'Egress everybody on TCP/10250',
          ]),
    ],
    alertmanager: [
      'Ingress prometheus on TCP/9093',
      ...(mailPort === undefined ? [] : [`Egress 0.0.0.0/0 on TCP/${mailPort}`]),
    ],
    'class-hours': [API_SERVER],
    'place-sleep': [API_SERVER],
    'toolkit-windows': [API_SERVER],
    dashboards: ['Ingress tenants on TCP/8080', 'Ingress grafana on TCP/8080'],
    [NAMES.grafana]: [
      ...GOOGLE_FRONT_ENDS.map((range) => `Ingress ${range} on TCP/3000`),
      'Egress prometheus on TCP/8444',
      'Egress dashboards on TCP/8080',
      'Egress 0.0.0.0/0 on TCP/443',
    ],
  };
}

/** Namespaces of the staff's, in which a mesh has its gateways. */
const MESH_GATEWAYS = JSON.stringify({
  matchExpressions: [{ key: namespaceNameLabel, operator: 'In', values: ['istio-ingress', 'istio-system'] }],
});
const TENANTS = JSON.stringify({ matchExpressions: [{ key: tenantLabel, operator: 'Exists' }] });

/** Who is at the other end, in the words of `meantWays`; what it does not know is written as it stands. */
function peerText(peer: Json | undefined): string {
  if (!isMap(peer) || Object.keys(peer).length === 0) return 'everybody';
  const keys = Object.keys(peer).sort().join();
  const program = onlyLabel(peer['podSelector'], programLabel);
  if (keys === 'ipBlock' && Object.keys(labelsAt(peer, 'ipBlock')).join() === 'cidr')
    return String(at(peer, 'ipBlock', 'cidr'));
  if (keys === 'podSelector' && program !== undefined) return program;
  if (keys === 'namespaceSelector' && JSON.stringify(peer['namespaceSelector']) === TENANTS) return 'tenants';
  if (keys === 'namespaceSelector' && JSON.stringify(peer['namespaceSelector']) === MESH_GATEWAYS)
    return 'gateways of a mesh';
  const namespace = onlyLabel(peer['namespaceSelector'], namespaceNameLabel);
  return namespace !== undefined && program !== undefined ? `${namespace}/${program}` : JSON.stringify(peer);
}

/** Value of the one label that a selector asks for. */
function onlyLabel(selector: Json | undefined, label: string): string | undefined {
  const wanted = labelsAt(selector, 'matchLabels');
  const isAlone = isMap(selector) && Object.keys(selector).join() === 'matchLabels';
  return isAlone && Object.keys(wanted).join() === label ? wanted[label] : undefined;
}

const wayText = ({ direction, peer, ports = ['every port'] }: Allowance): string =>
  `${direction} ${peerText(peer)} on ${ports.join(', ')}`;

/** Ways into the monitoring namespace and out of it that nobody meant, and those that are missing. */
export function wayFaults({ objects, monitoring, mesh }: ClusterWorld): readonly MonitoringFault[] {
  const meant = meantWays(monitoring, mesh);
  return objects
    .in(NAMES.monitoringNamespace, 'NetworkPolicy')
    .flatMap((policy) => policyFaults(policy, meant[nameOf(policy)] ?? []));
}

function policyFaults(policy: KubernetesDocument, meant: readonly string[]): readonly MonitoringFault[] {
  const name = nameOf(policy);
  const spec = at(policy.object, 'spec') ?? {};
  const ways = allowancesOf(spec, 0).map(wayText);
  const isForAll = name === 'deny-all' || name === 'allow-dns';
  const selector = at(spec, 'podSelector');
  const isAboutIts = isForAll ? selectsAll(selector) : onlyLabel(selector, programLabel) === name;
  return [
    ...ways
      .filter((way) => !meant.includes(way))
      .map((way) =>
        unguarded(
          policy,
          'What collects metrics has a way in or out that it does not need',
          `lets through ${way}`,
        ),
      ),
    ...meant
      .filter((way) => !ways.includes(way))
      .map((way) => broken(policy, 'What collects metrics lacks a way that it needs', `has no ${way}`)),
    ...(isAboutIts
      ? []
      : [
          unguarded(
            policy,
            'A policy of the monitoring is for other pods than its own',
            `selects ${JSON.stringify(selector)}`,
          ),
        ]),
    ...(name === 'deny-all' && closedBy(spec).length < 2
      ? [
          unguarded(
            policy,
            'What collects metrics can be reached by everybody',
            'does not close both ways for all pods',
          ),
        ]
      : []),
  ];
}
