import type { NetworkPlan } from './cohort-plan';

/** Pods on one node: fewer than GKE's 110, so that a node takes 128 addresses and not 256. */
export const MAX_PODS_PER_NODE = 64;

/**
 * Ranges of a cell: 4,092 nodes, 262,144 pod addresses (2,048 nodes of 64 pods, each with 128), 16,384 Services.
 * Each cell has a VPC of its own, so all cells use the same.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr (read 2026-11)
 */
export const CELL_NETWORK: NetworkPlan = {
  nodesCidr: '10.0.0.0/20',
  podsCidr: '10.4.0.0/14',
  servicesCidr: '10.8.0.0/18',
};

/** Ranges of a tenant's own Autopilot cluster: room for one person's work. */
export const TENANT_NETWORK: NetworkPlan = {
  nodesCidr: '10.0.0.0/22',
  podsCidr: '10.4.0.0/16',
  servicesCidr: '10.8.0.0/20',
};
