import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { PROMETHEUS_PORT } from '../endpoints';

/** Most samples that one query may hold in memory, 16 bytes each: a heavy question costs 32 MB at most. */
export const QUERY_SAMPLES = 2_000_000;
/** Queries at once; the rest wait their turn. */
export const QUERIES_AT_ONCE = 8;
/**
 * Length of the youngest block. It is also how long a series that appeared once is kept in memory, give or take a
 * half: a tenant who makes up new label values for each scrape fills 45 minutes of memory, not three hours.
 */
export const BLOCK_MINUTES = 30;

/** Command line of a cell's Prometheus, which listens on loopback only. */
export function prometheusArgs({ retention }: Pick<MonitoringPlan, 'retention'>): readonly string[] {
  const blocks = retention.blocks.bytes / 2 ** 20;
  return [
    '--config.file=/etc/prometheus/prometheus.yml',
    `--web.listen-address=127.0.0.1:${PROMETHEUS_PORT}`,
    '--storage.tsdb.path=/prometheus',
    `--storage.tsdb.retention.time=${retention.days}d`,
    `--storage.tsdb.retention.size=${blocks}MB`,
    `--storage.tsdb.min-block-duration=${BLOCK_MINUTES}m`,
    `--query.max-samples=${QUERY_SAMPLES}`,
    `--query.max-concurrency=${QUERIES_AT_ONCE}`,
    '--query.timeout=20s',
    // Rules and lists change when somebody joins: they are read anew within a minute, without a restart.
    '--enable-feature=auto-reload-config',
  ];
}

/** Command that succeeds when the server answers, from within its container. */
export const prometheusReady = (): readonly string[] => [
  'promtool',
  'check',
  'ready',
  `--url=http://127.0.0.1:${PROMETHEUS_PORT}`,
];

/**
 * Command line of what answers for Managed Service for Prometheus.
 * @see https://github.com/GoogleCloudPlatform/prometheus-engine/blob/main/examples/frontend.yaml (read 2026-11)
 */
export const frontendArgs = (projectId: string): readonly string[] => [
  `--web.listen-address=127.0.0.1:${PROMETHEUS_PORT}`,
  `--query.project-id=${projectId}`,
];
