import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { Construct } from 'constructs';
import type { ClusterEndpointRef } from './refs';

export interface ClusterConnectionProps {
  readonly endpoint: ClusterEndpointRef;
  /**
   * Name of the provider among several in one stack.
   *
   * @default - the stack's only connection, which releases use without naming it
   */
  readonly alias?: string;
}

/**
 * The helm provider of one cluster.
 *
 * Whoever runs Terraform signs in as themselves, by `gke-gcloud-auth-plugin`: no token is in state. The
 * DNS endpoint's certificate is from a public authority, so none is given here.
 */
export class ClusterConnection extends Construct {
  readonly provider: HelmProvider;

  constructor(scope: Construct, id: string, props: ClusterConnectionProps) {
    super(scope, id);
    this.provider = new HelmProvider(this, 'Resource', {
      kubernetes: {
        host: `https://${props.endpoint}`,
        exec: { apiVersion: 'client.authentication.k8s.io/v1beta1', command: 'gke-gcloud-auth-plugin' },
      },
      ...(props.alias !== undefined && { alias: props.alias }),
    });
  }
}
