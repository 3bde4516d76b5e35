import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import {
  MESH_GATEWAY,
  MESH_GATEWAY_LABEL,
  MESH_GATEWAY_PROGRAM,
  MESH_INGRESS_NAMESPACE,
  MESH_LISTENER,
  MESH_NAMESPACE,
  TUNNEL_PORT,
} from '../../src/core/domain/mesh';
import type { Fields } from '../../src/core/kubernetes/hardened-pod';
import { HTTPS_LISTENER, type GatewayRef, LAB_GATEWAY } from './lab-gateway';
import { managedMetadata } from './managed-metadata';
import { PROMETHEUS } from './monitoring/prometheus-server';
import { TENANTS, programFromOutside, tcp } from './monitoring/peers';
import { LOAD_BALANCER_RANGES } from './tenant-isolation';
import { GATEWAY_LABEL, TENANT_LABEL } from './tenant-namespace';

/** The Gateway that tenants' routes attach to in a cell with a mesh. */
export const HOSTS_GATEWAY: GatewayRef = { name: MESH_GATEWAY, namespace: MESH_INGRESS_NAMESPACE };

const GATEWAY_API = 'gateway.networking.k8s.io/v1';
/** Port of the gateway that requests come in at, encrypted by Google's load balancer up to the node's network. */
const HTTP_PORT = 80;
/** Port at which the gateway says whether it is well. */
const HEALTH_PORT = 15_021;
/** Port at which the agent in the gateway's pods shows what both count. */
const METRICS_PORT = 15_020;
/** Port of the control plane for certificates and configuration. */
const CONTROL_PORT = 15_012;

const IN_INGRESS = { namespace: MESH_INGRESS_NAMESPACE } as const;
const GATEWAY_PODS: Fields = { matchLabels: { [MESH_GATEWAY_LABEL]: MESH_GATEWAY } };
const CONTROL_PLANE: Fields = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': MESH_NAMESPACE } },
  podSelector: { matchLabels: { app: 'istiod' } },
};

export interface MeshGatewayProps {
  /** Domain under which every tenant has its host. */
  readonly domain: string;
  /** Where its pods run. */
  readonly placement: Fields;
}

/**
 * Way from GKE's Gateway into the mesh: all hosts of tenants lead to one more Gateway, whose pods take part in the mesh.
 *
 * GKE's keeps the address, the certificate and the count of requests; a pod of its load balancer could never be known to a
 * mesh that wants every caller's certificate. What Istio makes for this Gateway, a Deployment, a Service and an account, is
 * in a namespace with nothing else in it, and gets what comes from Google's load balancers alone.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/
 */
export class MeshGateway extends Construct {
  constructor(scope: Construct, id: string, { domain, placement }: MeshGatewayProps) {
    super(scope, id);
    new ApiObject(this, 'Namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: managedMetadata({
        name: MESH_INGRESS_NAMESPACE,
        labels: {
          [GATEWAY_LABEL]: 'true',
          // Istio lets its gateway listen below 1024 by a setting of the pod, which `restricted` takes as well.
          'pod-security.kubernetes.io/enforce': 'baseline',
          'pod-security.kubernetes.io/enforce-version': 'latest',
        },
      }),
    });
    this.addGateway(domain, placement);
    this.addWayIn(domain);
    this.addFence();
  }

  private addGateway(domain: string, placement: Fields): void {
    const container = {
      name: 'istio-proxy',
      resources: {
        requests: { cpu: '100m', memory: '128Mi' },
        limits: { cpu: '2', memory: '512Mi' },
      },
    };
    // Laid over what Istio would make; JSON is YAML too.
    new ApiObject(this, 'Parameters', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name: MESH_GATEWAY, ...IN_INGRESS }),
      data: {
        // Left alone it would get an address of its own on the internet.
        service: JSON.stringify({ spec: { type: 'ClusterIP' } }),
        deployment: JSON.stringify({
          spec: { replicas: 2, template: { spec: { ...placement, containers: [container] } } },
        }),
      },
    });
    new ApiObject(this, 'Resource', {
      apiVersion: GATEWAY_API,
      kind: 'Gateway',
      metadata: managedMetadata({ ...HOSTS_GATEWAY }),
      spec: {
        gatewayClassName: 'istio',
        infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: MESH_GATEWAY } },
        listeners: [
          {
            name: MESH_LISTENER,
            protocol: 'HTTP',
            port: HTTP_PORT,
            hostname: `*.${domain}`,
            allowedRoutes: {
              kinds: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }],
              namespaces: {
                from: 'Selector',
                selector: { matchExpressions: [{ key: TENANT_LABEL, operator: 'Exists' }] },
              },
            },
          },
        ],
      },
    });
  }

  private addWayIn(domain: string): void {
    new ApiObject(this, 'Route', {
      apiVersion: GATEWAY_API,
      kind: 'HTTPRoute',
      metadata: managedMetadata({ name: MESH_GATEWAY, ...IN_INGRESS }),
      spec: {
        parentRefs: [{ kind: 'Gateway', ...LAB_GATEWAY, sectionName: HTTPS_LISTENER }],
        hostnames: [`*.${domain}`],
        rules: [{ backendRefs: [{ name: MESH_GATEWAY_PROGRAM, port: HTTP_PORT }] }],
      },
    });
    new ApiObject(this, 'HealthCheck', {
      apiVersion: 'networking.gke.io/v1',
      kind: 'HealthCheckPolicy',
      metadata: managedMetadata({ name: MESH_GATEWAY, ...IN_INGRESS }),
      spec: {
        default: {
          config: {
            type: 'HTTP',
            httpHealthCheck: {
              portSpecification: 'USE_FIXED_PORT',
              port: HEALTH_PORT,
              requestPath: '/healthz/ready',
            },
          },
        },
        targetRef: { group: '', kind: 'Service', name: MESH_GATEWAY_PROGRAM },
      },
    });
  }

  private addFence(): void {
    this.addPolicy('deny-all', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    this.addPolicy(MESH_GATEWAY, {
      podSelector: GATEWAY_PODS,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: LOAD_BALANCER_RANGES.map((cidr) => ({ ipBlock: { cidr } })),
          ports: tcp(HTTP_PORT, HEALTH_PORT),
        },
        { from: [programFromOutside(PROMETHEUS)], ports: tcp(METRICS_PORT) },
      ],
      egress: [
        { to: [TENANTS], ports: tcp(TUNNEL_PORT) },
        { to: [CONTROL_PLANE], ports: tcp(CONTROL_PORT) },
        { ports: [{ protocol: 'UDP', port: 53 }, ...tcp(53)] },
      ],
    });
  }

  private addPolicy(name: string, spec: Fields): void {
    new ApiObject(this, `Policy ${name}`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name, ...IN_INGRESS }),
      spec,
    });
  }
}
