import { Construct } from 'constructs';
import { LOAD_BALANCER_METRICS } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { CONTAINER_SECURITY, type Fields, resources } from '../../../src/core/kubernetes/hardened-pod';
import { COLLECTED_LABEL } from '../collected-label-policy';
import { MonitoringProgram } from './monitoring-program';
import { GOOGLE_APIS, tcp } from './peers';

export interface LoadBalancerMetricsProps {
  readonly image: string;
  readonly args: readonly string[];
  readonly port: number;
  /** Tenants of the cluster: its memory grows with their hosts. */
  readonly tenants: number;
  /** Pods that ask it. */
  readonly collector: Fields;
  readonly placement: Fields;
}

/**
 * stackdriver_exporter: how tenants' hosts are asked at GKE's Gateway, from Cloud Monitoring. Google knows the pod by its account,
 * which may read metrics of the cluster's project and nothing else; Kubernetes gives it no token.
 *
 * @see https://github.com/prometheus-community/stackdriver_exporter
 */
export class LoadBalancerMetrics extends Construct {
  constructor(scope: Construct, id: string, props: LoadBalancerMetricsProps) {
    super(scope, id);
    const { image, args, port, tenants, collector, placement } = props;
    new MonitoringProgram(this, 'Program', {
      name: LOAD_BALANCER_METRICS,
      labels: { [COLLECTED_LABEL]: LOAD_BALANCER_METRICS },
      user: 65_534,
      placement,
      containers: [
        {
          name: LOAD_BALANCER_METRICS,
          image,
          args,
          ports: [{ name: 'metrics', containerPort: port }],
          readinessProbe: { httpGet: { path: '/metrics', port }, periodSeconds: 10 },
          resources: resources({ cpu: Cpu.millis(20), memory: memoryFor(tenants) }),
          securityContext: CONTAINER_SECURITY,
        },
      ],
      ports: [{ name: 'metrics', port }],
      network: { ingress: [{ from: [collector], ports: tcp(port) }], egress: GOOGLE_APIS },
    });
  }
}

/** 100 KiB for what is counted of a host and for the page that tells it; in steps, for not each who joins may restart it. */
const memoryFor = (tenants: number): Bytes => Bytes.mebi(64 + 32 * Math.ceil((tenants * 0.1) / 32));
