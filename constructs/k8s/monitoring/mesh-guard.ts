import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { NAME_LABEL } from '../../../src/core/kubernetes/hardened-pod';
import { managedMetadata } from '../managed-metadata';
import { PROMETHEUS } from './prometheus-server';

export interface MeshGuardProps {
  /** Port at which tenants ask for metrics. */
  readonly port: number;
}

/**
 * Rule of the mesh for the pod that holds all metrics: whoever comes by the mesh gets to the port for tenants alone.
 *
 * The pod is in the mesh because tenants' pods take nothing from outside of it. That opens its tunnel, which leads on to
 * every port: network policies see the tunnel's port only. What comes by no mesh they still tell by its port.
 */
export class MeshGuard extends Construct {
  constructor(scope: Construct, id: string, { port }: MeshGuardProps) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: managedMetadata({ name: PROMETHEUS, namespace: MONITORING_NAMESPACE }),
      spec: {
        selector: { matchLabels: { [NAME_LABEL]: PROMETHEUS } },
        action: 'DENY',
        rules: [
          {
            from: [{ source: { principals: ['*'] } }],
            to: [{ operation: { notPorts: [String(port)] } }],
          },
        ],
      },
    });
  }
}
