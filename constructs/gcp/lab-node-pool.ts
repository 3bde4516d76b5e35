import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { ContainerNodePool } from '@cdktf/provider-google/lib/container-node-pool';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { LABEL_DOMAIN } from '../../src/core/domain/names';
import type { GkeCluster } from './gke-cluster';
import type { ProjectRef, ServiceAccountEmailRef } from './refs';

/** Who runs on a pool: Practicum's own pods and staff tools, or tenants. */
export type NodePoolRole = 'system' | 'lab';

export interface LabNodePoolProps {
  readonly cluster: GkeCluster;
  readonly project: ProjectRef;
  readonly name: string;
  readonly machineType: string;
  /** Cheaper nodes that Google may take away at any time. */
  readonly spot: boolean;
  /** Fewest nodes, all zones together. */
  readonly minNodes: number;
  /** Most nodes, all zones together: the ceiling of what the pool can cost. */
  readonly maxNodes: number;
  readonly diskGb: number;
  readonly maxPodsPerNode: number;
  readonly serviceAccountEmail: ServiceAccountEmailRef;
  readonly role: NodePoolRole;
  /** Google Cloud labels of the machines. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Nodes of one kind in a `GkeCluster`; those with role `system` accept GKE's own pods and what tolerates its taint.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/isolate-workloads-dedicated-nodes
 */
export class LabNodePool extends Construct {
  /** The one thing to depend on before running pods on the pool. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: LabNodePoolProps) {
    super(scope, id);
    if (!(props.minNodes >= 0 && props.maxNodes >= 1 && props.minNodes <= props.maxNodes)) {
      throw new Error(
        `${this.node.path}: ${props.minNodes} to ${props.maxNodes} nodes is not a range: ` +
          'at least 0, at most 1 or more, and the fewest not above the most',
      );
    }
    this.ready = new ContainerNodePool(this, 'Resource', {
      project: props.project,
      cluster: props.cluster.ref,
      location: props.cluster.location,
      name: props.name,
      // Per zone and never changed: another number replaces the pool. The autoscaler does the rest.
      initialNodeCount: props.role === 'system' ? 1 : 0,
      maxPodsPerNode: props.maxPodsPerNode,
      autoscaling: {
        totalMinNodeCount: props.minNodes,
        totalMaxNodeCount: props.maxNodes,
        locationPolicy: props.spot ? 'ANY' : 'BALANCED',
      },
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: { strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 },
      networkConfig: { enablePrivateNodes: true },
      nodeConfig: nodeConfig(props),
      timeouts: { create: '45m', update: '60m', delete: '45m' },
    });
  }
}

function nodeConfig(props: LabNodePoolProps): ContainerNodePoolNodeConfig {
  return {
    machineType: props.machineType,
    spot: props.spot,
    imageType: 'COS_CONTAINERD',
    diskType: 'pd-balanced',
    diskSizeGb: props.diskGb,
    serviceAccount: props.serviceAccountEmail,
    oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
    labels: { [`${LABEL_DOMAIN}/pool`]: props.role },
    resourceLabels: props.labels,
    // Keeps tenants' pods off the system nodes. Lab nodes carry no taint: what students write tolerates none.
    ...(props.role === 'system' && {
      taint: [{ key: 'components.gke.io/gke-managed-components', value: 'true', effect: 'NO_SCHEDULE' }],
    }),
    metadata: { 'disable-legacy-endpoints': 'true' },
    workloadMetadataConfig: { mode: 'GKE_METADATA' },
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    kubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
    gcfsConfig: { enabled: true },
    gvnic: { enabled: true },
  };
}
