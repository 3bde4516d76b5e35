/** Who may reach a tenant's own load balancers: there are none, or the VPC alone, or everyone. */
export type LoadBalancerReach = 'none' | 'internal' | 'external';
