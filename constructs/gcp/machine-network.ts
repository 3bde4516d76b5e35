import type { ComputeFirewallConfig } from '@cdktf/provider-google/lib/compute-firewall';
import { ComputeFirewall } from '@cdktf/provider-google/lib/compute-firewall';
import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import { TerraformResource } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { machineFirewallName, machineNetworkName, machineSubnetworkName } from '../../src/core/domain/names';
import type { NetworkRef, ProjectRef } from './refs';
import { networkRef } from './refs';

/**
 * Where tunnels of Identity-Aware Proxy come from.
 *
 * @see https://cloud.google.com/iap/docs/using-tcp-forwarding (read 2026-11)
 */
const TUNNELS = '35.235.240.0/20';

/** Addresses that are in no internet: the other machines' among them. */
const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'];

/** Just before the deny that every network implies, which cannot be logged. */
const LAST_PRIORITY = 65534;

export interface MachineNetworkProps {
  readonly project: ProjectRef;
  readonly region: string;
  readonly cidr: string;
  /** TCP ports, or ranges of them, that tunnels lead to. */
  readonly ports: readonly string[];
  /** What must stand before the network: the project's `ready`. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * The network of machines: tunnels come in and nothing else does, the internet is reached and no machine is. Google answers for names
 * and for itself at a link-local address, which no rule of a network holds.
 */
export class MachineNetwork extends Construct {
  /** The one thing to depend on before a machine starts: its fence stands, and its way out. */
  readonly ready: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineNetworkProps,
  ) {
    super(scope, id);
    const { ports } = props;
    const network = this.addNetwork();
    const nat = this.addWayOut(network);
    const rules = [
      this.addRule(network, 'DenyAll', 'deny-all', {
        direction: 'INGRESS',
        priority: LAST_PRIORITY,
        sourceRanges: ['0.0.0.0/0'],
        deny: [{ protocol: 'all' }],
        logConfig: { metadata: 'EXCLUDE_ALL_METADATA' },
      }),
      this.addRule(network, 'AllowTunnels', 'allow-tunnels', {
        direction: 'INGRESS',
        priority: 1000,
        sourceRanges: [TUNNELS],
        allow: [{ protocol: 'tcp', ports: [...ports] }],
      }),
      this.addRule(network, 'DenyPrivate', 'deny-private', {
        direction: 'EGRESS',
        priority: 1000,
        destinationRanges: PRIVATE,
        deny: [{ protocol: 'all' }],
      }),
    ];
    this.ready = new TerraformResource(this, 'Ready', {
      terraformResourceType: 'terraform_data',
      dependsOn: [nat, ...rules],
    });
  }

  /** Without a description: changing one replaces the network and everything on it. */
  private addNetwork(): NetworkRef {
    const network = new ComputeNetwork(this, 'Network', {
      project: this.props.project,
      name: machineNetworkName(),
      autoCreateSubnetworks: false,
      routingMode: 'REGIONAL',
      dependsOn: [...this.props.dependsOn],
    });
    return networkRef(network.selfLink);
  }

  private addWayOut(network: NetworkRef): ComputeRouterNat {
    const { project, region, cidr } = this.props;
    const subnetwork = new ComputeSubnetwork(this, 'Subnetwork', {
      project,
      region,
      name: machineSubnetworkName(region),
      network,
      ipCidrRange: cidr,
      stackType: 'IPV4_ONLY',
      privateIpGoogleAccess: true,
      logConfig: {
        aggregationInterval: 'INTERVAL_10_MIN',
        flowSampling: 0.1,
        metadata: 'INCLUDE_ALL_METADATA',
      },
    });
    const router = new ComputeRouter(this, 'Router', {
      project,
      region,
      name: machineNetworkName(),
      network,
    });
    return new ComputeRouterNat(this, 'Nat', {
      project,
      region,
      name: machineNetworkName(),
      router: router.name,
      natIpAllocateOption: 'AUTO_ONLY',
      sourceSubnetworkIpRangesToNat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: 64,
      maxPortsPerVm: 1024,
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
      dependsOn: [subnetwork],
    });
  }

  private addRule(
    network: NetworkRef,
    id: string,
    rule: string,
    config: Omit<ComputeFirewallConfig, 'name' | 'network'>,
  ): ComputeFirewall {
    return new ComputeFirewall(this, id, {
      ...config,
      project: this.props.project,
      name: machineFirewallName(rule),
      network,
    });
  }
}
