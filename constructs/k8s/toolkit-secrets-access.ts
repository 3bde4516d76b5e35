import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';
import { TOOLKIT_SECRETS_ROLE, TOOLKIT_WINDOWS } from './monitoring/toolkit-windows';

export interface ToolkitSecretsAccessProps {
  readonly namespace: string;
}

/** Lets the program that wakes toolkits make the Secrets that they need in one place; it can read none. */
export class ToolkitSecretsAccess extends Construct {
  constructor(scope: Construct, id: string, { namespace }: ToolkitSecretsAccessProps) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: managedMetadata({ name: 'toolkit-secrets', namespace }),
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: TOOLKIT_SECRETS_ROLE,
      },
      subjects: [{ kind: 'ServiceAccount', name: TOOLKIT_WINDOWS, namespace: MONITORING_NAMESPACE }],
    });
  }
}
