import { Construct } from 'constructs';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { type GatewayRef, LAB_GATEWAY } from './lab-gateway';
import { HAS_HOST, OWN_HOST, isOwnHost } from './own-host';

/** Policy that holds routes of a mesh to their namespace's own host and own Services. */
export const MESH_HOST_POLICY = 'practicum-mesh-hosts';
/** Policy that holds a mesh's rules for Services to those of their own namespace. */
export const MESH_DESTINATION_POLICY = 'practicum-mesh-destinations';

const MESH = 'networking.istio.io';

/** Names that mean a Service of the namespace itself, as a regular expression: web, web.amara, web.amara.svc … */
const OWN_SERVICES: NamedExpression = {
  name: 'ownServices',
  expression:
    "'^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.]' + request.namespace + '([.]svc([.]cluster[.]local)?)?)?$'",
};

const isOwnService = (host: string): string => `${host}.matches(variables.ownServices)`;

/** CEL that is true when every route in `protocol` of a VirtualService leads to a Service of the namespace. */
const leadsToOwn = (protocol: string): string =>
  `object.spec.?${protocol}.orValue([]).all(r, r.?route.orValue([]).all(t, ` +
  `${isOwnService("t.?destination.?host.orValue('')")}))`;

/** CEL that is true when every `match` of `protocol` names allowed gateways only. */
const matchesGateways = (protocol: string): string =>
  `object.spec.?${protocol}.orValue([]).all(r, r.?match.orValue([]).all(m, ` +
  'm.?gateways.orValue([]).all(g, g in variables.gateways)))';

/** CEL that is true when `host` is the namespace's own, a name under it, or a Service of the namespace. */
const isOwn = (host: string): string => `(${isOwnHost(host)} || ${isOwnService(host)})`;

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

function routeValidations({ name, namespace }: GatewayRef): readonly Validation[] {
  return [
    HAS_HOST,
    {
      expression: [
        `object.spec.?hosts.orValue([]).size() > 0 && object.spec.hosts.all(h, ${isOwn('h')})`,
        `object.spec.?tls.orValue([]).all(r, r.?match.orValue([]).all(m, m.?sniHosts.orValue([]).all(h, ${isOwn('h')})))`,
      ].join(' && '),
      messageExpression:
        "'spec.hosts and sniHosts: in this namespace only ' + variables.host + ', names under it and Services of the namespace are allowed'",
    },
    {
      expression: [
        'object.spec.?gateways.orValue([]).all(g, g in variables.gateways)',
        ...PROTOCOLS.map(matchesGateways),
      ].join(' && '),
      message: `spec.gateways: only ${namespace}/${name}, and mesh for your own Services`,
    },
    {
      expression: [
        ...PROTOCOLS.map(leadsToOwn),
        `object.spec.?http.orValue([]).all(r, !has(r.mirror) || ${isOwnService('r.mirror.host')})`,
        `object.spec.?http.orValue([]).all(r, r.?mirrors.orValue([]).all(m, ${isOwnService('m.destination.host')}))`,
        'object.spec.?http.orValue([]).all(r, !has(r.delegate))',
      ].join(' && '),
      message:
        'spec: routes and mirrors lead to Services of this namespace, by their name, and delegate to no other VirtualService',
    },
  ];
}

const OWN_DESTINATION: Validation = {
  expression: isOwnService("object.spec.?host.orValue('')"),
  message: 'spec.host: a rule is for a Service of this namespace, by its name',
};

/** Without a mode TLS is off, so that an empty setting is no silence. */
const keepsOneTls = (policy: string): string =>
  `(!${policy}.?tls.hasValue() || ${policy}.?tls.?mode.orValue('') == 'ISTIO_MUTUAL')`;

/** CEL that is true when `policy` says of TLS nothing but what the mesh does anyway, for any port. */
const keepsTls = (policy: string): string =>
  `${keepsOneTls(policy)} && ${policy}.?portLevelSettings.orValue([]).all(p, ${keepsOneTls('p')})`;

const MESH_TLS: Validation = {
  expression: [
    keepsTls('object.spec.?trafficPolicy'),
    `object.spec.?subsets.orValue([]).all(s, ${keepsTls('s.?trafficPolicy')})`,
  ].join(' && '),
  message:
    'spec: leave out tls, or say mode: ISTIO_MUTUAL; in this mesh every connection is encrypted by the mesh itself',
};

export interface MeshPolicyProps {
  /**
   * The one Gateway, of the mesh's own kind, that tenants' hosts hang on.
   * @default LAB_GATEWAY
   */
  readonly gateway?: GatewayRef;
  /**
   * Whether connections must stay encrypted by the mesh itself.
   * @default false
   */
  readonly strict?: boolean;
}

/**
 * Admission policies of a cell that keep a tenant of a service mesh to its own host and Services.
 *
 * A VirtualService without gateways holds for every client in the mesh, and one that names another's host or
 * Service would take their requests wherever they come from.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class MeshPolicy extends Construct {
  constructor(scope: Construct, id: string, props: MeshPolicyProps = {}) {
    super(scope, id);
    const gateway = props.gateway ?? LAB_GATEWAY;
    const gateways: NamedExpression = {
      name: 'gateways',
      expression: `['${gateway.namespace}/${gateway.name}', 'mesh']`,
    };

    new AdmissionPolicy(this, 'Routes', {
      name: MESH_HOST_POLICY,
      resources: [{ apiGroups: [MESH], resources: ['virtualservices'] }],
      variables: [OWN_HOST, OWN_SERVICES, gateways],
      validations: routeValidations(gateway),
    });
    new AdmissionPolicy(this, 'Destinations', {
      name: MESH_DESTINATION_POLICY,
      resources: [{ apiGroups: [MESH], resources: ['destinationrules'] }],
      variables: [OWN_SERVICES],
      validations: [OWN_DESTINATION, ...(props.strict === true ? [MESH_TLS] : [])],
    });
  }
}
