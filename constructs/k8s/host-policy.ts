import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { type GatewayRef, LAB_GATEWAY } from './lab-gateway';
import { managedMetadata } from './managed-metadata';
import { HOST_ANNOTATION, TENANT_LABEL } from './tenant-namespace';

/** Policy that holds routes to the Gateway and to their namespace's own host. */
export const ROUTE_HOST_POLICY = 'practicum-route-hosts';
/** Policy that holds Ingresses to their namespace's own host. */
export const INGRESS_HOST_POLICY = 'practicum-ingress-hosts';

interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

/** The host that the namespace may use; empty, and so no host at all, where it has none. */
const OWN_HOST = {
  name: 'host',
  expression: `namespaceObject.metadata.?annotations[?'${HOST_ANNOTATION}'].orValue('')`,
};

/** CEL that is true when `host` is the namespace's own, or a name under it. */
const isOwn = (host: string): string =>
  `(${host} == variables.host || ${host}.endsWith('.' + variables.host))`;

/** CEL that says which hosts `field` may have. */
const ownHostOnly = (field: string): string =>
  `'${field}: in this namespace only ' + variables.host + ' and names under it are allowed'`;

const HAS_HOST: Validation = {
  expression: "variables.host != ''",
  message: `this namespace has no host: its annotation ${HOST_ANNOTATION} is missing`,
};

function routeValidations(gateway: GatewayRef): readonly Validation[] {
  return [
    HAS_HOST,
    {
      expression: `has(object.spec.hostnames) && size(object.spec.hostnames) > 0 && object.spec.hostnames.all(h, ${isOwn('h')})`,
      messageExpression: ownHostOnly('spec.hostnames'),
    },
    {
      expression: [
        'has(object.spec.parentRefs) && size(object.spec.parentRefs) > 0 && object.spec.parentRefs.all(p,',
        "(!has(p.group) || p.group == 'gateway.networking.k8s.io') && (!has(p.kind) || p.kind == 'Gateway') &&",
        `p.name == '${gateway.name}' && has(p.namespace) && p.namespace == '${gateway.namespace}')`,
      ].join(' '),
      message: `spec.parentRefs: routes attach to the Gateway ${gateway.name} in the namespace ${gateway.namespace}, and to nothing else`,
    },
  ];
}

const INGRESS_VALIDATIONS: readonly Validation[] = [
  HAS_HOST,
  {
    expression: `has(object.spec.rules) && size(object.spec.rules) > 0 && object.spec.rules.all(r, has(r.host) && ${isOwn('r.host')})`,
    messageExpression: ownHostOnly('spec.rules, the host of each'),
  },
  {
    expression: `!has(object.spec.tls) || object.spec.tls.all(t, !has(t.hosts) || t.hosts.all(h, ${isOwn('h')}))`,
    messageExpression: ownHostOnly('spec.tls'),
  },
  {
    expression: '!has(object.spec.defaultBackend)',
    message: 'spec.defaultBackend: it would answer for every host; write a rule with a host instead',
  },
];

export interface HostPolicyProps {
  /**
   * The one Gateway that routes may attach to.
   * @default LAB_GATEWAY
   */
  readonly gateway?: GatewayRef;
}

/**
 * Admission policies of a cell that keep each tenant to its own host, and so from another's traffic.
 *
 * They hold in every namespace with the tenant label and read the host from the namespace itself, which
 * students cannot write: no object per tenant is needed.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class HostPolicy extends Construct {
  constructor(scope: Construct, id: string, props: HostPolicyProps = {}) {
    super(scope, id);
    const gateway = props.gateway ?? LAB_GATEWAY;

    this.addPolicy(
      ROUTE_HOST_POLICY,
      {
        apiGroups: ['gateway.networking.k8s.io'],
        apiVersions: ['v1'],
        resources: ['httproutes', 'grpcroutes'],
      },
      routeValidations(gateway),
    );
    this.addPolicy(
      INGRESS_HOST_POLICY,
      { apiGroups: ['networking.k8s.io'], apiVersions: ['v1'], resources: ['ingresses'] },
      INGRESS_VALIDATIONS,
    );
  }

  private addPolicy(name: string, resource: object, validations: readonly Validation[]): void {
    new ApiObject(this, name, {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: managedMetadata({ name }),
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          // Also holds what is sent in another version of the same resource.
          matchPolicy: 'Equivalent',
          namespaceSelector: { matchExpressions: [{ key: TENANT_LABEL, operator: 'Exists' }] },
          resourceRules: [{ ...resource, operations: ['CREATE', 'UPDATE'], scope: 'Namespaced' }],
        },
        // Controllers must be able to take their finalizer off an object that an older rule let in.
        matchConditions: [
          {
            name: 'spec-is-new',
            expression: "request.operation == 'CREATE' || object.spec != oldObject.spec",
          },
        ],
        variables: [OWN_HOST],
        validations: validations.map((validation) => ({ ...validation, reason: 'Forbidden' })),
      },
    });

    new ApiObject(this, `${name}-binding`, {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: managedMetadata({ name }),
      spec: { policyName: name, validationActions: ['Deny'] },
    });
  }
}
