import type { Json, JsonMap } from '../json-value';
import { listAt, textAt, textsAt } from '../json-value';
import type { ClusterWorld } from '../world';
import type { Labels } from './relabelling';
import { KNOWN_ACTIONS, relabelled } from './relabelling';

const IP = '10.8.0.7';
const POD = 'web-0';
/** What a tenant writes where it hopes to be somebody else. */
const NASTY = [
  'true',
  'kube-state-metrics',
  'another-place',
  '8000',
  '99999',
  '10.0.0.1:9090',
  '80@10.0.0.1',
  '9090/x',
  '/metrics',
  '/metrics?match[]=x',
  '//10.0.0.1/metrics',
  'http://10.0.0.1/metrics',
  'https',
  '',
];
/** Namespaces whose pods are staff's or Google's. */
const OF_STAFF = [
  'practicum-monitoring',
  'practicum-system',
  'kube-system',
  'gmp-system',
  'default',
  'gke-managed-system',
  'istio-system',
];
/** Names of what only Practicum's own jobs and rules may tell. */
const RESERVED = [
  'kube_pod_status_phase',
  'kube_resourcequota',
  'container_memory_working_set_bytes',
  'kubelet_volume_stats_used_bytes',
  'node_load1',
  'gateway_requests_total',
  'practicum_anything',
  'scrape_samples_scraped',
  'ALERTS',
  'ALERTS_FOR_STATE',
  'up',
  'namespace:cost_usd_per_hour:sum',
  'cell:tenants:count',
];

const rulesOf = (job: Json): readonly Json[] => listAt(job, 'relabel_configs');
const metricRulesOf = (job: Json): readonly Json[] => listAt(job, 'metric_relabel_configs');

/** Actions of a job's rules of which nothing is known here. */
export const strangeActions = (job: Json): readonly string[] =>
  [...rulesOf(job), ...metricRulesOf(job)]
    .map((rule) => textAt(rule, 'action') ?? 'replace')
    .filter((action) => !KNOWN_ACTIONS.has(action));

/** Labels of a pod as Kubernetes and its owner write them, before any rule. */
const podIn = (namespace: string, ofOwner: Labels): Labels => ({
  ...ofOwner,
  __address__: `${IP}:1`,
  __scheme__: 'http',
  __metrics_path__: '/metrics',
  __meta_kubernetes_namespace: namespace,
  __meta_kubernetes_pod_name: POD,
  __meta_kubernetes_pod_ip: IP,
  __meta_kubernetes_pod_phase: 'Running',
  job: 'tenants',
});

/** Labels that rules read and that the owner of a pod writes. */
function ownersLabels(job: Json): readonly string[] {
  const read = rulesOf(job).flatMap((rule) => textsAt(rule, 'source_labels'));
  return [...new Set(read)].filter((name) =>
    /^__meta_kubernetes_pod_(annotation|label|container)/.test(name),
  );
}

/** A pod that asks to be scraped, in every way that it may be asked for. */
function asking(job: Json): Labels {
  return Object.fromEntries(
    ownersLabels(job)
      .filter((name) => /scrape$/.test(name))
      .map((name) => [name, 'true']),
  );
}

/** Pods of `namespace` with everything in turn that an owner may write. */
function nastyPods(namespace: string, job: Json): readonly Labels[] {
  const names = ownersLabels(job);
  const all = (value: string): Labels => Object.fromEntries(names.map((name) => [name, value]));
  const singles = names.flatMap((name) => NASTY.map((value) => ({ ...asking(job), [name]: value })));
  return [...singles, ...NASTY.map((value) => ({ ...all(value), ...asking(job) }))].map((each) =>
    podIn(namespace, each),
  );
}

const known = new WeakMap<object, Map<string, readonly string[]>>();

/** Ways in which a pod of a tenant is taken for what it is not; the first place stands for all. */
export function forgedTargets({ places }: ClusterWorld, job: JsonMap): readonly string[] {
  const own = places[0]?.namespace;
  if (own === undefined) return [];
  const found = known.get(job) ?? new Map<string, readonly string[]>();
  known.set(job, found);
  if (!found.has(own)) found.set(own, forgedIn(own, job));
  return found.get(own)!;
}

function forgedIn(own: string, job: Json): readonly string[] {
  const targets = nastyPods(own, job).flatMap((pod) => {
    const target = relabelled(pod, rulesOf(job));
    return target === undefined ? [] : targetFaults(own, target);
  });
  const staffs = OF_STAFF.flatMap((namespace) =>
    relabelled(podIn(namespace, asking(job)), rulesOf(job)) === undefined
      ? []
      : [`takes a pod of ${namespace} for a tenant's`],
  );
  return [...new Set([...targets, ...staffs, ...sampleFaults(own, job)])];
}

function targetFaults(own: string, target: Labels): readonly string[] {
  const { namespace, pod, job, instance } = target;
  const address = target['__address__'] ?? '';
  const path = target['__metrics_path__'] ?? '';
  const faults: readonly (readonly [boolean, string])[] = [
    [namespace !== own, `writes the namespace ${namespace ?? 'nothing'} for a pod of ${own}`],
    [pod !== POD, `writes the pod ${pod ?? 'nothing'}`],
    [job !== 'tenants', `writes the job ${job ?? 'nothing'}`],
    [instance !== undefined && instance !== address, `writes the instance ${instance ?? ''}`],
    [!new RegExp(`^${IP.replaceAll('.', '\\.')}:\\d{1,5}$`).test(address), `scrapes ${address}`],
    [!/^\/[^?#]*$/.test(path), `asks for ${path}`],
    [!/^https?$/.test(target['__scheme__'] ?? ''), `asks by ${target['__scheme__'] ?? ''}`],
    [Object.keys(target).some((name) => name.startsWith('__param_')), 'asks with parameters'],
  ];
  return faults.flatMap(([isWrong, says]) => (isWrong ? [says] : []));
}

/** Samples that are taken for another's, or under a name that only staff write. */
function sampleFaults(own: string, job: Json): readonly string[] {
  const labels = { namespace: own, pod: POD, job: 'tenants', instance: `${IP}:8000` };
  const forged = { ...labels, exported_namespace: 'another', exported_job: 'cadvisor', tenant: 'another' };
  const after = relabelled({ ...forged, __name__: 'http_requests_total' }, metricRulesOf(job));
  const changed = Object.entries(labels).filter(
    ([name, value]) => after !== undefined && after[name] !== value,
  );
  return [
    ...changed.map(([name]) => `lets a sample change its ${name}`),
    ...RESERVED.filter(
      (__name__) => relabelled({ ...labels, __name__ }, metricRulesOf(job)) !== undefined,
    ).map((name) => `takes ${name} from a pod`),
  ];
}

/**
 * Tenants' pods that ask to be scraped and that a job does not take; with `isStaffs`, those that it does.
 * A pod may be in any place, so that each is tried.
 */
export function keptTargets({ places }: ClusterWorld, job: Json, isStaffs = false): readonly string[] {
  const asked = asking(job);
  return places
    .filter(({ namespace }) => {
      const isTaken = relabelled(podIn(namespace, asked), rulesOf(job)) !== undefined;
      return isTaken === isStaffs;
    })
    .slice(0, 1)
    .map(({ namespace }) => (isStaffs ? `takes pods of ${namespace}` : `drops pods of ${namespace}`));
}
