import { stringify } from 'yaml';
import { KUBE_STATE_METRICS, METRICS_ALERTMANAGER } from '../endpoints';
import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { gatewayJob } from './gateway-job';
import { kubeletJobs } from './kubelet-jobs';
import { loadBalancerJob } from './load-balancer-job';
import { seconds } from './durations';
import type { ScrapeJob } from './scrape-job';
import { tenantsJob } from './tenants-job';

/** Folder in which the Prometheus container finds its rule files. */
export const RULES_FOLDER = '/etc/prometheus-rules';

/** Seconds between two evaluations of the rules. */
const EVALUATION_SECONDS = 60;

/**
 * The configuration of a cell's Prometheus, as YAML.
 *
 * Only tenants' pods are found by looking; whatever else is scraped has a name of its own in the monitoring
 * namespace, so that no object of a tenant can pose as it.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
export function prometheusConfig(plan: Pick<MonitoringPlan, 'scrape' | 'domain'>): string {
  return stringify(
    {
      global: {
        scrape_interval: seconds(plan.scrape.intervalSeconds),
        scrape_timeout: seconds(plan.scrape.timeoutSeconds),
        evaluation_interval: seconds(EVALUATION_SECONDS),
      },
      rule_files: [`${RULES_FOLDER}/*.yaml`],
      alerting: { alertmanagers: [{ static_configs: [{ targets: [METRICS_ALERTMANAGER] }] }] },
      scrape_configs: scrapeJobs(plan),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

function scrapeJobs({ scrape, domain }: Pick<MonitoringPlan, 'scrape' | 'domain'>): readonly ScrapeJob[] {
  return [
    tenantsJob(scrape),
    {
      job_name: 'kube-state-metrics',
      // What it tells of a tenant's object carries that object's namespace.
      honor_labels: true,
      static_configs: [{ targets: [KUBE_STATE_METRICS] }],
    },
    ...kubeletJobs(),
    gatewayJob(domain),
    loadBalancerJob(domain),
    { job_name: 'alertmanager', static_configs: [{ targets: [METRICS_ALERTMANAGER] }] },
    { job_name: 'prometheus', static_configs: [{ targets: ['127.0.0.1:9090'] }] },
  ];
}
