import { DataGoogleContainerCluster } from '@cdktf/provider-google/lib/data-google-container-cluster';
import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import type { ClusterEndpointRef, ProjectNumberRef, ProjectRef } from './refs';
import { clusterEndpointRef, projectNumberRef, projectRef } from './refs';

export interface KnownClusterProps {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly location: string;
}

/** A cluster that another stack made, looked up by names that the plan knows: no remote state is read. */
export class KnownCluster extends Construct {
  readonly project: ProjectRef;
  readonly projectNumber: ProjectNumberRef;
  readonly endpoint: ClusterEndpointRef;

  constructor(scope: Construct, id: string, props: KnownClusterProps) {
    super(scope, id);
    const project = new DataGoogleProject(this, 'Project', { projectId: props.projectId });
    const cluster = new DataGoogleContainerCluster(this, 'Cluster', {
      project: props.projectId,
      name: props.name,
      location: props.location,
    });
    this.project = projectRef(project.projectId);
    this.projectNumber = projectNumberRef(project.number);
    this.endpoint = clusterEndpointRef(
      cluster.controlPlaneEndpointsConfig.get(0).dnsEndpointConfig.get(0).endpoint,
    );
  }
}
