import {
  clusterNodeMonitoring,
  clusterPodMonitoring,
  clusterRules,
  podMonitoring,
} from './collection-schemas';
import { GATEWAY_CRDS, definition } from './gateway-crds';
import type { KubernetesObject } from './kubernetes-object';

const COLLECTION = 'monitoring.googleapis.com';

/** The custom resource definitions that every cluster of GKE has: of its Gateways, and of what Google collects. */
export const GKE_CRDS: readonly KubernetesObject[] = [
  ...GATEWAY_CRDS,
  definition(COLLECTION, 'v1', 'PodMonitoring', 'podmonitorings', podMonitoring),
  definition(
    COLLECTION,
    'v1',
    'ClusterPodMonitoring',
    'clusterpodmonitorings',
    clusterPodMonitoring,
    'Cluster',
  ),
  definition(
    COLLECTION,
    'v1',
    'ClusterNodeMonitoring',
    'clusternodemonitorings',
    clusterNodeMonitoring,
    'Cluster',
  ),
  definition(COLLECTION, 'v1', 'ClusterRules', 'clusterrules', clusterRules, 'Cluster'),
];
