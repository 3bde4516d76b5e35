import { Construct } from 'constructs';
import type { Validation } from './admission-policy';
import { AdmissionPolicy } from './admission-policy';
import { LOAD_BALANCERS_ANNOTATION } from './tenant-namespace';

/** Policy that says how Services may be reached from outside their namespace. */
export const SERVICE_POLICY = 'practicum-services';

/** Annotation by which GKE makes a load balancer reachable from the VPC alone. */
const REACH = 'networking.gke.io/load-balancer-type';
const ADDRESSES = 'networking.gke.io/load-balancer-ip-addresses';
const INTERNAL_CLASS = 'networking.gke.io/l4-regional-internal';

const LOAD_BALANCERS = {
  name: 'loadBalancers',
  expression: `namespaceObject.metadata.?annotations[?'${LOAD_BALANCERS_ANNOTATION}'].orValue('none')`,
};
const IS_LOAD_BALANCER = {
  name: 'isLoadBalancer',
  expression: "object.spec.?type.orValue('ClusterIP') == 'LoadBalancer'",
};

const VALIDATIONS: readonly Validation[] = [
  {
    expression: 'object.spec.?externalIPs.orValue([]).size() == 0',
    message: "spec.externalIPs: leave it out; it would take other people's traffic to that address",
  },
  {
    expression: "object.spec.?type.orValue('ClusterIP') != 'NodePort'",
    message: 'spec.type: no NodePort, which opens a port on every node; use ClusterIP and an HTTPRoute',
  },
  {
    expression: "object.spec.?type.orValue('ClusterIP') != 'ExternalName'",
    message:
      "spec.type: no ExternalName, which can lead the Gateway into another's namespace; name the address in your application",
  },
  {
    expression: "!variables.isLoadBalancer || variables.loadBalancers in ['internal', 'external']",
    message: 'spec.type: this course has no load balancers of your own; use ClusterIP and an HTTPRoute',
  },
  {
    expression:
      "!variables.isLoadBalancer || variables.loadBalancers == 'external' || " +
      `object.metadata.?annotations[?'${REACH}'].orValue('') == 'Internal' && ` +
      `object.spec.?loadBalancerClass.orValue('${INTERNAL_CLASS}') == '${INTERNAL_CLASS}'`,
    message: `metadata.annotations: a load balancer is internal here; write ${REACH}: "Internal", and no other loadBalancerClass`,
  },
  {
    expression:
      "object.spec.?loadBalancerIP.orValue('') == '' && " +
      `object.metadata.?annotations[?'${ADDRESSES}'].orValue('') == ''`,
    message: 'spec.loadBalancerIP: leave it out; an address is assigned',
  },
];

/**
 * Admission policy of a cell for Services: no traffic of others, no open ports, load balancers by leave only.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/97076 (CVE-2020-8554)
 */
export class ServicePolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: SERVICE_POLICY,
      resources: [{ apiGroups: [''], resources: ['services'] }],
      matchConditions: [
        {
          // Annotations decide as much as the spec.
          name: 'spec-or-annotations-are-new',
          expression:
            "request.operation == 'CREATE' || object.spec != oldObject.spec || " +
            'object.metadata.?annotations != oldObject.metadata.?annotations',
        },
      ],
      variables: [LOAD_BALANCERS, IS_LOAD_BALANCER],
      validations: VALIDATIONS,
    });
  }
}
