import { Construct } from 'constructs';
import type { Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { type GatewayRef, LAB_GATEWAY } from './lab-gateway';
import { HAS_HOST, OWN_HOST, isOwnHost, ownHostOnly } from './own-host';

/** Policy that holds routes to the Gateway, to their namespace's own host and to its own Services. */
export const ROUTE_HOST_POLICY = 'practicum-route-hosts';
/** Policy that holds Ingresses to their namespace's own host. */
export const INGRESS_HOST_POLICY = 'practicum-ingress-hosts';
/** Policy that holds certificates to their namespace's own host. */
export const CERTIFICATE_HOST_POLICY = 'practicum-certificate-hosts';
/** Policy that holds health checks to Services of their own namespace. */
export const HEALTH_CHECK_POLICY = 'practicum-health-checks';
/** Policy that keeps Gateways out of tenants' namespaces. */
export const GATEWAY_POLICY = 'practicum-gateways';

const GATEWAY_API = 'gateway.networking.k8s.io';

/** CEL that is true when the backend `ref` is a Service of the route's own namespace. */
const isOwnBackend = (ref: string): string =>
  `${ref}.?group.orValue('') == '' && ${ref}.?kind.orValue('Service') == 'Service' && ` +
  `${ref}.?namespace.orValue(request.namespace) == request.namespace`;

/** CEL that is true when no filter of `owner` mirrors requests out of the route's own namespace. */
const mirrorsToOwn = (owner: string): string =>
  `${owner}.?filters.orValue([]).all(f, !has(f.requestMirror) || ${isOwnBackend('f.requestMirror.backendRef')})`;

function routeValidations(gateway: GatewayRef): readonly Validation[] {
  return [
    HAS_HOST,
    {
      expression: `object.spec.?hostnames.orValue([]).size() > 0 && object.spec.hostnames.all(h, ${isOwnHost('h')})`,
      messageExpression: ownHostOnly('spec.hostnames'),
    },
    {
      expression: [
        'object.spec.?parentRefs.orValue([]).size() > 0 && object.spec.parentRefs.all(p,',
        `p.?group.orValue('${GATEWAY_API}') == '${GATEWAY_API}' && p.?kind.orValue('Gateway') == 'Gateway' &&`,
        `p.name == '${gateway.name}' && p.?namespace.orValue('') == '${gateway.namespace}')`,
      ].join(' '),
      message: `spec.parentRefs: routes attach to the Gateway ${gateway.name} in the namespace ${gateway.namespace}, and to nothing else`,
    },
    {
      expression: [
        'object.spec.?rules.orValue([]).all(r,',
        `${mirrorsToOwn('r')} &&`,
        `r.?backendRefs.orValue([]).all(b, ${isOwnBackend('b')} && ${mirrorsToOwn('b')}))`,
      ].join(' '),
      message: 'spec.rules: backends and mirrors are Services of this namespace, and nothing else',
    },
  ];
}

/** An Ingress without rules has a default backend, or the API server does not take it. */
const INGRESS_VALIDATIONS: readonly Validation[] = [
  HAS_HOST,
  {
    expression: `object.spec.?rules.orValue([]).all(r, has(r.host) && ${isOwnHost('r.host')})`,
    messageExpression: ownHostOnly('spec.rules, the host of each'),
  },
  {
    expression: `!has(object.spec.tls) || object.spec.tls.all(t, !has(t.hosts) || t.hosts.all(h, ${isOwnHost('h')}))`,
    messageExpression: ownHostOnly('spec.tls'),
  },
  {
    expression: '!has(object.spec.defaultBackend)',
    message: 'spec.defaultBackend: it would answer for every host; write a rule with a host instead',
  },
];

const CERTIFICATE_VALIDATIONS: readonly Validation[] = [
  HAS_HOST,
  {
    expression: `object.spec.?dnsNames.orValue([]).all(h, ${isOwnHost('h')})`,
    messageExpression: ownHostOnly('spec.dnsNames'),
  },
  {
    expression: `!has(object.spec.commonName) || ${isOwnHost('object.spec.commonName')}`,
    messageExpression: ownHostOnly('spec.commonName'),
  },
  {
    expression: [
      '!has(object.spec.ipAddresses)',
      '!has(object.spec.uris)',
      '!has(object.spec.emailAddresses)',
      '!has(object.spec.otherNames)',
      '!has(object.spec.literalSubject)',
      'object.spec.?isCA.orValue(false) == false',
    ].join(' && '),
    message:
      'spec: a certificate here is for host names alone; leave out ipAddresses, uris, emailAddresses, otherNames, literalSubject and isCA',
  },
];

const HEALTH_CHECK_VALIDATIONS: readonly Validation[] = [
  {
    expression: 'object.spec.?targetRef.?namespace.orValue(request.namespace) == request.namespace',
    message: 'spec.targetRef.namespace: leave it out; a health check is for a Service of this namespace',
  },
];

function gatewayValidations(gateway: GatewayRef): readonly Validation[] {
  return [
    {
      expression: 'false',
      message: `no Gateways in this namespace: attach an HTTPRoute to the Gateway ${gateway.name} in the namespace ${gateway.namespace} instead`,
    },
  ];
}

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
 * Gateways are refused even to a controller that writes into the place on a student's wish: on a shared
 * ingress, whoever has a Gateway of its own decides about hosts.
 */
export class HostPolicy extends Construct {
  constructor(scope: Construct, id: string, props: HostPolicyProps = {}) {
    super(scope, id);
    const gateway = props.gateway ?? LAB_GATEWAY;
    const variables = [OWN_HOST];

    new AdmissionPolicy(this, 'Routes', {
      name: ROUTE_HOST_POLICY,
      resources: [{ apiGroups: [GATEWAY_API], resources: ['httproutes', 'grpcroutes'] }],
      variables,
      validations: routeValidations(gateway),
    });
    new AdmissionPolicy(this, 'Ingresses', {
      name: INGRESS_HOST_POLICY,
      resources: [{ apiGroups: ['networking.k8s.io'], resources: ['ingresses'] }],
      variables,
      validations: INGRESS_VALIDATIONS,
    });
    new AdmissionPolicy(this, 'Certificates', {
      name: CERTIFICATE_HOST_POLICY,
      resources: [{ apiGroups: ['cert-manager.io'], resources: ['certificates'] }],
      variables,
      validations: CERTIFICATE_VALIDATIONS,
    });
    new AdmissionPolicy(this, 'HealthChecks', {
      name: HEALTH_CHECK_POLICY,
      resources: [{ apiGroups: ['networking.gke.io'], resources: ['healthcheckpolicies'] }],
      validations: HEALTH_CHECK_VALIDATIONS,
    });
    new AdmissionPolicy(this, 'Gateways', {
      name: GATEWAY_POLICY,
      resources: [{ apiGroups: [GATEWAY_API, 'networking.istio.io'], resources: ['gateways'] }],
      validations: gatewayValidations(gateway),
    });
  }
}
