import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../src/core/domain/names';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy, SENT_BY_TENANT } from './admission-policy';
import { TOOLKIT_WINDOWS } from './monitoring/toolkit-windows';
import { CONTAINERS, OLD_POD_SPEC, POD_MAKERS, POD_SPEC, VOLUMES } from './pod-spec';

/** Policy that keeps Secrets from those who may not read them. */
export const SECRET_USE_POLICY = 'practicum-secret-use';
/** Policy that keeps tokens without an end from being made. */
export const TOKEN_POLICY = 'practicum-tokens';

/** True when the pods are given what a Secret holds. */
const USES_SECRETS: NamedExpression = {
  name: 'usesSecrets',
  expression: [
    'variables.volumes.exists(v, v.?secret.hasValue() || v.?csi.?nodePublishSecretRef.hasValue() || v.?projected.?sources.orValue([]).exists(s, s.?secret.hasValue()))',
    'variables.containers.exists(c, c.?envFrom.orValue([]).exists(e, e.?secretRef.hasValue()) || c.?env.orValue([]).exists(e, e.?valueFrom.?secretKeyRef.hasValue()))',
  ].join(' || '),
};

const SECRET_USE_VALIDATIONS: readonly Validation[] = [
  {
    expression: '!variables.usesSecrets || oldObject != null && variables.spec == variables.oldSpec',
    message:
      'whoever may not read the Secrets of this namespace may not start or change pods that use them: a pod hands out what it mounts',
  },
];

/** Account that makes the Secrets of toolkits, in places of tenants who read them. */
const DRAWS_SECRETS = `system:serviceaccount:${MONITORING_NAMESPACE}:${TOOLKIT_WINDOWS}`;

/** A Secret of this type makes Kubernetes write a token into it that never ends. */
const TOKEN_TYPE = 'kubernetes.io/service-account-token';

const TOKEN_VALIDATIONS: readonly Validation[] = [
  {
    expression: `object.?type.orValue('') != '${TOKEN_TYPE}'`,
    message: `type: no ${TOKEN_TYPE}, which holds a token without an end; a pod gets one of its own, with an end`,
  },
];

/**
 * Admission policies of a cell that keep Secrets from those who may not read them, and tokens from outliving the term.
 *
 * The first makes "may not read secrets" true for whoever may start pods. It asks the authorizer about the person who sends the object, so it holds for teaching assistants exactly as long
 * as their role has no secrets, and needs no list of people.
 *
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation
 */
export class SecretUsePolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Tokens', {
      name: TOKEN_POLICY,
      resources: [{ apiGroups: [''], resources: ['secrets'] }],
      matchConditions: [
        {
          name: 'sent-by-tenant',
          expression: `${SENT_BY_TENANT} || request.userInfo.username == '${DRAWS_SECRETS}'`,
        },
      ],
      validations: TOKEN_VALIDATIONS,
    });
    new AdmissionPolicy(this, 'Use', {
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
