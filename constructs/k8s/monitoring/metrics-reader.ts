import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { managedMetadata } from '../managed-metadata';

/** ClusterRole that allows asking for metrics: of a namespace by a RoleBinding there, of all by a ClusterRoleBinding. */
export const METRICS_READER_ROLE = 'practicum-metrics-reader';

export interface MetricsReaderProps {
  /** What the right is called: no object of the API, only a name to be asked for. */
  readonly right: { readonly apiGroup: string; readonly resource: string };
}

/** The right to ask for metrics; a question with a body counts as creating. */
export class MetricsReader extends Construct {
  constructor(scope: Construct, id: string, { right }: MetricsReaderProps) {
    super(scope, id);
    new ApiObject(this, 'Role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: managedMetadata({ name: METRICS_READER_ROLE }),
      rules: [{ apiGroups: [right.apiGroup], resources: [right.resource], verbs: ['get', 'create'] }],
    });
  }
}
