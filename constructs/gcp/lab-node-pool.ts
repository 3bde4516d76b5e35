import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { ContainerNodePool } from '@cdktf/provider-google/lib/container-node-pool';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Accelerator } from '../../src/core/domain/gpu-machines';
import { GPU_TAINT } from '../../src/core/domain/gpu-machines';
import { LABEL_DOMAIN } from '../../src/core/domain/names';
import type { GkeCluster } from './gke-cluster';
import type { ProjectRef, ServiceAccountEmailRef } from './refs';

/** Who runs on a pool: Practicum's own pods and staff tools, tenants, or those pods of tenants that ask for a GPU. */
export type NodePoolRole = 'system' | 'lab' | 'gpu';

/** The GPU of each node of a pool. */
export interface PoolGpu {
  readonly accelerator: Accelerator;
  /** Containers that take turns on it; 1 if one has it for itself. */
  readonly sharedBy: number;
}

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
  /** @default - nodes without a GPU */
  readonly gpu?: PoolGpu;
  /** Zones of its nodes; another list moves them. @default - those of the cluster */
  readonly zones?: readonly string[];
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
    if ((props.role === 'gpu') !== (props.gpu !== undefined)) {
      throw new Error(`${this.node.path}: a pool with the role "gpu" has GPUs, and no other has any`);
    }
    this.ready = new ContainerNodePool(this, 'Resource', {
      project: props.project,
      cluster: props.cluster.ref,
      location: props.cluster.location,
      ...(props.zones === undefined ? {} : { nodeLocations: [...props.zones] }),
      name: props.name,
      // Per zone and never changed: another number replaces the pool. The autoscaler does the rest.
      initialNodeCount: props.role === 'system' ? 1 : 0,
      maxPodsPerNode: props.maxPodsPerNode,
      autoscaling: {
        totalMinNodeCount: props.minNodes,
        totalMaxNodeCount: props.maxNodes,
        // GPUs are scarce: a node in any zone is better than one in each.
        locationPolicy: props.spot || props.role === 'gpu' ? 'ANY' : 'BALANCED',
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
    ...(props.gpu !== undefined && gpuConfig(props.gpu)),
    metadata: { 'disable-legacy-endpoints': 'true' },
    workloadMetadataConfig: { mode: 'GKE_METADATA' },
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    kubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
    gcfsConfig: { enabled: true },
    gvnic: { enabled: true },
  };
}

/**
 * One GPU on each node, with the driver that GKE installs. Pods that ask for one tolerate the taint by GKE's doing.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/timesharing-gpus
 */
const gpuConfig = ({
  accelerator,
  sharedBy,
}: PoolGpu): Pick<ContainerNodePoolNodeConfig, 'guestAccelerator' | 'taint'> => ({
  guestAccelerator: [
    {
      type: accelerator,
      count: 1,
      gpuDriverInstallationConfig: { gpuDriverVersion: 'DEFAULT' },
      ...(sharedBy === 1
        ? {}
        : { gpuSharingConfig: { gpuSharingStrategy: 'TIME_SHARING', maxSharedClientsPerGpu: sharedBy } }),
    },
  ],
  taint: [GPU_TAINT],
});
