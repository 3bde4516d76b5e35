import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { contentHash } from '../../../src/core/domain/content-hash';
import { GRAFANA, MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { HTTPS_LISTENER, LAB_GATEWAY } from '../lab-gateway';
import { managedMetadata } from '../managed-metadata';
import { LOAD_BALANCER_RANGES } from '../tenant-isolation';
import { DASHBOARDS } from './dashboard-files';
import {
  GRAFANA_DISK,
  GRAFANA_PORT,
  GRAFANA_USER,
  type GrafanaPodProps,
  grafanaPod,
  healthPath,
} from './grafana-containers';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';
import { METRICS_READER_ROLE } from './metrics-reader';
import { MonitoringProgram } from './monitoring-program';
import { ANYWHERE, program, tcp } from './peers';
import { PROMETHEUS } from './prometheus-server';

/**
 * Whoever Identity-Aware Proxy lets through is staff, by Google's account and by IAM: there is no password to share.
 * The load balancer takes this header from whoever else sends it.
 *
 * @see https://cloud.google.com/iap/docs/signed-headers-howto (read 2026-11)
 */
const LOGIN: Readonly<Record<string, string>> = {
  GF_AUTH_DISABLE_LOGIN_FORM: 'true',
  GF_AUTH_DISABLE_SIGNOUT_MENU: 'true',
  GF_AUTH_JWT_AUTO_SIGN_UP: 'true',
  GF_AUTH_JWT_EMAIL_CLAIM: 'email',
  GF_AUTH_JWT_ENABLED: 'true',
  GF_AUTH_JWT_EXPECT_CLAIMS: '{"iss": "https://cloud.google.com/iap"}',
  GF_AUTH_JWT_HEADER_NAME: 'X-Goog-Iap-Jwt-Assertion',
  GF_AUTH_JWT_JWK_SET_URL: 'https://www.gstatic.com/iap/verify/public_key-jwk',
  GF_AUTH_JWT_ROLE_ATTRIBUTE_PATH: "'Editor'",
  GF_AUTH_JWT_USERNAME_CLAIM: 'email',
};

export interface StaffGrafanaProps {
  /** Host that it answers for. */
  readonly host: string;
  readonly files: Readonly<Record<string, string>>;
  readonly images: GrafanaPodProps['images'];
  readonly boards: GrafanaPodProps['boards'];
  readonly audience: string;
  readonly staffPort: number;
  readonly placement: Fields;
}

/** Grafana of those who teach, on the metrics of all tenants of the cluster, behind Identity-Aware Proxy. */
export class StaffGrafana extends Construct {
  constructor(scope: Construct, id: string, props: StaffGrafanaProps) {
    super(scope, id);
    const { host, files } = props;
    const name = `${GRAFANA}-files`;
    const rootUrl = `https://${host}/`;
    new ApiObject(this, 'Files', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      data: files,
    });
    const pod = grafanaPod({
      images: props.images,
      amounts: { cpu: Cpu.millis(100), memory: Bytes.mebi(256), memoryLimit: Bytes.mebi(768) },
      rootUrl,
      files: name,
      boards: props.boards,
      audience: props.audience,
      settings: LOGIN,
    });
    new MonitoringProgram(this, 'Program', {
      name: GRAFANA,
      user: GRAFANA_USER,
      placement: props.placement,
      filesHash: contentHash(...Object.values(files)),
      disk: { name: GRAFANA_DISK, size: '1Gi' },
      clusterRoles: { 'practicum-staff-metrics': METRICS_READER_ROLE },
      ...(pod as Pick<ConstructorParameters<typeof MonitoringProgram>[2], 'containers'>),
      ports: [{ name: 'http', port: GRAFANA_PORT }],
      network: {
        ingress: [
          { from: LOAD_BALANCER_RANGES.map((cidr) => ({ ipBlock: { cidr } })), ports: tcp(GRAFANA_PORT) },
        ],
        egress: [
          { to: [program(PROMETHEUS)], ports: tcp(props.staffPort) },
          { to: [program(DASHBOARDS)], ports: tcp(8080) },
          // The keys that Identity-Aware Proxy signs with.
          { to: [ANYWHERE], ports: tcp(443) },
        ],
      },
    });
    this.addRoute(host, healthPath(rootUrl));
  }

  private addRoute(host: string, requestPath: string): void {
    const metadata = managedMetadata({ name: GRAFANA, namespace: MONITORING_NAMESPACE });
    const targetRef = { group: '', kind: 'Service', name: GRAFANA };
    new ApiObject(this, 'Route', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata,
      spec: {
        parentRefs: [{ kind: 'Gateway', ...LAB_GATEWAY, sectionName: HTTPS_LISTENER }],
        hostnames: [host],
        rules: [{ backendRefs: [{ name: GRAFANA, port: GRAFANA_PORT }] }],
      },
    });
    new ApiObject(this, 'HealthCheck', {
      apiVersion: 'networking.gke.io/v1',
      kind: 'HealthCheckPolicy',
      metadata,
      spec: {
        default: {
          config: { type: 'HTTP', httpHealthCheck: { portSpecification: 'USE_SERVING_PORT', requestPath } },
        },
        targetRef,
      },
    });
    new ApiObject(this, 'Login', {
      apiVersion: 'networking.gke.io/v1',
      kind: 'GCPBackendPolicy',
      metadata,
      spec: { default: { iap: { enabled: true } }, targetRef },
    });
  }
}
