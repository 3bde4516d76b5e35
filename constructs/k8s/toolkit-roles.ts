import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { PolicyRule } from './access-roles';
import { managedMetadata } from './managed-metadata';

/** ClusterRole of an account that a toolkit has in places, given there alone. */
export const toolkitRole = (account: string): string => `practicum-account-${account}`;

export interface ToolkitRolesProps {
  readonly accounts: readonly { readonly name: string; readonly rules: readonly PolicyRule[] }[];
}

/** What accounts of toolkits may do in the places that have them: once for all, as the roles of people are. */
export class ToolkitRoles extends Construct {
  constructor(scope: Construct, id: string, { accounts }: ToolkitRolesProps) {
    super(scope, id);
    for (const { name, rules } of accounts)
      new ApiObject(this, name, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: managedMetadata({ name: toolkitRole(name) }),
        rules,
      });
  }
}
