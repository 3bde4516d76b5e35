import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { contentHash } from '../../../src/core/domain/content-hash';
import { GRAFANA } from '../../../src/core/domain/names';
import type { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { type GatewayRef, HTTPS_LISTENER, LAB_GATEWAY } from '../lab-gateway';
import { managedMetadata } from '../managed-metadata';
import { METRICS_READER_ROLE } from './metrics-reader';
import {
  GRAFANA_DISK,
  GRAFANA_PORT,
  GRAFANA_USER,
  type GrafanaPodProps,
  TOKEN_SIDECAR,
  grafanaPod,
} from './grafana-containers';
import {
  FILES_ANNOTATION,
  type Fields,
  NAME_LABEL,
  TOOLKIT_LABEL,
  podSecurity,
} from '../../../src/core/kubernetes/hardened-pod';

/** Path of a tenant's host that leads to Grafana. */
export const GRAFANA_PATH = '/grafana';

export interface TenantGrafanaProps {
  readonly namespace: string;
  readonly host: string;
  /** All that Grafana and its sidecar may use together. */
  readonly allowance: {
    readonly cpu: Cpu;
    readonly cpuLimit: Cpu;
    readonly memory: Bytes;
    readonly memoryLimit: Bytes;
    readonly storage: Bytes;
  };
  /** Files of the pod, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly images: GrafanaPodProps['images'];
  readonly boards: GrafanaPodProps['boards'];
  readonly audience: string;
  /** @default LAB_GATEWAY */
  readonly gateway?: GatewayRef;
  /** @default HTTPS_LISTENER */
  readonly listener?: string;
  /**
   * Whether the host leads to it.
   * @default true
   */
  readonly reachable?: boolean;
  /**
   * Whether the load balancer itself asks the pod if it is healthy.
   * @default true
   */
  readonly healthCheck?: boolean;
}

/**
 * Grafana of a tenant, on the tenant's own metrics: account with the right to ask for them, pod, disk, and the path
 * `/grafana` of the tenant's host.
 *
 * It is made asleep: what opens and closes labs wakes it. The tenant may do with it whatever workloads allow; the fence is
 * not here, but where metrics are asked.
 */
export class TenantGrafana extends Construct {
  constructor(scope: Construct, id: string, props: TenantGrafanaProps) {
    super(scope, id);
    const { namespace } = props;
    new ApiObject(this, 'Account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: managedMetadata({ name: GRAFANA, namespace }),
      automountServiceAccountToken: false,
    });
    new ApiObject(this, 'Reader', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: managedMetadata({ name: GRAFANA, namespace }),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: METRICS_READER_ROLE },
      subjects: [{ kind: 'ServiceAccount', name: GRAFANA, namespace }],
    });
    new ApiObject(this, 'Files', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name: GRAFANA, namespace }),
      data: props.files,
    });
    this.addWorkload(props);
    this.addRoute(props);
  }

  private addWorkload(props: TenantGrafanaProps): void {
    const { namespace, allowance, files } = props;
    new ApiObject(this, 'Workload', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: managedMetadata({ name: GRAFANA, namespace, labels: { [TOOLKIT_LABEL]: 'grafana' } }),
      spec: {
        replicas: 0,
        serviceName: GRAFANA,
        selector: { matchLabels: { [NAME_LABEL]: GRAFANA } },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
        volumeClaimTemplates: [
          {
            metadata: { name: GRAFANA_DISK },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: allowance.storage.toString() } },
            },
          },
        ],
        template: {
          metadata: {
            labels: { [NAME_LABEL]: GRAFANA, [TOOLKIT_LABEL]: 'grafana' },
            annotations: { [FILES_ANNOTATION]: contentHash(...Object.values(files)) },
          },
          spec: {
            serviceAccountName: GRAFANA,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: podSecurity(GRAFANA_USER),
            ...grafanaPod({
              images: props.images,
              amounts: beside(allowance),
              rootUrl: `https://${props.host}${GRAFANA_PATH}/`,
              files: GRAFANA,
              boards: props.boards,
              audience: props.audience,
            }),
          },
        },
      },
    });
  }

  private addRoute(props: TenantGrafanaProps): void {
    const { namespace, host, gateway = LAB_GATEWAY, listener, reachable = true } = props;
    new ApiObject(this, 'Service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: managedMetadata({ name: GRAFANA, namespace }),
      spec: {
        type: 'ClusterIP',
        selector: { [NAME_LABEL]: GRAFANA },
        ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: GRAFANA_PORT }],
      },
    });
    if (reachable) {
      const parent = { kind: 'Gateway', name: gateway.name, namespace: gateway.namespace };
      new ApiObject(this, 'Route', {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: managedMetadata({ name: GRAFANA, namespace }),
        spec: {
          parentRefs: [{ ...parent, sectionName: listener ?? HTTPS_LISTENER }],
          hostnames: [host],
          rules: [
            {
              matches: [{ path: { type: 'PathPrefix', value: GRAFANA_PATH } }],
              backendRefs: [{ name: GRAFANA, port: 80 }],
            },
          ],
        },
      });
    }
    if (props.healthCheck === false) return;
    new ApiObject(this, 'HealthCheck', {
      apiVersion: 'networking.gke.io/v1',
      kind: 'HealthCheckPolicy',
      metadata: managedMetadata({ name: GRAFANA, namespace }),
      spec: {
        default: {
          config: {
            type: 'HTTP',
            httpHealthCheck: {
              portSpecification: 'USE_SERVING_PORT',
              requestPath: `${GRAFANA_PATH}/api/health`,
            },
          },
        },
        targetRef: { group: '', kind: 'Service', name: GRAFANA },
      },
    });
  }
}

/** What is left for Grafana beside its sidecar. */
const beside = (allowance: TenantGrafanaProps['allowance']): Fields & GrafanaPodProps['amounts'] => ({
  cpu: allowance.cpu.minus(TOKEN_SIDECAR.cpu),
  cpuLimit: allowance.cpuLimit.minus(TOKEN_SIDECAR.cpuLimit),
  memory: allowance.memory.minus(TOKEN_SIDECAR.memory),
  memoryLimit: allowance.memoryLimit.minus(TOKEN_SIDECAR.memoryLimit),
});
