import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TUNNEL_PORT } from '../../src/core/domain/mesh';
import { MONITORING_NAMESPACE } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';

/** Label that Kubernetes itself sets on every namespace; nobody can give it to another one. */
const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * Ranges that Google's load balancers and their health checks connect from.
 * @see https://cloud.google.com/load-balancing/docs/firewall-rules (read 2026-11)
 */
export const LOAD_BALANCER_RANGES: readonly string[] = ['35.191.0.0/16', '130.211.0.0/22'];

/**
 * Ranges that are not the internet: this machine, link-local, multicast, and all that a VPC may use inside.
 * @see https://cloud.google.com/vpc/docs/subnets#valid-ranges (read 2026-11)
 */
export const PRIVATE_RANGES: readonly string[] = [
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
];

interface NetworkPolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In';
    readonly values: readonly string[];
  }[];
}

interface NetworkPolicyPort {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
}

interface NetworkPolicySpec {
  readonly podSelector: LabelSelector;
  readonly policyTypes: readonly ('Ingress' | 'Egress')[];
  readonly ingress?: readonly {
    readonly from: readonly NetworkPolicyPeer[];
    readonly ports?: readonly NetworkPolicyPort[];
  }[];
  readonly egress?: readonly {
    readonly to: readonly NetworkPolicyPeer[];
    readonly ports?: readonly NetworkPolicyPort[];
  }[];
}

const ALL_PODS: LabelSelector = {};
const tcp = (port: number): NetworkPolicyPort => ({ protocol: 'TCP', port });
const address = (ip: string): NetworkPolicyPeer => ({ ipBlock: { cidr: `${ip}/32` } });

const NOTHING: NetworkPolicySpec = { podSelector: ALL_PODS, policyTypes: ['Ingress', 'Egress'] };

const OWN_NAMESPACE: NetworkPolicySpec = {
  podSelector: ALL_PODS,
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: ALL_PODS }] }],
  egress: [{ to: [{ podSelector: ALL_PODS }] }],
};

/** Answers come from kube-dns, from the node's own cache, or with Cloud DNS from the metadata server. */
const DNS: NetworkPolicySpec = {
  podSelector: ALL_PODS,
  policyTypes: ['Egress'],
  egress: [
    {
      to: [
        {
          namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: 'kube-system' } },
          podSelector: {
            matchExpressions: [{ key: 'k8s-app', operator: 'In', values: ['kube-dns', 'node-local-dns'] }],
          },
        },
        address('169.254.20.10'),
        address('169.254.169.254'),
      ],
      ports: [{ protocol: 'UDP', port: 53 }, tcp(53)],
    },
  ],
};

/**
 * Where workload identity gets its tokens: the first address on Dataplane V2, the second on other clusters.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy#network-policy-and-workload-identity
 */
const METADATA_SERVER: NetworkPolicySpec = {
  podSelector: ALL_PODS,
  policyTypes: ['Egress'],
  egress: [
    { to: [address('169.254.169.254')], ports: [tcp(80), tcp(8080)] },
    { to: [address('169.254.169.252')], ports: [tcp(987), tcp(988)] },
  ],
};

// IPv6 has no rule here, so all of it stays denied.
const INTERNET: NetworkPolicySpec = {
  podSelector: ALL_PODS,
  policyTypes: ['Egress'],
  egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_RANGES } }] }],
};

/** What pods ask: metrics, which wants a token with a right to this namespace, and the course's dashboards. */
const METRICS_PEERS = [
  { name: 'prometheus', port: 8443 },
  { name: 'dashboards', port: 8080 },
] as const;

export interface TenantIsolationProps {
  readonly namespace: string;
  /**
   * Ranges that the Gateway connects from; an empty list lets nobody in.
   * @default LOAD_BALANCER_RANGES
   */
  readonly gatewayRanges?: readonly string[];
  /**
   * Namespace of what pods ask for metrics.
   * @default MONITORING_NAMESPACE
   */
  readonly metricsNamespace?: string;
  /**
   * What scrapes the tenant's pods.
   * @default - Prometheus in the namespace of metrics
   */
  readonly scraper?: { readonly namespace: string; readonly program: string };
  /**
   * Whether the tenant's pods are in a mesh: then no load balancer comes, and what scrapes and is asked for metrics is met
   * at the mesh's tunnel, which leads on to every port. `TenantMesh` lets in who comes by the mesh.
   * @default false
   */
  readonly mesh?: boolean;
}

/** What scrapes pods for Managed Service for Prometheus, on every node. */
export const MANAGED_SCRAPER = { namespace: 'gmp-system', program: 'collector' } as const;

/**
 * NetworkPolicies of a tenant: everything is denied, then seven needs are let through.
 *
 * A policy only ever adds to what is allowed, so the order does not matter and none can take back another.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class TenantIsolation extends Construct {
  private readonly namespace: string;

  constructor(scope: Construct, id: string, props: TenantIsolationProps) {
    super(scope, id);
    this.namespace = props.namespace;
    const mesh = props.mesh ?? false;
    const gatewayRanges = props.gatewayRanges ?? (mesh ? [] : LOAD_BALANCER_RANGES);
    const metricsNamespace = props.metricsNamespace ?? MONITORING_NAMESPACE;
    const scraper = props.scraper ?? { namespace: metricsNamespace, program: 'prometheus' };

    this.addPolicy('deny-all', NOTHING);
    this.addPolicy('allow-own-namespace', OWN_NAMESPACE);
    this.addPolicy('allow-dns', DNS);
    this.addPolicy('allow-metadata-server', METADATA_SERVER);
    this.addPolicy('allow-internet', INTERNET);
    this.addPolicy('allow-metrics', {
      podSelector: ALL_PODS,
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: scraper.namespace } },
              podSelector: { matchLabels: { 'app.kubernetes.io/name': scraper.program } },
            },
          ],
          ...(mesh ? { ports: [tcp(TUNNEL_PORT)] } : {}),
        },
      ],
    });
    this.addPolicy('allow-metrics-queries', {
      podSelector: ALL_PODS,
      policyTypes: ['Egress'],
      egress: METRICS_PEERS.map(({ name, port }) => ({
        to: [
          {
            namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: metricsNamespace } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
          },
        ],
        ports: [tcp(mesh && name === 'prometheus' ? TUNNEL_PORT : port)],
      })),
    });
    // To Kubernetes an empty `from` means everyone.
    if (gatewayRanges.length > 0) {
      this.addPolicy('allow-gateway', {
        podSelector: ALL_PODS,
        policyTypes: ['Ingress'],
        ingress: [{ from: gatewayRanges.map((cidr) => ({ ipBlock: { cidr } })) }],
      });
    }
  }

  private addPolicy(name: string, spec: NetworkPolicySpec): void {
    new ApiObject(this, name, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name, namespace: this.namespace }),
      spec,
    });
  }
}
