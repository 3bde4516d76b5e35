import type { CohortRecord, PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import { at, labelsAt, listAt, textAt } from '../json-value';
import { onceForEach } from '../once-for-each';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import type { World } from '../world';

const TYPE = 'google_logging_metric';
/** Beginnings of the names by which the two metrics of a shard are read. */
const READ_AS = ['practicum-requests-', 'practicum-latencies-'] as const;
const EXTRACTED = /^REGEXP_EXTRACT\(httpRequest\.requestUrl, "(.*)"\)$/;
const ADDRESS = /^\^https:\/\/\(\?:\[a-z0-9-\]\+\[\.\]\)\*\((\?:)?([a-z0-9|-]+)\)\[\.\](.+)\(\?::443\)\?\/$/;
/** What else a metric may tell of a request. */
const TOLD: Readonly<Record<string, string>> = {
  response_code_class: 'REGEXP_EXTRACT(httpRequest.status, "^([1-5])")',
};

/**
 * What is wrong with the metrics that count requests by host. Whose a series is they read out of the log of the load balancer, in
 * which a caller writes too: only an address that is one of a tenant's hosts may count, and only at the Gateway, which sends it to
 * that tenant alone. A load balancer of an Ingress, which a tenant may have, answers for every host.
 */
export function hostMetricFaults(world: World): readonly Finding[] {
  const metrics = world.cloud.ofType(TYPE);
  return [
    ...metrics.flatMap((metric) =>
      metricFaults(world, metric).map((says) =>
        finding('reach', 'Requests may be counted under the name of somebody else', metric, says),
      ),
    ),
    ...uncounted(world, metrics),
  ];
}

const byHost = onceForEach(
  ({ places }: CohortRecord): ReadonlyMap<string, PlaceRecord> =>
    new Map(places.map((place) => [place.host, place])),
);

/** The places that a text about addresses is about; undefined when it is not of the one form that is meant. */
function placesIn(world: World, project: string, pattern: string): readonly PlaceRecord[] | undefined {
  const [, , names = '', domain = ''] = ADDRESS.exec(pattern) ?? [];
  const below = domain.replaceAll('[.]', '.');
  const found = names.split('|').map((name) => {
    const place = byHost(world.record).get(`${name}.${below}`);
    return place?.namespace === name && place.clusterProject === project ? place : undefined;
  });
  return found.every((place) => place !== undefined) ? found : undefined;
}

function metricFaults(world: World, metric: CloudResource): readonly string[] {
  const { cloud } = world;
  const project = cloud.text(metric, 'project');
  const filter = cloud.text(metric, 'filter');
  const [type, log, rule, address = '', ...others] = filter.split(' AND ');
  const pattern = /^httpRequest\.requestUrl=~"(.*)"$/.exec(address)?.[1] ?? '';
  const extractors = labelsAt(metric.body, 'label_extractors');
  const extracted = EXTRACTED.exec(extractors['namespace'] ?? '')?.[1] ?? '';
  const name = cloud.text(metric, 'name');
  const faults: readonly (readonly [isWrong: boolean, says: string])[] = [
    [!READ_AS.some((begin) => name.startsWith(begin)), `is called ${name}`],
    [
      type !== 'resource.type="http_load_balancer"' ||
        log !== `logName="projects/${project}/logs/requests"` ||
        rule !== 'resource.labels.forwarding_rule_name=~"^gkegw[0-9]+-"' ||
        others.length > 0 ||
        filter.includes(' OR '),
      `counts ${filter}`,
    ],
    [placesIn(world, project, pattern) === undefined, `counts addresses like ${pattern}`],
    [
      // The same hosts, and what tells them apart is taken from the address.
      !extracted.includes('*(') || extracted.includes('*(?:') || extracted.replace('*(', '*(?:') !== pattern,
      `takes the namespace by ${extractors['namespace'] ?? 'nothing'}`,
    ],
    ...Object.entries(extractors)
      .filter(([label]) => label !== 'namespace')
      .map(([label, by]) => [TOLD[label] !== by, `takes ${label} by ${by}`] as const),
    ...listAt(metric.body, 'metric_descriptor', 'labels')
      .map((label) => textAt(label, 'key') ?? '')
      .map((label) => [extractors[label] === undefined, `has the label ${label} from nowhere`] as const),
    [at(metric.body, 'bucket_name') !== undefined, 'counts what stands in a bucket of logs'],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, says]) => says);
}

/** Places whose requests nobody counts, or two do. */
function uncounted(world: World, metrics: readonly CloudResource[]): readonly Finding[] {
  const counted = new Map<string, number>();
  for (const metric of metrics) {
    const kind = READ_AS.find((begin) => world.cloud.text(metric, 'name').startsWith(begin)) ?? '';
    const pattern = /requestUrl=~"(.*)"$/.exec(world.cloud.text(metric, 'filter'))?.[1] ?? '';
    for (const { handle } of placesIn(world, world.cloud.text(metric, 'project'), pattern) ?? []) {
      counted.set(`${kind}${handle}`, (counted.get(`${kind}${handle}`) ?? 0) + 1);
    }
  }
  return world.record.places.flatMap(({ handle, host }) =>
    READ_AS.filter((kind) => counted.get(`${kind}${handle}`) !== 1).map((kind): Finding => ({
      aspect: 'metrics',
      kind: 'cannot work',
      from: handle,
      to: handle,
      sentence: 'Requests to a host are not counted once',
      path: [
        {
          file: 'terraform',
          object: host,
          says: `is in ${counted.get(`${kind}${handle}`) ?? 0} metrics called ${kind}…`,
        },
      ],
      pairs: 1,
    })),
  );
}

const finding = (kind: Finding['kind'], sentence: string, metric: CloudResource, says: string): Finding => ({
  aspect: 'metrics',
  kind,
  from: ANY_TENANT,
  to: EVERYONE_ELSE,
  sentence,
  path: [stepIn(metric, says)],
  pairs: 1,
});
