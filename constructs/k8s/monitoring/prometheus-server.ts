import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { contentHash } from '../../../src/core/domain/content-hash';
import { IN_MESH, PROBE_RANGE, TUNNEL_PORT } from '../../../src/core/domain/mesh';
import { LOAD_BALANCER_METRICS, METRICS_SERVICE, MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { managedMetadata } from '../managed-metadata';
import {
  type Amounts,
  CONTAINER_SECURITY,
  type Fields,
  NAME_LABEL,
  resources,
} from '../../../src/core/kubernetes/hardened-pod';
import { MonitoringProgram } from './monitoring-program';
import { ANYWHERE, GOOGLE_APIS, MESH_GATEWAYS, TENANTS, program, tcp } from './peers';

/** Name of the program that holds all metrics, and of its account. */
export const PROMETHEUS = 'prometheus';

export interface ProxyProps {
  /** Port that callers connect to. */
  readonly port: number;
  /** Port that says whether the proxy is well. */
  readonly healthPort: number;
  readonly args: readonly string[];
}

export interface PrometheusServerProps {
  readonly images: {
    readonly server: string;
    readonly labelEnforcer: string;
    readonly nginx: string;
    readonly rbacProxy: string;
  };
  readonly args: readonly string[];
  readonly amounts: Amounts;
  /** What keeps the samples; without it they are kept elsewhere. */
  readonly disk?: Bytes;
  /** `prometheus.yml` and whatever else is read beside it. @default - none */
  readonly config?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly rules?: Readonly<Record<string, string>>;
  /** Folder for the files of the proxies, and the files by name. */
  readonly proxies: {
    readonly folder: string;
    readonly files: Readonly<Record<string, string>>;
    readonly tenants: ProxyProps;
    readonly staff: ProxyProps;
    readonly labelEnforcerArgs: readonly string[];
  };
  /** Folder for the files of the guard before the label enforcer, and the files by name. */
  readonly guard: { readonly folder: string; readonly files: Readonly<Record<string, string>> };
  readonly placement: Fields;
  /**
   * How to ask the server whether it is ready, from within its container: it listens on loopback only.
   * @default - it is ready as soon as it runs
   */
  readonly readyCommand?: readonly string[];
  /**
   * Whether the pod is in the mesh that tenants' pods are in, which take nothing from outside of it.
   * @default false
   */
  readonly mesh?: boolean;
}

/** What looks at tenants' questions before the namespace is written into them. */
const GUARD = 'query-guard';

const PROXY: Amounts = { cpu: Cpu.millis(20), memory: Bytes.mebi(64), memoryLimit: Bytes.mebi(128) };

/** Where a server that keeps samples itself sends to. */
const scrapes = (mesh: boolean): readonly Fields[] => [
  // Pods of tenants, on the port that each chooses.
  { to: [TENANTS], ...(mesh ? { ports: tcp(TUNNEL_PORT) } : {}) },
  // Gateways of a mesh, which are the staff's.
  { to: [MESH_GATEWAYS], ports: tcp(15_020, 15_090) },
  { to: [program('kube-state-metrics')], ports: tcp(8080) },
  { to: [program(LOAD_BALANCER_METRICS)], ports: tcp(9255) },
  { to: [program('alertmanager')], ports: tcp(9093) },
  { to: [ANYWHERE], ports: tcp(443, 6443) },
  // The kubelets: to Cilium a node has no address, so that no range takes it.
  { ports: tcp(10250) },
];

/**
 * Where metrics are kept and asked: the server on loopback, and beside it in the same pod the only ways to it. Tenants
 * come through a proxy that asks Kubernetes for their right to a namespace, a guard, and one that writes this namespace
 * into each question; staff through a proxy that asks for the right to all.
 */
export class PrometheusServer extends Construct {
  constructor(scope: Construct, id: string, props: PrometheusServerProps) {
    super(scope, id);
    const { config = {}, rules = {}, proxies, guard, mesh = false } = props;
    this.addFiles('prometheus-config', config);
    this.addFiles('prometheus-rules', rules);
    this.addFiles('metrics-proxies', proxies.files);
    this.addFiles(GUARD, guard.files);

    new MonitoringProgram(this, 'Program', {
      name: PROMETHEUS,
      ...(mesh ? { labels: IN_MESH } : {}),
      user: 65_534,
      placement: props.placement,
      // The server reads its own files anew by itself, and loses nothing by it.
      filesHash: contentHash(...[proxies.files, guard.files].flatMap((files) => Object.values(files))),
      ...(props.disk === undefined ? {} : { growingDisk: { name: PROMETHEUS, size: props.disk.toString() } }),
      // Looks for pods and nodes, and reads what nodes tell; nothing of what objects hold.
      clusterRules: [
        { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
      ],
      // Ask Kubernetes who holds a token, and what they may.
      clusterRoles: { 'practicum-metrics-proxies': 'system:auth-delegator' },
      containers: [
        serverContainer(props),
        {
          name: 'label-enforcer',
          image: props.images.labelEnforcer,
          args: proxies.labelEnforcerArgs,
          resources: resources(PROXY),
          securityContext: CONTAINER_SECURITY,
        },
        guardContainer(props),
        proxyContainer('tenants-proxy', proxies.tenants, props),
        proxyContainer('staff-proxy', proxies.staff, props),
      ],
      volumes: [
        volumeOf('prometheus-config'),
        volumeOf('prometheus-rules'),
        volumeOf('metrics-proxies'),
        volumeOf(GUARD),
        { name: 'tmp', emptyDir: { sizeLimit: '16Mi' } },
        ...(props.disk === undefined ? [{ name: PROMETHEUS, emptyDir: { sizeLimit: '128Mi' } }] : []),
      ],
      network: {
        ingress: [
          { from: [TENANTS], ports: tcp(mesh ? TUNNEL_PORT : proxies.tenants.port) },
          { from: [program('grafana')], ports: tcp(proxies.staff.port) },
          ...(mesh ? [probesOf(proxies)] : []),
        ],
        egress: props.disk === undefined ? GOOGLE_APIS : scrapes(mesh),
      },
    });
    this.addService(props);
  }

  private addFiles(name: string, data: Readonly<Record<string, string>>): void {
    new ApiObject(this, name, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      data,
    });
  }

  private addService({ proxies }: PrometheusServerProps): void {
    const port = (name: string, { port: number }: ProxyProps): Fields => ({
      name,
      protocol: 'TCP',
      port: number,
      targetPort: number,
    });
    new ApiObject(this, 'Service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: managedMetadata({ name: METRICS_SERVICE, namespace: MONITORING_NAMESPACE }),
      spec: {
        type: 'ClusterIP',
        selector: { [NAME_LABEL]: PROMETHEUS },
        ports: [port('tenants', proxies.tenants), port('staff', proxies.staff)],
      },
    });
  }
}

/** Where the kubelet asks the proxies of a pod in the mesh whether they are well. */
const probesOf = ({ tenants, staff }: PrometheusServerProps['proxies']): Fields => ({
  from: [{ ipBlock: { cidr: PROBE_RANGE } }],
  ports: tcp(tenants.healthPort, staff.healthPort),
});

const volumeOf = (configMap: string): Fields => ({ name: configMap, configMap: { name: configMap } });

function serverContainer({ images, args, amounts, readyCommand }: PrometheusServerProps): Fields {
  const ready = { exec: { command: readyCommand }, periodSeconds: 30, timeoutSeconds: 10 };
  // Reading back what was not yet in a block may take minutes.
  const probes = { startupProbe: { ...ready, failureThreshold: 40 }, readinessProbe: ready };
  return {
    name: PROMETHEUS,
    image: images.server,
    args,
    ...(readyCommand === undefined ? {} : probes),
    resources: resources(amounts),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: 'prometheus-config', mountPath: '/etc/prometheus', readOnly: true },
      { name: 'prometheus-rules', mountPath: '/etc/prometheus-rules', readOnly: true },
      { name: PROMETHEUS, mountPath: '/prometheus' },
    ],
  };
}

function guardContainer({ images, guard }: PrometheusServerProps): Fields {
  return {
    name: GUARD,
    image: images.nginx,
    command: ['nginx', '-c', `${guard.folder}/nginx.conf`, '-g', 'daemon off;'],
    resources: resources({ cpu: Cpu.millis(10), memory: Bytes.mebi(32), memoryLimit: Bytes.mebi(64) }),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: GUARD, mountPath: guard.folder, readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

function proxyContainer(
  name: string,
  { port, healthPort, args }: ProxyProps,
  { images, proxies }: PrometheusServerProps,
): Fields {
  return {
    name,
    image: images.rbacProxy,
    args,
    ports: [{ name, containerPort: port }],
    readinessProbe: { httpGet: { path: '/healthz', port: healthPort, scheme: 'HTTPS' }, periodSeconds: 10 },
    resources: resources(PROXY),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [{ name: 'metrics-proxies', mountPath: proxies.folder, readOnly: true }],
  };
}
