import { Construct } from 'constructs';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { COLLECTED_LABEL } from '../collected-label-policy';
import { CONTAINER_SECURITY, type Fields, resources } from '../../../src/core/kubernetes/hardened-pod';
import { MonitoringProgram, type Rule } from './monitoring-program';
import { ANYWHERE, tcp } from './peers';

const KUBE_STATE_METRICS = 'kube-state-metrics';

/** What is read of the cluster: no Secret, no ConfigMap. */
const READ: readonly (readonly [apiGroup: string, resources: readonly string[]])[] = [
  ['', ['endpoints', 'namespaces', 'nodes', 'persistentvolumeclaims', 'pods', 'resourcequotas', 'services']],
  ['apps', ['deployments']],
  ['autoscaling', ['horizontalpodautoscalers']],
  ['batch', ['jobs']],
];

/** Labels of objects that are told as well, those that nobody but staff can set. */
const LABELS = [
  'namespaces=[practicum.dev/cohort,practicum.dev/kind,practicum.dev/tenant]',
  'nodes=[cloud.google.com/gke-nodepool]',
];

export interface KubeStateMetricsProps {
  readonly image: string;
  /** Metrics that are told, by name. */
  readonly metrics: readonly string[];
  /** Tenants of the cluster: its memory grows with their objects. */
  readonly tenants: number;
  /** Pods that ask it. */
  readonly collector: Fields;
  readonly placement: Fields;
}

/**
 * kube-state-metrics: what the API knows of tenants' objects, as metrics.
 * @see https://github.com/kubernetes/kube-state-metrics
 */
export class KubeStateMetrics extends Construct {
  constructor(scope: Construct, id: string, props: KubeStateMetricsProps) {
    super(scope, id);
    const { image, metrics, tenants, collector, placement } = props;
    const rules = READ.map(([apiGroup, kinds]): Rule => ({
      apiGroups: [apiGroup],
      resources: kinds,
      verbs: ['list', 'watch'],
    }));
    new MonitoringProgram(this, 'Program', {
      name: KUBE_STATE_METRICS,
      labels: { [COLLECTED_LABEL]: KUBE_STATE_METRICS },
      user: 65_534,
      placement,
      clusterRules: rules,
      containers: [
        {
          name: KUBE_STATE_METRICS,
          image,
          args: [
            '--port=8080',
            '--telemetry-port=8081',
            `--resources=${READ.flatMap(([, kinds]) => kinds)
              .sort()
              .join(',')}`,
            `--metric-allowlist=${metrics.join(',')}`,
            `--metric-labels-allowlist=${LABELS.join(',')}`,
          ],
          ports: [{ name: 'metrics', containerPort: 8080 }],
          readinessProbe: { httpGet: { path: '/readyz', port: 8081 }, periodSeconds: 10 },
          resources: resources({ cpu: Cpu.millis(50), memory: memoryFor(tenants) }),
          securityContext: CONTAINER_SECURITY,
        },
      ],
      ports: [{ name: 'metrics', port: 8080 }],
      network: {
        ingress: [{ from: [collector], ports: tcp(8080) }],
        egress: [{ to: [ANYWHERE], ports: tcp(443, 6443) }],
      },
    });
  }
}

/** 200 KiB for a tenant's objects, twice for what Go leaves behind; in steps, for not each who joins may restart it. */
const memoryFor = (tenants: number): Bytes => Bytes.mebi(128 + 32 * Math.ceil((tenants * 0.4) / 32));
