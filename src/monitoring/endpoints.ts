import { LOAD_BALANCER_METRICS, METRICS_SERVICE, MONITORING_NAMESPACE } from '../core/domain/names';

/** Ports inside the Prometheus pod, on loopback: nobody but its own containers reaches them. */
export const PROMETHEUS_PORT = 9090;
export const LABEL_ENFORCER_PORT = 9091;

/** Ports of the metrics Service: one namespace each for tenants, all namespaces for staff. */
export const TENANT_METRICS_PORT = 8443;
export const STAFF_METRICS_PORT = 8444;

/** Header that names the namespace whose metrics are asked for. */
export const NAMESPACE_HEADER = 'X-Namespace';
/** Audience of the tokens that the proxies take: no such token opens anything else. */
export const METRICS_AUDIENCE = 'practicum-metrics';

const inside = (service: string, port: number): string => `${service}.${MONITORING_NAMESPACE}.svc:${port}`;

/** Where tenants' Grafanas ask, by way of the sidecar that shows their token. */
export const TENANT_METRICS = inside(METRICS_SERVICE, TENANT_METRICS_PORT);
/** Where the staff's Grafana asks. */
export const STAFF_METRICS = inside(METRICS_SERVICE, STAFF_METRICS_PORT);
/** Where alerts go. */
export const METRICS_ALERTMANAGER = inside('alertmanager', 9093);
/** What tells of the cluster's objects. */
export const KUBE_STATE_METRICS = inside('kube-state-metrics', 8080);
/** Port of what tells how tenants' hosts are asked. */
export const LOAD_BALANCER_PORT = 9255;
/** What tells how tenants' hosts are asked, at GKE's Gateway. */
export const LOAD_BALANCER = inside(LOAD_BALANCER_METRICS, LOAD_BALANCER_PORT);
/** Folder of the course's dashboards. */
export const DASHBOARDS_URL = `http://${inside('dashboards', 8080)}`;
