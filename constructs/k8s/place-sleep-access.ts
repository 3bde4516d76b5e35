import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';
import { PLACE_SLEEP } from './monitoring/place-sleep';
import { scriptRole } from './monitoring/scheduled-script';

export interface PlaceSleepAccessProps {
  readonly namespace: string;
}

/** Lets the program that puts places to sleep into one place. */
export class PlaceSleepAccess extends Construct {
  constructor(scope: Construct, id: string, { namespace }: PlaceSleepAccessProps) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: managedMetadata({ name: PLACE_SLEEP, namespace }),
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: scriptRole(PLACE_SLEEP),
      },
      subjects: [{ kind: 'ServiceAccount', name: PLACE_SLEEP, namespace: MONITORING_NAMESPACE }],
    });
  }
}
