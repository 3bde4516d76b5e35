import { ASKER, FORGER, VICTIM } from '../cast';
import type { FenceCase } from '../fence-case';
import { at, posted, query } from '../fence-case';

const O = ASKER.namespace;
const V = VICTIM.namespace;
const REQUESTS = 'http_requests_total';
const OWN = { sees: 'own' } as const;
const NOTHING = { sees: 'nothing' } as const;
/** What the asker gets who asks nobody else's. */
const same = (promql: string): FenceCase['must'] => ({ sameAs: promql });
/** A vector of 0 and 1 of the asker's own, between which a quantile is interpolated. */
const RULER = `${REQUESTS}{status="5xx"} * 0 or redis_up * 0 + 1`;

/** What PromQL can say about others' series. */
export const QUERIES: readonly FenceCase[] = [
  query('A name that all have', REQUESTS, same(`${REQUESTS}{namespace="${O}"}`)),
  query('Another’s namespace', `${REQUESTS}{namespace="${V}"}`, OWN),
  query('All namespaces but the own', `${REQUESTS}{namespace!="${O}"}`, OWN),
  query('Any namespace', `${REQUESTS}{namespace=~".*"}`, same(`${REQUESTS}{namespace="${O}"}`)),
  query(
    'One of two namespaces',
    `${REQUESTS}{namespace=~"${O}|${V}"}`,
    same(`${REQUESTS}{namespace="${O}"}`),
  ),
  query('A namespace by what it is not', `${REQUESTS}{namespace!~"${O}.*"}`, OWN),
  query('No namespace at all', '{__name__=~".+",namespace=""}', OWN),
  query('Everything', 'count({__name__=~".+"})', same(`count({__name__=~".+",namespace="${O}"})`)),
  query(
    'Everything by namespace',
    'count by (namespace) ({__name__!=""})',
    same(`count by (namespace) ({namespace="${O}"})`),
  ),
  query('The name in braces', `{__name__="${REQUESTS}",namespace="${V}"}`, OWN),
  query('The name in braces and quotes', `{"${REQUESTS}","namespace"="${V}"}`, OWN),
  query('Another’s own name', 'onyx_only_total', NOTHING),
  query('A label that only forgery gives', `{exported_namespace=~".+"}`, NOTHING),
  query('Forged series as another’s', `${REQUESTS}{exported_namespace="${O}"}`, NOTHING),
  query('Names kept for the cell', `kube_pod_status_phase`, same(`kube_pod_status_phase{namespace="${O}"}`)),
  query(
    'Quotas of all',
    'sum by (namespace, type) (kube_resourcequota)',
    same(`sum by (namespace, type) (kube_resourcequota{namespace="${O}"})`),
  ),
  query(
    'Containers of all',
    'container_cpu_usage_seconds_total',
    same(`container_cpu_usage_seconds_total{namespace="${O}"}`),
  ),
  query(
    'Volumes of all',
    'kubelet_volume_stats_used_bytes',
    same(`kubelet_volume_stats_used_bytes{namespace="${O}"}`),
  ),
  query('Nodes of the cell', 'kube_node_status_allocatable', NOTHING),
  query('How the cell is', 'cell:tenants:count', NOTHING),
  query(
    'What is recorded of all',
    'namespace:container_memory_working_set_bytes:sum',
    same(`namespace:container_memory_working_set_bytes:sum{namespace="${O}"}`),
  ),
  query(
    'What is recorded of another',
    `namespace:container_memory_working_set_bytes:sum{namespace="${V}"}`,
    OWN,
  ),
  query('Prometheus about itself', 'prometheus_tsdb_head_series', NOTHING),
  query('Whether others are up', 'up', same(`up{namespace="${O}"}`)),
  query('Alerts of others', `ALERTS{namespace="${V}"}`, OWN),
  query('Alerts of all', 'count(ALERTS)', same(`count(ALERTS{namespace="${O}"})`)),

  query('A sum of all', `sum(${REQUESTS})`, same(`sum(${REQUESTS}{namespace="${O}"})`)),
  query(
    'A sum without the namespace',
    `sum without (namespace) (${REQUESTS})`,
    same(`sum without (namespace) (${REQUESTS}{namespace="${O}"})`),
  ),
  query('The largest of all', `topk(5, ${REQUESTS})`, same(`topk(5, ${REQUESTS}{namespace="${O}"})`)),
  query(
    'Values as labels',
    `count_values("v", ${REQUESTS})`,
    same(`count_values("v", ${REQUESTS}{namespace="${O}"})`),
  ),
  query('The own or else another’s', `redis_up{namespace="nobody"} or ${REQUESTS}{namespace="${V}"}`, OWN),
  query(
    'What others have and the asker has not',
    `${REQUESTS}{namespace="${V}"} unless ${REQUESTS}{namespace="${O}"}`,
    NOTHING,
  ),
  query('Own ones where another has some', `${REQUESTS} and on () ${REQUESTS}{namespace="${V}"}`, OWN),
  query(
    'Another’s joined to the own',
    `${REQUESTS} * on (status) group_left () sum by (status) (${REQUESTS}{namespace="${V}"})`,
    OWN,
  ),
  query(
    'A comparison with another’s',
    `redis_up > bool on () group_left () sum(${REQUESTS}{namespace="${V}"})`,
    OWN,
  ),
  query('Another’s minus nothing', `-(-${REQUESTS}{namespace="${V}"})`, OWN),
  query('A subquery over another’s', `max_over_time(${REQUESTS}{namespace="${V}"}[5m:1s])`, OWN),
  query(
    'A subquery in a subquery',
    `max_over_time(sum_over_time(${REQUESTS}{namespace="${V}"}[10s])[1m:1s])`,
    OWN,
  ),
  query('A range of another’s', `${REQUESTS}{namespace="${V}"}[5m]`, OWN),
  query('Another’s a moment ago', `${REQUESTS}{namespace="${V}"} offset 1s`, OWN),
  query('Another’s at the end', `${REQUESTS}{namespace="${V}"} @ end()`, OWN),
  query('The own under another’s namespace', `label_replace(${REQUESTS}, "namespace", "${V}", "", "")`, OWN),
  query(
    'Another’s under the own namespace',
    `label_replace(${REQUESTS}{namespace="${V}"}, "namespace", "${O}", "", "")`,
    OWN,
  ),
  query('Labels joined', `label_join(${REQUESTS}{namespace!="${O}"}, "all", ",", "namespace", "note")`, OWN),
  query('Whether another has none', `absent(${REQUESTS}{namespace="${V}"})`, NOTHING),
  query(
    'Whether there was none of another’s',
    `absent_over_time(onyx_only_total[5m])`,
    same(`absent_over_time(nobody{namespace="${O}"}[5m])`),
  ),
  query('A scalar of another’s', `vector(scalar(onyx_only_total))`, { refused: 400 }),
  query('Another’s for a quantile’s parameter', `quantile(scalar(onyx_only_total) / 1e9, ${RULER})`, {
    refused: 400,
  }),
  query(
    'Another’s, named, for a quantile’s parameter',
    `quantile(scalar(redis_up{namespace="${V}"}) / 1e9, ${RULER})`,
    { refused: 400 },
  ),
  query(
    'Another’s for the number of the largest',
    `topk(scalar(redis_up{namespace="${V}"}) - 520000000, ${REQUESTS})`,
    { refused: 400 },
  ),
  query('Another’s for the number of the smallest', `bottomk(scalar(count(onyx_only_total)), ${REQUESTS})`, {
    refused: 400,
  }),
  posted(
    'A parameter of another’s in a body',
    '/api/v1/query',
    { query: `quantile(scalar(onyx_only_total) / 1e9, ${RULER})` },
    { refused: 400 },
  ),
  {
    title: 'A parameter of another’s over time',
    path: at('/api/v1/query_range', {
      query: `quantile(scalar(onyx_only_total) / 1e9, ${RULER})`,
      start: String(Math.floor(Date.now() / 1000)),
      end: String(Math.floor(Date.now() / 1000) + 60),
      step: '1',
    }),
    must: { refused: 400 },
  },
  {
    title: 'A parameter of another’s, every letter percent-encoded',
    path: `/api/v1/query?qu%65ry=quantile(%73%63%61%6c%61%72(onyx_only_total)%2F1e9,redis_up)`,
    must: { refused: 400 },
  },
  query(
    'A histogram of all',
    'histogram_quantile(0.9, sum by (le, namespace) (http_request_duration_seconds_bucket))',
    OWN,
  ),
  query(
    'Own ones sorted with others’',
    `sort_desc(${REQUESTS} or {namespace=~"${V}|${FORGER.namespace}"})`,
    OWN,
  ),
  query('No PromQL', `${REQUESTS}{namespace="${V}"`, { refused: 400 }),
  query('A closing brace too many', `${REQUESTS}{} or ${REQUESTS}{namespace="${V}"}}`, { refused: 400 }),
  query('A matcher in a comment', `${REQUESTS} # {namespace="${V}"}`, same(`${REQUESTS}{namespace="${O}"}`)),
  query('A constant', '1', { sameAs: '1' }),
];
