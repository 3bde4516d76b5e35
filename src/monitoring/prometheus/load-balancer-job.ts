import { LOAD_BALANCER, LOAD_BALANCER_PORT } from '../endpoints';
import type { ScrapeJob } from './scrape-job';

/** Job of what GKE's Gateway counts. */
export const LOAD_BALANCER_JOB = 'load-balancer';
/** Where the exporter tells of hosts; of itself it tells elsewhere. */
export const LOAD_BALANCER_PATH = '/hosts';

/** A rule of relabelling, as Prometheus writes it. */
export interface Renaming {
  readonly action: 'keep' | 'drop' | 'replace' | 'labeldrop';
  readonly source_labels?: readonly string[];
  readonly regex: string;
  readonly target_label?: string;
  readonly replacement?: string;
}

type About = 'requests' | 'latencies';

/** How the exporter calls log-based metrics: by the kind of resource, the service, and their own name. */
const exported = (about: About): string => `stackdriver_.+_logging_googleapis_com_user_practicum_${about}_.+`;

const renamed = (regex: string, replacement: string): Renaming => ({
  action: 'replace',
  source_labels: ['__name__'],
  regex,
  target_label: '__name__',
  replacement,
});

/**
 * What becomes of the exporter's names. `namespace` comes from the log-based metric, whose expression holds the hosts that the
 * plan knows and no other; the host is made of it and of the domain, and never of what a caller wrote.
 */
export const loadBalancerRenaming = (domain: string): readonly Renaming[] => [
  {
    action: 'keep',
    source_labels: ['__name__', 'namespace'],
    regex: `(?:${exported('requests')}|${exported('latencies')});[a-z0-9-]+`,
  },
  renamed(exported('requests'), 'gateway_requests_total'),
  renamed(`${exported('latencies')}_(bucket|sum|count)`, 'gateway_request_latency_seconds_$1'),
  {
    action: 'replace',
    source_labels: ['namespace'],
    regex: '(.+)',
    target_label: 'host',
    replacement: `$1.${domain}`,
  },
  // 5 → 500: as gateways of a mesh are told.
  {
    action: 'replace',
    source_labels: ['response_code_class'],
    regex: '([1-5])',
    target_label: 'response_code_class',
    replacement: '${1}00',
  },
  { action: 'labeldrop', regex: 'unit' },
];

/**
 * Requests by host at GKE's own Gateway, whether or not a pod saw them: read in Cloud Monitoring, where a log-based metric of each
 * shard counts them.
 */
export const loadBalancerJob = (domain: string): ScrapeJob => ({
  job_name: LOAD_BALANCER_JOB,
  metrics_path: LOAD_BALANCER_PATH,
  // Google tells a minute late, of minutes at which no rule was evaluated.
  honor_timestamps: false,
  static_configs: [{ targets: [LOAD_BALANCER] }],
  metric_relabel_configs: loadBalancerRenaming(domain),
});

/**
 * Arguments of stackdriver_exporter, for one project alone.
 * @see https://github.com/prometheus-community/stackdriver_exporter (0.18, read 2026-11)
 */
export const loadBalancerArgs = (projectId: string): readonly string[] => [
  `--google.project-ids=${projectId}`,
  ...(['requests', 'latencies'] satisfies readonly About[]).map(
    (about) => `--monitoring.metrics-prefixes=logging.googleapis.com/user/practicum-${about}-`,
  ),
  '--monitoring.drop-delegated-projects',
  // What Google counts by the minute is added up, as counters are in Prometheus.
  '--monitoring.aggregate-deltas',
  '--monitoring.aggregate-deltas-ttl=24h',
  '--monitoring.descriptor-cache-ttl=10m',
  '--stackdriver.max-retries=1',
  `--web.listen-address=:${LOAD_BALANCER_PORT}`,
  `--web.stackdriver-telemetry-path=${LOAD_BALANCER_PATH}`,
];
