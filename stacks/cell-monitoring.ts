import { Construct } from 'constructs';
import { Alertmanager } from '../constructs/k8s/monitoring/alertmanager';
import { DashboardFiles } from '../constructs/k8s/monitoring/dashboard-files';
import type { Fields } from '../src/core/kubernetes/hardened-pod';
import { ON_SYSTEM_NODES } from '../src/core/kubernetes/hardened-pod';
import { KubeStateMetrics } from '../constructs/k8s/monitoring/kube-state-metrics';
import { ManagedCollection } from '../constructs/k8s/monitoring/managed-collection';
import { LoadBalancerMetrics } from '../constructs/k8s/monitoring/load-balancer-metrics';
import { MeshGuard } from '../constructs/k8s/monitoring/mesh-guard';
import { MetricsReader } from '../constructs/k8s/monitoring/metrics-reader';
import { MonitoringNamespace } from '../constructs/k8s/monitoring/monitoring-namespace';
import { MANAGED_COLLECTOR, program } from '../constructs/k8s/monitoring/peers';
import { PROMETHEUS, PrometheusServer } from '../constructs/k8s/monitoring/prometheus-server';
import { StaffGrafana } from '../constructs/k8s/monitoring/staff-grafana';
import { ToolkitWindows } from '../constructs/k8s/monitoring/toolkit-windows';
import { GRAFANA, LOAD_BALANCER_METRICS } from '../src/core/domain/names';
import { PINNED_IMAGES } from '../src/core/domain/pinned-images';
import { Bytes, Cpu } from '../src/core/domain/quantity';
import { epochSeconds } from '../src/core/domain/time';
import type { MonitoringPlan } from '../src/core/plan/monitoring-plan';
import { alertmanagerConfig } from '../src/monitoring/alertmanager/alertmanager-config';
import { STAFF_BOARDS, TENANT_BOARDS } from '../src/monitoring/dashboards/boards';
import {
  DASHBOARDS_URL,
  LOAD_BALANCER_PORT,
  METRICS_AUDIENCE,
  STAFF_METRICS,
  STAFF_METRICS_PORT,
  TENANT_METRICS_PORT,
} from '../src/monitoring/endpoints';
import { grafanaFiles } from '../src/monitoring/grafana/grafana-files';
import { KUBE_STATE_NAMES } from '../src/monitoring/kube-state-names';
import { KUBELET_ENDPOINTS } from '../src/monitoring/prometheus/kubelet-jobs';
import {
  LOAD_BALANCER_JOB,
  LOAD_BALANCER_PATH,
  loadBalancerArgs,
  loadBalancerRenaming,
} from '../src/monitoring/prometheus/load-balancer-job';
import { frontendArgs, prometheusArgs, prometheusReady } from '../src/monitoring/prometheus/prometheus-args';
import { prometheusConfig } from '../src/monitoring/prometheus/scrape-config';
import { RESERVED_METRICS } from '../src/monitoring/prometheus/tenants-job';
import {
  METRICS_RIGHT,
  PROXY_FOLDER,
  PROXY_HEALTH_PORTS,
  labelEnforcerArgs,
  proxyFiles,
  staffProxyArgs,
  tenantProxyArgs,
} from '../src/monitoring/proxy/metrics-proxy';
import { QUERY_GUARD_FOLDER, queryGuardFiles } from '../src/monitoring/proxy/query-guard';
import { ruleFiles, ruleGroups } from '../src/monitoring/rules/rule-files';

export interface CellMonitoringProps {
  readonly plan: MonitoringPlan;
  /** Project that the cluster is in. */
  readonly projectId: string;
  /** Host of the staff's Grafana; without it there is none, as in the cluster of a single tenant. */
  readonly staffHost?: string;
  /** Whether some nodes are kept free of tenants' pods. */
  readonly hasSystemNodes: boolean;
  /**
   * Whether tenants' pods are in a mesh.
   * @default false
   */
  readonly mesh?: boolean;
}

/** What collects the metrics of a cluster's tenants, and what shows them to staff. */
export class CellMonitoring extends Construct {
  private readonly placement: Fields;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CellMonitoringProps,
  ) {
    super(scope, id);
    const { plan, staffHost } = props;
    this.placement = props.hasSystemNodes ? ON_SYSTEM_NODES : {};
    const { placement } = this;
    new MonitoringNamespace(this, 'Namespace');
    new MetricsReader(this, 'Reader', { right: METRICS_RIGHT });
    const tenants = plan.alerts.tenants.length;
    const collector = plan.collector === 'in-cluster' ? program(PROMETHEUS) : MANAGED_COLLECTOR;
    new KubeStateMetrics(this, 'KubeState', {
      image: PINNED_IMAGES.kubeState,
      metrics: KUBE_STATE_NAMES,
      tenants,
      collector,
      placement,
    });
    new LoadBalancerMetrics(this, 'Hosts', {
      image: plan.images.loadBalancerMetrics,
      args: loadBalancerArgs(props.projectId),
      port: LOAD_BALANCER_PORT,
      tenants,
      collector,
      placement,
    });
    if (plan.collector === 'in-cluster') this.addPrometheus();
    else this.addManaged();
    if (plan.toolkits.length > 0) this.addWindows();
    const hasGrafanas = plan.toolkits.some(({ toolkit }) => toolkit === GRAFANA);
    if (hasGrafanas || staffHost !== undefined) this.addDashboards();
    if (staffHost !== undefined) this.addStaffGrafana(staffHost);
  }

  private addPrometheus(): void {
    const { plan } = this.props;
    const smarthost = plan.alerts.smtp?.smarthost;
    this.addServer({
      image: PINNED_IMAGES.prometheus,
      args: prometheusArgs(plan),
      amounts: plan.prometheus,
      readyCommand: prometheusReady(),
      disk: plan.retention.disk,
      config: { 'prometheus.yml': prometheusConfig(plan) },
      rules: ruleFiles(plan),
    });
    new Alertmanager(this, 'Alerts', {
      image: PINNED_IMAGES.alertmanager,
      config: alertmanagerConfig(plan.alerts),
      ...(smarthost === undefined ? {} : { smtpPort: Number(smarthost.split(':').at(-1)) }),
      placement: this.placement,
    });
  }

  /** Google collects and keeps; a frontend answers the same questions in the place of a server. */
  private addManaged(): void {
    const { plan, projectId } = this.props;
    new ManagedCollection(this, 'Managed', {
      scrape: plan.scrape,
      nodes: KUBELET_ENDPOINTS,
      hosts: {
        name: LOAD_BALANCER_JOB,
        program: LOAD_BALANCER_METRICS,
        path: LOAD_BALANCER_PATH,
        relabelling: loadBalancerRenaming(plan.domain),
      },
      groups: Object.fromEntries(ruleGroups(plan).map((group) => [group.name, [{ ...group }]])),
      reservedMetrics: RESERVED_METRICS,
    });
    this.addServer({
      image: PINNED_IMAGES.managedFrontend,
      args: frontendArgs(projectId),
      amounts: { cpu: Cpu.millis(50), memory: Bytes.mebi(128) },
    });
  }

  private addServer(server: {
    readonly image: string;
    readonly args: readonly string[];
    readonly amounts: { readonly cpu: Cpu; readonly memory: Bytes };
    readonly readyCommand?: readonly string[];
    readonly disk?: Bytes;
    readonly config?: Readonly<Record<string, string>>;
    readonly rules?: Readonly<Record<string, string>>;
  }): void {
    const { image, ...rest } = server;
    const { plan, mesh = false } = this.props;
    new PrometheusServer(this, 'Prometheus', {
      ...rest,
      images: {
        server: image,
        labelEnforcer: plan.images.labelEnforcer,
        nginx: PINNED_IMAGES.nginx,
        rbacProxy: PINNED_IMAGES.rbacProxy,
      },
      proxies: {
        folder: PROXY_FOLDER,
        files: proxyFiles(),
        tenants: {
          port: TENANT_METRICS_PORT,
          healthPort: PROXY_HEALTH_PORTS.tenants,
          args: tenantProxyArgs(),
        },
        staff: { port: STAFF_METRICS_PORT, healthPort: PROXY_HEALTH_PORTS.staff, args: staffProxyArgs() },
        labelEnforcerArgs: labelEnforcerArgs(),
      },
      guard: { folder: QUERY_GUARD_FOLDER, files: queryGuardFiles() },
      placement: this.placement,
      mesh,
    });
    if (mesh) new MeshGuard(this, 'MeshGuard', { port: TENANT_METRICS_PORT });
  }

  private addWindows(): void {
    const { plan } = this.props;
    new ToolkitWindows(this, 'Windows', {
      image: PINNED_IMAGES.kubectl,
      toolkits: plan.toolkits.map(({ awake, ...row }) => ({
        ...row,
        spans: awake.map(({ opens, closes }) => ({ from: epochSeconds(opens), to: epochSeconds(closes) })),
      })),
      placement: this.placement,
    });
  }

  private addDashboards(): void {
    new DashboardFiles(this, 'Dashboards', {
      image: PINNED_IMAGES.nginx,
      files: Object.fromEntries(
        [...TENANT_BOARDS, ...STAFF_BOARDS].map((board) => [`${board.uid}.json`, board.json()]),
      ),
      placement: this.placement,
    });
  }

  private addStaffGrafana(host: string): void {
    const { plan } = this.props;
    new StaffGrafana(this, 'Staff', {
      host,
      files: grafanaFiles({ metrics: STAFF_METRICS, scrapeSeconds: plan.scrape.intervalSeconds }),
      images: { grafana: PINNED_IMAGES.grafana, nginx: PINNED_IMAGES.nginx },
      boards: { url: DASHBOARDS_URL, names: STAFF_BOARDS.map(({ uid }) => `${uid}.json`) },
      audience: METRICS_AUDIENCE,
      staffPort: STAFF_METRICS_PORT,
      placement: this.placement,
    });
  }
}
