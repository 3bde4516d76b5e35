import { TUNNEL_PORTS } from '../catalogue/vm/machine-shapes';

/** A network of machines. */
export interface MachineNetworkPlan {
  readonly cidr: string;
  /** TCP ports, or ranges of them, that tunnels lead to. */
  readonly ports: readonly string[];
}

/** The same wherever machines stand: nothing is peered with it. */
export const MACHINE_NETWORK: MachineNetworkPlan = { cidr: '10.16.0.0/22', ports: TUNNEL_PORTS };
