import type { KubernetesDocument } from '../artifacts';
import { NAMES } from '../expected-names';
import type { Json, JsonMap } from '../json-value';
import { at, isMap, listAt, mapAt, quoted, textAt, textsAt } from '../json-value';
import type { ClusterWorld } from '../world';
import { forgedTargets, keptTargets, strangeActions } from './forged-targets';
import type { MonitoringFault } from './monitoring-fault';
import { broken, reached, unguarded } from './monitoring-fault';
import { parsedFile, tryFindFiles } from './parsed-file';

const FILE = 'prometheus.yml';
/** Parts of the configuration that bring nothing in from elsewhere and send nothing out. */
const PARTS = ['global', 'rule_files', 'alerting', 'scrape_configs'];
const INSIDE = new RegExp(`^(127\\.0\\.0\\.1:9090|[a-z-]+\\.${NAMES.monitoringNamespace}\\.svc:\\d+)$`);
/** The one job whose targets say themselves whom their samples are of. */
const TRUSTED = `kube-state-metrics.${NAMES.monitoringNamespace}.svc:8080`;

/** What bounds a pod of a tenant: without it one tenant costs all others their metrics. */
const LIMITS = [
  'sample_limit',
  'body_size_limit',
  'label_limit',
  'label_name_length_limit',
  'label_value_length_limit',
];

/** What is wrong with how metrics are scraped: whose they are must be Kubernetes' to say, never the tenant's. */
export function scrapeFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'prometheus-config');
  if (files === undefined || cluster.monitoring.collector === 'google-managed') return [];
  const config = parsedFile(files, FILE);
  const jobs = listAt(config, 'scrape_configs');
  const tenants = jobs.filter(isMap).find((job) => job['job_name'] === 'tenants');
  const unknown = Object.keys(mapAt(config)).filter((part) => !PARTS.includes(part));
  return [
    ...unknown.map((part) =>
      unguarded(files, 'Prometheus does more than scrape', `${FILE} has a part ${part}`),
    ),
    ...listAt(config, 'alerting', 'alertmanagers')
      .filter((each) => !isStaticInside(each))
      .map((each) => unguarded(files, 'Alerts are told to somebody else', `sends to ${quoted(each)}`)),
    ...(tenants === undefined
      ? [broken(files, "Tenants' pods are not scraped", 'has no job tenants')]
      : tenantsFaults(cluster, files, tenants)),
    ...jobs.filter((job) => job !== tenants).flatMap((job) => otherFaults(cluster, files, job)),
  ];
}

function tenantsFaults(
  cluster: ClusterWorld,
  files: KubernetesDocument,
  job: JsonMap,
): readonly MonitoringFault[] {
  const flags = [
    ['honor_labels', 'What a pod tells may carry the namespace of another'],
    ['honor_timestamps', 'A pod may write into the past and the future'],
    ['follow_redirects', "A pod may send the scraper to another tenant's metrics"],
  ] as const;
  const finders = Object.keys(mapAt(job)).filter(
    (key) => key.endsWith('_sd_configs') || key === 'static_configs',
  );
  const roles = listAt(job, 'kubernetes_sd_configs').map((each) => JSON.stringify(each));
  const isFound = finders.join() === 'kubernetes_sd_configs' && roles.join() === '{"role":"pod"}';
  return [
    ...flags
      .filter(([flag]) => at(job, flag) !== false)
      .map(([flag, sentence]) =>
        reached(files, sentence, `the job tenants says ${flag}: ${quoted(at(job, flag))}`),
      ),
    ...LIMITS.filter((limit) => !isBound(at(job, limit))).map((limit) =>
      unguarded(
        files,
        'A pod may tell more than there is room for',
        `the job tenants says ${limit}: ${quoted(at(job, limit))}`,
      ),
    ),
    ...(isFound
      ? []
      : [
          unguarded(
            files,
            "Tenants' pods are found otherwise than by the API",
            `looks by ${finders.join()} ${roles.join()}`,
          ),
        ]),
    ...['params', 'authorization', 'basic_auth', 'oauth2', 'tls_config', 'proxy_url', 'http_headers']
      .filter((key) => at(job, key) !== undefined)
      .map((key) => reached(files, "Something of the staff's is sent to tenants' pods", `has ${key}`)),
    ...strangeActions(job).map((action) =>
      unguarded(files, 'Labels are changed in a way that nobody has reasoned about', `has action: ${action}`),
    ),
    ...forgedTargets(cluster, job).map((forged) =>
      reached(files, 'A pod may pose as something that it is not', forged),
    ),
    ...keptTargets(cluster, job).map((lost) => broken(files, 'A pod that asks for it is not scraped', lost)),
  ];
}

const isBound = (value: Json | undefined): boolean =>
  (typeof value === 'number' && value > 0) || (typeof value === 'string' && /^[1-9]\d*[KMG]i?B$/.test(value));

const isStaticInside = (each: Json): boolean =>
  Object.keys(mapAt(each)).join() === 'static_configs' &&
  targetsOf(each).every((target) => INSIDE.test(target));

const targetsOf = (job: Json): readonly string[] =>
  listAt(job, 'static_configs').flatMap((each) => textsAt(each, 'targets'));

function otherFaults(
  cluster: ClusterWorld,
  files: KubernetesDocument,
  job: Json,
): readonly MonitoringFault[] {
  const name = textAt(job, 'job_name') ?? '';
  const finders = Object.keys(mapAt(job)).filter(
    (key) => key.endsWith('_configs') && !key.includes('relabel'),
  );
  const roles = listAt(job, 'kubernetes_sd_configs').map((each) => textAt(each, 'role') ?? '');
  const isHonest = at(job, 'honor_labels') !== true || targetsOf(job).join() === TRUSTED;
  const isKnown =
    finders.every((finder) => finder === 'kubernetes_sd_configs' || finder === 'static_configs') &&
    targetsOf(job).every((target) => INSIDE.test(target)) &&
    roles.every((role) => role === 'node' || role === 'pod');
  // A program of the staff's says itself whom its samples are of: nothing else that it tells may become that.
  const renamed = targetsOf(job).length === 0 ? [] : listAt(job, 'metric_relabel_configs');
  const takes = roles.includes('pod') ? keptTargets(cluster, job, true) : [];
  return [
    ...(isHonest
      ? []
      : [reached(files, 'Whoever is scraped says whom samples are of', `the job ${name} honours labels`)]),
    ...(isKnown
      ? []
      : [
          unguarded(
            files,
            'Something is scraped that nobody has reasoned about',
            `the job ${name} scrapes ${roles.join()} ${targetsOf(job).join()}`,
          ),
        ]),
    ...renamed
      .filter((rule) => textAt(rule, 'target_label') === 'namespace' || textAt(rule, 'action') === 'labelmap')
      .map((rule) =>
        reached(
          files,
          'Something else than its namespace says whom a sample is of',
          `the job ${name} has ${quoted(rule)}`,
        ),
      ),
    ...takes.map((says) =>
      reached(files, 'A job of the staff scrapes pods of tenants', `the job ${name} ${says}`),
    ),
  ];
}
