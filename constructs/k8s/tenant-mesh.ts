import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import {
  MESH_GATEWAY,
  MESH_GATEWAY_LABEL,
  MESH_GATEWAY_PROGRAM,
  MESH_INGRESS_NAMESPACE,
  PROBE_RANGE,
  TUNNEL_PORT,
  meshIdentity,
} from '../../src/core/domain/mesh';
import { METRICS_FRONTEND_ACCOUNT, MONITORING_NAMESPACE } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';

const SECURITY = 'security.istio.io/v1';

const MESH_GATEWAY_PODS = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': MESH_INGRESS_NAMESPACE } },
  podSelector: { matchLabels: { [MESH_GATEWAY_LABEL]: MESH_GATEWAY } },
};

/** Who of the staff's may connect to pods of tenants: the gateway of the mesh, and what scrapes metrics. */
const STAFF_CALLERS: readonly string[] = [
  meshIdentity(MESH_INGRESS_NAMESPACE, MESH_GATEWAY_PROGRAM),
  meshIdentity(MONITORING_NAMESPACE, METRICS_FRONTEND_ACCOUNT),
];

export interface TenantMeshProps {
  readonly namespace: string;
}

/**
 * Rules of the mesh in a tenant's namespace, and ways of the network for who comes by it: nothing is taken that is not encrypted and signed by the mesh, and nothing
 * from anybody but pods of the namespace itself, the gateway and what scrapes metrics.
 *
 * Who calls is known by a certificate for the account of the calling pod, whatever its address. Network policies say the
 * same once more by labels of namespaces: either keeps strangers out without the other.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 * @see https://istio.io/latest/docs/ambient/usage/l4-policy/
 */
export class TenantMesh extends Construct {
  constructor(scope: Construct, id: string, { namespace }: TenantMeshProps) {
    super(scope, id);
    new ApiObject(this, 'Encryption', {
      apiVersion: SECURITY,
      kind: 'PeerAuthentication',
      metadata: managedMetadata({ name: 'strict', namespace }),
      spec: { mtls: { mode: 'STRICT' } },
    });
    new ApiObject(this, 'Callers', {
      apiVersion: SECURITY,
      kind: 'AuthorizationPolicy',
      metadata: managedMetadata({ name: 'own-callers', namespace }),
      spec: {
        action: 'ALLOW',
        rules: [
          {
            from: [{ source: { namespaces: [namespace] } }, { source: { principals: STAFF_CALLERS } }],
          },
        ],
      },
    });
    this.letIn('allow-mesh-gateway', namespace, {
      from: [MESH_GATEWAY_PODS],
      ports: [{ protocol: 'TCP', port: TUNNEL_PORT }],
    });
    // On the port that each pod has its probes on.
    this.letIn('allow-probes', namespace, { from: [{ ipBlock: { cidr: PROBE_RANGE } }] });
  }

  private letIn(name: string, namespace: string, rule: object): void {
    new ApiObject(this, name, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name, namespace }),
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [rule] },
    });
  }
}
