import type { JsonMap } from '../../../src/prover/json-value';
import { textAt } from '../../../src/prover/json-value';
import type { Edit } from '../changes';
import { inObject, inResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const REQUESTS = 'shard-1-01/Traffic/Requests';
const LATENCIES = 'shard-1-01/Traffic/Latencies';
const FORGED = 'Requests may be counted under the name of somebody else';
const UNCOUNTED = 'Requests to a host are not counted once';

const inFilter =
  (from: string, to: string): Edit =>
  (object: JsonMap) =>
    put('filter', textAt(object, 'filter')!.replace(from, to))(object);

const inNamespace =
  (from: string, to: string): Edit =>
  (object: JsonMap) =>
    put(
      'label_extractors > namespace',
      textAt(object, 'label_extractors', 'namespace')!.replace(from, to),
    )(object);

/** Ways in which requests are counted under the name of a tenant that they were not for, or not at all. */
export const HOST_METRICS_WEAKENINGS = [
  weakening(
    'an address counts wherever it stands in an address',
    inResource(REQUESTS, inFilter('"^https', '"https')),
    'metrics',
    FORGED,
  ),
  weakening(
    'a host counts at any load balancer',
    inResource(REQUESTS, inFilter(' AND resource.labels.forwarding_rule_name=~"^gkegw[0-9]+-"', '')),
    'metrics',
    FORGED,
  ),
  weakening(
    'a host counts at load balancers that have the name of the Gateway in theirs',
    inResource(LATENCIES, inFilter('"^gkegw', '"gkegw')),
    'metrics',
    FORGED,
  ),
  weakening('any log counts', inResource(REQUESTS, inFilter('/logs/requests"', '"')), 'metrics', FORGED),
  weakening(
    'what pods write counts',
    inResource(REQUESTS, inFilter('"http_load_balancer"', '"k8s_container"')),
    'metrics',
    FORGED,
  ),
  weakening(
    'more than the meant conditions count',
    inResource(REQUESTS, inFilter(' AND httpRequest', ' OR httpRequest')),
    'metrics',
    FORGED,
  ),
  weakening(
    'a host that nobody has counts',
    inResource(REQUESTS, inFilter('(?:ada|', '(?:admin|ada|')),
    'metrics',
    FORGED,
  ),
  weakening(
    'any host below the domain counts',
    inResource(REQUESTS, inFilter('*(?:ada|', '*(?:[a-z]+|ada|')),
    'metrics',
    FORGED,
  ),
  weakening(
    'the namespace is taken from the path',
    inResource(REQUESTS, inNamespace('"^https://', '"')),
    'metrics',
    FORGED,
  ),
  weakening(
    'the namespace is what the backend is called',
    inResource(
      LATENCIES,
      put(
        'label_extractors > namespace',
        'REGEXP_EXTRACT(resource.labels.backend_service_name, "-([a-z]+)-web-")',
      ),
    ),
    'metrics',
    FORGED,
  ),
  weakening(
    'a label is what the caller writes',
    inResource(REQUESTS, put('label_extractors > response_code_class', 'EXTRACT(httpRequest.userAgent)')),
    'metrics',
    FORGED,
  ),
  weakening('nobody counts', withoutResource(REQUESTS), 'metrics', UNCOUNTED),
  weakening('one host is left out', inResource(LATENCIES, inFilter('(?:ada|', '(?:')), 'metrics', UNCOUNTED),
  weakening(
    'what tells of hosts may be asked by everybody',
    inObject(
      'NetworkPolicy practicum-monitoring/load-balancer-metrics',
      put('spec > ingress > 0 > from', [{}]),
    ),
    'metrics',
    'What collects metrics has a way in or out that it does not need',
  ),
  weakening(
    'what tells of hosts has a token for the API',
    inObject(
      'Deployment practicum-monitoring/load-balancer-metrics',
      put('spec > template > spec > automountServiceAccountToken', true),
    ),
    'metrics',
    'A program has a token that it does not need',
  ),
  weakening(
    'what tells of hosts is missing',
    inObject('Deployment practicum-monitoring/load-balancer-metrics', put('metadata > name', 'other')),
    'metrics',
    'A part of what collects and shows metrics is missing',
  ),
  weakening(
    'what tells of hosts may change what Google keeps',
    inResource('cell-1/Access/monitoring.viewer', put('role', 'roles/monitoring.editor')),
    'workload identity',
    'Pods hold roles/monitoring.editor on the project of a cell',
  ),
] as const;
