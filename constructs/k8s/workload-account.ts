import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { WORKLOAD_ACCOUNT } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';

export interface WorkloadAccountProps {
  readonly namespace: string;
  /** @default WORKLOAD_ACCOUNT */
  readonly name?: string;
}

/**
 * ServiceAccount that Google knows as this tenant, through workload identity and without a key.
 *
 * Google's side names it as `principal://…/subject/ns/<namespace>/sa/<name>`, so it carries no annotation.
 * Its Kubernetes token is not mounted: it may do nothing in the cluster, and GKE's metadata server gets
 * Google's token for the pod without it.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity
 */
export class WorkloadAccount extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: WorkloadAccountProps) {
    super(scope, id);
    this.name = props.name ?? WORKLOAD_ACCOUNT;

    // The account "default" is not made here: Kubernetes makes it as soon as the namespace exists, and Helm
    // refuses to take over an object that it did not make. No role is bound to it, so its token is worth little.
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: managedMetadata({ name: this.name, namespace: props.namespace }),
      automountServiceAccountToken: false,
    });
  }
}
