import { parse, stringify } from 'yaml';

/** Where things are on loopback that have other addresses in a cluster. */
export interface LoopbackPlaces {
  /** File with what the discovery of pods finds. */
  readonly pods: string;
  /** Folder of the rule files. */
  readonly rules: string;
  /** Addresses of the programs that are scraped beside pods, by job. */
  readonly exporters: Readonly<Record<string, string>>;
  /** Seconds between two scrapes, and two evaluations. */
  readonly interval: number;
}

/** Fields of a job that say where its targets are. */
const FINDING = ['kubernetes_sd_configs', 'static_configs'];
/** Fields that say how a kubelet is spoken to. */
const SECURING = ['scheme', 'authorization', 'tls_config'];

type Job = Record<string, unknown> & { job_name: string };
interface Config {
  global: Record<string, unknown>;
  rule_files: string[];
  alerting?: unknown;
  scrape_configs: Job[];
}

/**
 * The emitted prometheus.yml where there is neither a cluster nor time: what discovery finds of pods
 * stands in a file, jobs of the cell itself have a loopback address, and all goes on each second. What is relabelled,
 * limited and dropped is as it was.
 */
export function onLoopback(emitted: string, places: LoopbackPlaces): string {
  const config = parse(emitted) as Config;
  const timing = { scrape_interval: `${places.interval}s`, scrape_timeout: `${places.interval}s` };
  config.global = { ...config.global, ...timing, evaluation_interval: `${places.interval}s` };
  config.rule_files = [`${places.rules}/*.yaml`];
  // Nobody is told of alerts here.
  delete config.alerting;
  config.scrape_configs = config.scrape_configs.map((job) => {
    const elsewhere = { ...without(job, FINDING), ...timing };
    if (job.job_name === 'tenants') {
      const discovery = JSON.stringify(job['kubernetes_sd_configs']);
      if (discovery !== '[{"role":"pod"}]') throw new Error(`Pods are not discovered so here: ${discovery}`);
      return { ...elsewhere, file_sd_configs: [{ files: [places.pods] }] };
    }
    const address = places.exporters[job.job_name];
    if (address === undefined) throw new Error(`Nothing plays the job ${job.job_name} here`);
    const found = job.job_name === 'gateway' ? { labels: gatewayPodAt(address) } : {};
    return { ...without(elsewhere, SECURING), static_configs: [{ targets: [address], ...found }] };
  });
  return stringify(config, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** What discovery tells of a mesh's gateway that asks to be scraped. */
const gatewayPodAt = (address: string): Readonly<Record<string, string>> => ({
  __meta_kubernetes_namespace: 'istio-ingress',
  __meta_kubernetes_pod_annotation_prometheus_io_scrape: 'true',
  __meta_kubernetes_pod_ip: address.split(':')[0]!,
  __meta_kubernetes_pod_annotation_prometheus_io_port: address.split(':')[1]!,
  __meta_kubernetes_pod_annotation_prometheus_io_path: '/metrics',
});

const without = (job: Job, keys: readonly string[]): Job =>
  Object.fromEntries(Object.entries(job).filter(([key]) => !keys.includes(key))) as Job;

/** Rules that are evaluated each second. */
export const rulesEachSecond = (rules: string): string => rules.replace(/^( *interval:) .*$/gm, '$1 1s');

/** A command line with other values for some of its flags, in the order in which it was. */
export function withFlags(
  args: readonly string[],
  changes: Readonly<Record<string, string>>,
): readonly string[] {
  const rest = new Set(Object.keys(changes));
  const changed = args.map((arg) => {
    const [flag = ''] = arg.split('=');
    rest.delete(flag);
    return flag in changes ? `${flag}=${changes[flag]}` : arg;
  });
  if (rest.size > 0) throw new Error(`The command line has no ${[...rest].join(', ')}: ${args.join(' ')}`);
  return changed;
}
