import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ClusterProps } from './cluster-guards';
import { clusterGuards } from './cluster-guards';
import type { ClusterEndpointRef, ClusterRef } from './refs';
import { clusterEndpointRef, clusterRef } from './refs';

export interface GkeClusterProps extends ClusterProps {
  /**
   * Zones that nodes run in.
   *
   * @default - Google chooses three zones of the region
   */
  readonly nodeLocations?: readonly string[];
}

/** A GKE Standard cluster that many tenants share, without node pools of its own: add a `LabNodePool`. */
export class GkeCluster extends Construct {
  readonly name: string;
  readonly location: string;
  readonly ref: ClusterRef;
  readonly endpoint: ClusterEndpointRef;
  /** The one thing to depend on before using the cluster or its workload identity pool. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: GkeClusterProps) {
    super(scope, id);
    const cluster = new ContainerCluster(this, 'Resource', {
      ...clusterGuards(props),
      ...(props.nodeLocations && { nodeLocations: [...props.nodeLocations].sort() }),
      // A cluster cannot be made without a pool, and this pool could not be changed later.
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      enableShieldedNodes: true,
      serviceExternalIpsConfig: { enabled: false },
      verticalPodAutoscaling: { enabled: false },
      nodePoolDefaults: {
        nodeConfigDefaults: { insecureKubeletReadonlyPortEnabled: 'FALSE', gcfsConfig: { enabled: true } },
      },
      addonsConfig: {
        gcePersistentDiskCsiDriverConfig: { enabled: true },
        dnsCacheConfig: { enabled: true },
        httpLoadBalancing: { disabled: false },
        horizontalPodAutoscaling: { disabled: false },
      },
    });
    this.name = props.name;
    this.location = props.location;
    this.ref = clusterRef(cluster.name);
    this.endpoint = clusterEndpointRef(cluster.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint);
    this.ready = cluster;
  }
}
