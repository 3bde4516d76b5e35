import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { managedMetadata } from './managed-metadata';
import { TENANT_LABEL } from './tenant-namespace';

/** A condition in CEL that every object must meet, and what to tell whoever sends one that does not. */
export interface Validation {
  readonly expression: string;
  /** What is said if there is no `messageExpression`, or if that cannot be worked out. */
  readonly message?: string;
  /** CEL that makes the message. */
  readonly messageExpression?: string;
}

/** Resources of one API group. */
export interface PolicyResources {
  readonly apiGroups: readonly string[];
  /** @default - every version */
  readonly apiVersions?: readonly string[];
  readonly resources: readonly string[];
}

/** An expression in CEL with a name. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

/** What somebody does to an object; `CONNECT` is being let into a pod. */
export type Operation = 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';

export interface AdmissionPolicyProps {
  readonly name: string;
  readonly resources: readonly PolicyResources[];
  /** @default - CREATE and UPDATE */
  readonly operations?: readonly Operation[];
  /**
   * ConfigMap that the policy reads as `params`. While it is not there, all that the policy looks at is refused.
   * @default - none
   */
  readonly param?: { readonly name: string; readonly namespace: string };
  /**
   * When the policy looks at a request at all.
   * @default - when the object is new or its spec is another: controllers must be able to take their finalizer
   * off an object that an older rule let in
   */
  readonly matchConditions?: readonly NamedExpression[];
  /** Read as `variables.<name>` by the validations and by each other, in order. */
  readonly variables?: readonly NamedExpression[];
  readonly validations: readonly Validation[];
}

/** CEL that is true for what a person sends, or a service account of the place itself: not for a controller. */
export const SENT_BY_TENANT =
  "(!request.userInfo.username.startsWith('system:') || " +
  "request.userInfo.username.startsWith('system:serviceaccount:' + request.namespace + ':'))";

const SPEC_IS_NEW: NamedExpression = {
  name: 'spec-is-new',
  expression: "request.operation == 'CREATE' || object.spec != oldObject.spec",
};

/**
 * ValidatingAdmissionPolicy with its binding: a rule that holds in the namespace of every tenant and in no other.
 *
 * Rules are shared: what differs between tenants is read from labels and annotations of the namespace, which
 * students cannot write. One student more adds no policy. A rule that cannot be evaluated refuses.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class AdmissionPolicy extends Construct {
  constructor(scope: Construct, id: string, props: AdmissionPolicyProps) {
    super(scope, id);
    const { name, param, variables = [], operations = ['CREATE', 'UPDATE'] } = props;

    new ApiObject(this, 'Resource', {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: managedMetadata({ name }),
      spec: {
        failurePolicy: 'Fail',
        ...(param === undefined ? {} : { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } }),
        matchConstraints: {
          // Also holds what is sent in another version of the same resource.
          matchPolicy: 'Equivalent',
          namespaceSelector: { matchExpressions: [{ key: TENANT_LABEL, operator: 'Exists' }] },
          resourceRules: props.resources.map(({ apiGroups, apiVersions = ['*'], resources }) => ({
            apiGroups,
            apiVersions,
            resources,
            operations,
            scope: 'Namespaced',
          })),
        },
        matchConditions: props.matchConditions ?? [SPEC_IS_NEW],
        ...(variables.length === 0 ? {} : { variables }),
        validations: props.validations.map((validation) => ({ ...validation, reason: 'Forbidden' })),
      },
    });

    new ApiObject(this, 'Binding', {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: managedMetadata({ name }),
      spec: {
        policyName: name,
        ...(param === undefined ? {} : { paramRef: { ...param, parameterNotFoundAction: 'Deny' } }),
        validationActions: ['Deny'],
      },
    });
  }
}
