import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { managedMetadata } from './managed-metadata';
import { toolkitRole } from './toolkit-roles';

export interface ToolkitAccountsProps {
  readonly namespace: string;
  /** Names of the accounts. */
  readonly accounts: readonly string[];
  /**
   * Whether they hold their roles now: not while the tenant is held, whose own role is away as well.
   * @default true
   */
  readonly hold?: boolean;
}

/**
 * Accounts of a tenant's toolkits. Their tokens are mounted by those pods alone that say so: whoever starts a pod in the
 * place may run it as any of them, so that none may do more than a student.
 */
export class ToolkitAccounts extends Construct {
  constructor(scope: Construct, id: string, { namespace, accounts, hold = true }: ToolkitAccountsProps) {
    super(scope, id);
    for (const name of accounts) {
      new ApiObject(this, name, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: managedMetadata({ name, namespace }),
        automountServiceAccountToken: false,
      });
      if (!hold) continue;
      new ApiObject(this, `${name}-role`, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: managedMetadata({ name, namespace }),
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: toolkitRole(name) },
        subjects: [{ kind: 'ServiceAccount', name, namespace }],
      });
    }
  }
}
