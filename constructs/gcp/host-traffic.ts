import { LoggingMetric } from '@cdktf/provider-google/lib/logging-metric';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { byText } from '../../src/core/domain/sorting';
import type { ProjectRef } from './refs';

/** Upper bounds of latencies, in seconds: from what a cache answers to where GKE's Gateway gives up. */
const LATENCY_BOUNDS: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30,
];

const NAMESPACE_LABEL = { key: 'namespace', valueType: 'STRING', description: 'Whose host was asked.' };
const STATUS_LABEL = {
  key: 'response_code_class',
  valueType: 'STRING',
  description: 'First digit of the status that the caller got.',
};

export interface HostTrafficProps {
  readonly project: ProjectRef;
  /** Project whose load balancer writes the logs: the same, as it is known now. */
  readonly projectId: ProjectId;
  /** Names of the two metrics. */
  readonly names: { readonly requests: string; readonly latencies: string };
  /** Namespaces whose hosts are counted; the host of each is its name below `domain`. */
  readonly namespaces: readonly string[];
  readonly domain: string;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * How often tenants' hosts were asked at GKE's Gateway, how it ended and how long it took: two log-based metrics on the
 * log of its load balancer, each series under the namespace that the host is of.
 *
 * A request is counted under a host if, and only if, it was sent to that host at the Gateway, whether or not a pod ever saw it: the
 * load balancer routes by the host that it logs. What a caller writes beyond the listed hosts makes no series. Ingresses,
 * which tenants may make, have load balancers that answer for any host, and their forwarding rules have other names.
 *
 * @see https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring
 * @see https://cloud.google.com/logging/docs/reference/v2/rest/v2/projects.metrics
 */
export class HostTraffic extends Construct {
  constructor(scope: Construct, id: string, props: HostTrafficProps) {
    super(scope, id);
    const { project, names } = props;
    const pattern = hostPattern(props);
    const common = {
      project,
      filter: filterOf(props.projectId, pattern('(?:')),
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    };
    const namespace = `REGEXP_EXTRACT(httpRequest.requestUrl, "${pattern('(')}")`;
    new LoggingMetric(this, 'Requests', {
      ...common,
      name: names.requests,
      description: 'Requests to hosts of tenants, by the status that the caller got.',
      metricDescriptor: {
        metricKind: 'DELTA',
        valueType: 'INT64',
        unit: '1',
        labels: [NAMESPACE_LABEL, STATUS_LABEL],
      },
      labelExtractors: {
        namespace,
        response_code_class: 'REGEXP_EXTRACT(httpRequest.status, "^([1-5])")',
      },
    });
    new LoggingMetric(this, 'Latencies', {
      ...common,
      name: names.latencies,
      description: 'Seconds from the first byte of a request to the last byte of its answer.',
      metricDescriptor: {
        metricKind: 'DELTA',
        valueType: 'DISTRIBUTION',
        unit: 's',
        labels: [NAMESPACE_LABEL],
      },
      labelExtractors: { namespace },
      valueExtractor: 'REGEXP_EXTRACT(httpRequest.latency, "^([0-9.]+)s?$")',
      bucketOptions: { explicitBuckets: { bounds: [...LATENCY_BOUNDS] } },
    });
  }
}

/** Log entries of a Gateway's load balancer about the hosts that `pattern` takes. */
const filterOf = (projectId: ProjectId, pattern: string): string =>
  [
    'resource.type="http_load_balancer"',
    `logName="projects/${projectId}/logs/requests"`,
    'resource.labels.forwarding_rule_name=~"^gkegw[0-9]+-"',
    `httpRequest.requestUrl=~"${pattern}"`,
  ].join(' AND ');

/** Expression, in RE2, for addresses at one of the hosts or under it; `open` begins the group of their first names. */
function hostPattern({ namespaces, domain }: HostTrafficProps): (open: '(' | '(?:') => string {
  const names = [...namespaces].sort(byText(String)).join('|');
  const below = domain.replaceAll('.', '[.]');
  return (open) => `^https://(?:[a-z0-9-]+[.])*${open}${names})[.]${below}(?::443)?/`;
}
