import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { WEB_SERVICE } from '../../src/core/domain/names';
import { type GatewayRef, HTTPS_LISTENER, LAB_GATEWAY } from './lab-gateway';
import { managedMetadata } from './managed-metadata';

/** Port of the Service; the pods choose their own. */
const SERVICE_PORT = 80;

export interface TenantRouteProps {
  readonly namespace: string;
  readonly host: string;
  /**
   * Name of the Service, and value of the label `app` on the pods behind it.
   * @default WEB_SERVICE
   */
  readonly service?: string;
  /**
   * Port that the pods listen on.
   * @default 8000
   */
  readonly targetPort?: number;
  /** @default LAB_GATEWAY */
  readonly gateway?: GatewayRef;
  /**
   * Listener of the Gateway to attach to.
   * @default HTTPS_LISTENER
   */
  readonly listener?: string;
  /**
   * Path that answers 200 when a pod is healthy.
   * @default - a pod that accepts connections is healthy
   */
  readonly healthPath?: string;
  /**
   * Whether the load balancer itself asks the pods if they are healthy: not where the gateway of a mesh stands between.
   * @default true
   */
  readonly healthCheck?: boolean;
}

/**
 * Way from a tenant's host to its pods: Service, HTTPRoute and the load balancer's health check.
 *
 * Left alone GKE would ask for `GET /` and want a 200, and an API without a page there would be a 503 that
 * its student cannot explain. Whether a pod is ready is already for its readiness probe to say: a pod that
 * is not ready is no endpoint of the Service.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/configure-gateway-resources#configure_health_check
 */
export class TenantRoute extends Construct {
  constructor(scope: Construct, id: string, props: TenantRouteProps) {
    super(scope, id);
    const service = props.service ?? WEB_SERVICE;
    const targetPort = props.targetPort ?? 8000;
    const gateway = props.gateway ?? LAB_GATEWAY;
    const sectionName = props.listener ?? HTTPS_LISTENER;

    new ApiObject(this, 'Service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: managedMetadata({ name: service, namespace: props.namespace }),
      spec: {
        type: 'ClusterIP',
        selector: { app: service },
        ports: [{ name: 'http', protocol: 'TCP', port: SERVICE_PORT, targetPort }],
      },
    });

    new ApiObject(this, 'Route', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: managedMetadata({ name: service, namespace: props.namespace }),
      spec: {
        parentRefs: [{ kind: 'Gateway', name: gateway.name, namespace: gateway.namespace, sectionName }],
        hostnames: [props.host],
        rules: [{ backendRefs: [{ name: service, port: SERVICE_PORT }] }],
      },
    });

    if (props.healthCheck === false) return;
    new ApiObject(this, 'HealthCheck', {
      apiVersion: 'networking.gke.io/v1',
      kind: 'HealthCheckPolicy',
      metadata: managedMetadata({ name: service, namespace: props.namespace }),
      spec: {
        default: {
          config:
            props.healthPath === undefined
              ? { type: 'TCP', tcpHealthCheck: { portSpecification: 'USE_SERVING_PORT' } }
              : {
                  type: 'HTTP',
                  httpHealthCheck: { portSpecification: 'USE_SERVING_PORT', requestPath: props.healthPath },
                },
        },
        targetRef: { group: '', kind: 'Service', name: service },
      },
    });
  }
}
