import type { Tenant } from './cast';
import { CELL_SECRET, TENANTS, containerSamplesOf, objectSamplesOf } from './cast';
import type { Sample } from './exposition';
import { pageOf } from './exposition';
import { LoopbackServer } from './loopback-server';

const gatewaySampleOf = ({ namespace, digits }: Tenant): Sample => ({
  name: 'istio_requests_total',
  labels: {
    destination_service_namespace: namespace,
    destination_service_name: 'web',
    response_code: '200',
    // What a caller wrote, which nothing may be filed under.
    host: 'elsewhere.example.edu',
  },
  value: digits * 10_000_000 + 301,
});

/** As the exporter tells it, from a log-based metric: in no label is there anything that a caller wrote. */
const hostSampleOf = ({ namespace, digits }: Tenant): Sample => ({
  name: 'stackdriver_l_7_lb_rule_logging_googleapis_com_user_practicum_requests_shard_1_01',
  labels: { namespace, response_code_class: '2', unit: '1', forwarding_rule_name: 'gkegw1-k3vd-labs' },
  value: digits * 10_000_000 + 303,
});

/** What the exporter might tell beside it, and what is not brought in. */
const STRAY_HOSTS: readonly Sample[] = [
  {
    name: 'stackdriver_l_7_lb_rule_logging_googleapis_com_user_practicum_requests_shard_1_01',
    labels: { note: CELL_SECRET },
    value: 740000003,
  },
  {
    name: 'stackdriver_https_lb_rule_loadbalancing_googleapis_com_https_request_count',
    labels: { namespace: TENANTS[0]!.namespace, note: CELL_SECRET },
    value: 740000004,
  },
];

const volumeSampleOf = ({ namespace, secret, digits }: Tenant): Sample => ({
  name: 'kubelet_volume_stats_used_bytes',
  labels: { namespace, persistentvolumeclaim: `data-${secret}` },
  value: digits * 10_000_000 + 302,
});

/** What the cell has for itself: no tenant may see it. */
const CELL: readonly Sample[] = [
  {
    name: 'kube_node_status_allocatable',
    labels: { node: `node-${CELL_SECRET}`, resource: 'cpu', unit: 'core' },
    value: 740000001,
  },
  { name: 'kube_namespace_labels', labels: { namespace: 'kube-system', label_note: CELL_SECRET }, value: 1 },
];

/** Metrics pages of the cell's own programs, by job; each job has the path that its configuration asks for. */
const PAGES: Readonly<Record<string, readonly Sample[]>> = {
  'kube-state-metrics': [...TENANTS.flatMap(objectSamplesOf), ...CELL],
  cadvisor: TENANTS.flatMap(containerSamplesOf),
  kubelet: TENANTS.map(volumeSampleOf),
  gateway: TENANTS.map(gatewaySampleOf),
  'load-balancer': [...TENANTS.map(hostSampleOf), ...STRAY_HOSTS],
  alertmanager: [
    { name: 'alertmanager_notifications_total', labels: { note: CELL_SECRET }, value: 740000002 },
  ],
};

/** Servers that play kube-state-metrics, a kubelet and the exporters. */
export class CellExporters {
  static async start(): Promise<CellExporters> {
    const servers = await Promise.all(
      Object.entries(PAGES).map(async ([job, samples]) => {
        const server = await LoopbackServer.start(
          '127.0.0.1',
          (_, response) => void response.end(pageOf(samples)),
        );
        return [job, server] as const;
      }),
    );
    return new CellExporters(new Map(servers));
  }

  private constructor(private readonly servers: ReadonlyMap<string, LoopbackServer>) {}

  /** Address of each, by job. */
  get addresses(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.servers].map(([job, { port }]) => [job, `127.0.0.1:${port}`]));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
  }
}
