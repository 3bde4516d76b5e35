import { LABEL_DOMAIN } from '../domain/names';
import { Bytes } from '../domain/quantity';

/** Label of nodes that says which pool they are of. */
export const POOL_LABEL = `${LABEL_DOMAIN}/pool`;

/** Labels by which one node, or one pool, can be aimed at. */
export const NODE_LABELS = ['cloud.google.com/gke-nodepool', 'kubernetes.io/hostname'] as const;

/** Taints that Kubernetes and GKE write tolerations for by themselves, and those of pools that all may use. */
export const TOLERATED = [
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
  'node.kubernetes.io/memory-pressure',
  'nvidia.com/gpu',
  'cloud.google.com/gke-spot',
] as const;

/** Seconds that a pod may take to end; teardown waits for every one of them. */
export const LONGEST_GOODBYE = 600;

/** No disk of a place is smaller. */
export const SMALLEST_DISK = Bytes.gibi(1);
