import { Construct } from 'constructs';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy, SENT_BY_TENANT } from './admission-policy';
import { CONTAINERS, OLD_POD_SPEC, POD_MAKERS, POD_SPEC, VOLUMES } from './pod-spec';

/** Policy that keeps Secrets from those who may not read them. */
export const SECRET_USE_POLICY = 'practicum-secret-use';

/** True when the pods are given what a Secret holds. */
const USES_SECRETS: NamedExpression = {
  name: 'usesSecrets',
  expression: [
    'variables.volumes.exists(v, has(v.secret) || v.?projected.?sources.orValue([]).exists(s, has(s.secret)) || has(v.csi) && has(v.csi.nodePublishSecretRef))',
    'variables.containers.exists(c, c.?envFrom.orValue([]).exists(e, has(e.secretRef)) || c.?env.orValue([]).exists(e, has(e.valueFrom) && has(e.valueFrom.secretKeyRef)))',
  ].join(' || '),
};

const SECRET_USE_VALIDATIONS: readonly Validation[] = [
  {
    expression: '!variables.usesSecrets || oldObject != null && variables.spec == variables.oldSpec',
    message:
      'whoever may not read the Secrets of this namespace may not start or change pods that use them: a pod hands out what it mounts',
  },
];

/**
 * Admission policy of a cell that makes "may not read secrets" true for whoever may start pods.
 *
 * It asks the authorizer about the person who sends the object, so it holds for teaching assistants exactly as long
 * as their role has no secrets, and needs no list of people.
 *
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation
 */
export class SecretUsePolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: SECRET_USE_POLICY,
      resources: POD_MAKERS,
      matchConditions: [
        { name: 'sent-by-tenant', expression: SENT_BY_TENANT },
        {
          name: 'reads-no-secrets',
          expression:
            "!authorizer.group('').resource('secrets').namespace(request.namespace).check('get').allowed()",
        },
      ],
      variables: [POD_SPEC, OLD_POD_SPEC, CONTAINERS, VOLUMES, USES_SECRETS],
      validations: SECRET_USE_VALIDATIONS,
    });
  }
}
