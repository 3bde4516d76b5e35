import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ClusterProps } from './cluster-guards';
import { clusterGuards } from './cluster-guards';
import type { ClusterEndpointRef, ClusterRef, ServiceAccountEmailRef } from './refs';
import { clusterEndpointRef, clusterRef } from './refs';

export interface AutopilotClusterProps extends ClusterProps {
  /**
   * Account that the nodes run as.
   *
   * @default - the project's Compute Engine account, which may hold the editor role
   */
  readonly serviceAccountEmail?: ServiceAccountEmailRef;
}

/** A GKE Autopilot cluster for one tenant: Google runs the nodes and bills what pods request. */
export class AutopilotCluster extends Construct {
  readonly name: string;
  readonly location: string;
  readonly ref: ClusterRef;
  readonly endpoint: ClusterEndpointRef;
  /** The one thing to depend on before using the cluster or its workload identity pool. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: AutopilotClusterProps) {
    super(scope, id);
    const cluster = new ContainerCluster(this, 'Resource', {
      ...clusterGuards(props),
      enableAutopilot: true,
      allowNetAdmin: false,
      // Autopilot cannot do without it.
      verticalPodAutoscaling: { enabled: true },
      nodePoolAutoConfig: { nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' } },
      ...(props.serviceAccountEmail !== undefined && {
        clusterAutoscaling: { autoProvisioningDefaults: { serviceAccount: props.serviceAccountEmail } },
      }),
      addonsConfig: {
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
