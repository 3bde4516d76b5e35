import type { ComputeFirewallConfig } from '@cdktf/provider-google/lib/compute-firewall';
import { ComputeFirewall } from '@cdktf/provider-google/lib/compute-firewall';
import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import {
  firewallName,
  natName,
  networkName,
  podsRangeName,
  routerName,
  servicesRangeName,
  subnetworkName,
} from '../../src/core/domain/names';
import type { NetworkRef, ProjectRef, SubnetworkRef } from './refs';
import { networkRef, subnetworkRef } from './refs';

/**
 * Where Google's health checks and load balancer proxies come from.
 *
 * @see https://cloud.google.com/load-balancing/docs/firewall-rules (read 2026-11)
 */
const GOOGLE_FRONT_ENDS = ['130.211.0.0/22', '35.191.0.0/16'];

/** Just before the deny that every network implies, which cannot be logged; after every rule that GKE makes. */
const LAST_PRIORITY = 65534;

export interface LabNetworkProps {
  readonly project: ProjectRef;
  readonly region: string;
  readonly nodesCidr: string;
  readonly podsCidr: string;
  readonly servicesCidr: string;
  /** What must stand before the network: the project's `ready`. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The private network of one cluster: no public addresses on nodes, out through Cloud NAT, closed to the outside. */
export class LabNetwork extends Construct {
  readonly network: NetworkRef;
  readonly subnetwork: SubnetworkRef;
  /** Name of the subnetwork's secondary range for pods. */
  readonly podsRange = podsRangeName();
  /** Name of the subnetwork's secondary range for services. */
  readonly servicesRange = servicesRangeName();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LabNetworkProps,
  ) {
    super(scope, id);
    this.network = this.addNetwork();
    this.subnetwork = this.addSubnetwork();
    this.addNat();
    this.addFirewall('DenyAll', 'deny-all', {
      priority: LAST_PRIORITY,
      sourceRanges: ['0.0.0.0/0'],
      deny: [{ protocol: 'all' }],
      logConfig: { metadata: 'EXCLUDE_ALL_METADATA' },
    });
    this.addFirewall('AllowInternal', 'allow-internal', {
      priority: 1000,
      sourceRanges: [props.nodesCidr, props.podsCidr],
      allow: [{ protocol: 'all' }],
    });
    this.addFirewall('AllowGoogleFrontEnds', 'allow-google-front-ends', {
      priority: 1000,
      sourceRanges: GOOGLE_FRONT_ENDS,
      destinationRanges: [props.podsCidr],
      allow: [{ protocol: 'tcp' }],
    });
  }

  /** Without a description: changing one replaces the network and everything on it. */
  private addNetwork(): NetworkRef {
    const network = new ComputeNetwork(this, 'Network', {
      project: this.props.project,
      name: networkName(),
      autoCreateSubnetworks: false,
      routingMode: 'REGIONAL',
      dependsOn: [...this.props.dependsOn],
    });
    return networkRef(network.selfLink);
  }

  private addSubnetwork(): SubnetworkRef {
    const { project, region, nodesCidr, podsCidr, servicesCidr } = this.props;
    const subnetwork = new ComputeSubnetwork(this, 'Subnetwork', {
      project,
      region,
      name: subnetworkName(region),
      network: this.network,
      ipCidrRange: nodesCidr,
      secondaryIpRange: [
        { rangeName: this.podsRange, ipCidrRange: podsCidr },
        { rangeName: this.servicesRange, ipCidrRange: servicesCidr },
      ],
      stackType: 'IPV4_ONLY',
      privateIpGoogleAccess: true,
      logConfig: {
        aggregationInterval: 'INTERVAL_10_MIN',
        flowSampling: 0.1,
        metadata: 'INCLUDE_ALL_METADATA',
      },
    });
    return subnetworkRef(subnetwork.selfLink);
  }

  private addNat(): void {
    const { project, region } = this.props;
    const router = new ComputeRouter(this, 'Router', {
      project,
      region,
      name: routerName(),
      network: this.network,
    });
    new ComputeRouterNat(this, 'Nat', {
      project,
      region,
      name: natName(),
      router: router.name,
      natIpAllocateOption: 'AUTO_ONLY',
      sourceSubnetworkIpRangesToNat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
      // A node carries many tenants: ports by need, in powers of two, instead of 64 for each node.
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: 128,
      maxPortsPerVm: 8192,
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
    });
  }

  private addFirewall(
    id: string,
    rule: string,
    config: Omit<ComputeFirewallConfig, 'name' | 'network'>,
  ): void {
    new ComputeFirewall(this, id, {
      ...config,
      project: this.props.project,
      name: firewallName(rule),
      network: this.network,
      direction: 'INGRESS',
    });
  }
}
