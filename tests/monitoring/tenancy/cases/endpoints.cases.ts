import { ASKER, VICTIM } from '../cast';
import type { FenceCase } from '../fence-case';
import { at, posted } from '../fence-case';

const O = ASKER.namespace;
const V = VICTIM.namespace;
const OWN = { sees: 'own' } as const;
const NOTHING = { sees: 'nothing' } as const;
const NOT_THERE = { refused: 404 } as const;
const OF_VICTIM = `{namespace="${V}"}`;
const ALL = '{__name__=~".+"}';

const get = (title: string, path: string, must: FenceCase['must']): FenceCase => ({ title, path, must });
const now = Math.floor(Date.now() / 1000);
const range = (promql: string): string =>
  at('/api/v1/query_range', { query: promql, start: `${now - 60}`, end: `${now + 60}`, step: '5' });

/** Every end-point that Prometheus has, and some that it has not. */
export const ENDPOINTS: readonly FenceCase[] = [
  get('Own over time', range('redis_up'), OWN),
  get('Another’s over time', range(`redis_up{namespace="${V}"}`), OWN),
  get('Series of another', at('/api/v1/series', { 'match[]': OF_VICTIM }), NOTHING),
  get('Series of all', at('/api/v1/series', { 'match[]': ALL }), OWN),
  get('Series without a matcher', '/api/v1/series', OWN),
  get('Series of the own and of another', at('/api/v1/series', { 'match[]': ['redis_up', OF_VICTIM] }), OWN),
  get('Names of labels', '/api/v1/labels', OWN),
  get('Names of labels of another', at('/api/v1/labels', { 'match[]': OF_VICTIM }), NOTHING),
  get('Namespaces', '/api/v1/label/namespace/values', { data: [O] }),
  get('Namespaces of others', at('/api/v1/label/namespace/values', { 'match[]': OF_VICTIM }), NOTHING),
  get('Names of metrics', '/api/v1/label/__name__/values', OWN),
  get('Pods', '/api/v1/label/pod/values', { data: [`web-${ASKER.secret}`] }),
  get('Values of a label that all have', '/api/v1/label/note/values', { data: [`${ASKER.secret}-note`] }),
  get('Nodes', '/api/v1/label/node/values', NOTHING),
  get('Values of a label of a namespace’s name', `/api/v1/label/${VICTIM.secret}_label/values`, NOTHING),
  get('All series as a page', at('/federate', { 'match[]': ALL }), OWN),
  get('Another’s series as a page', at('/federate', { 'match[]': OF_VICTIM }), { sees: 'nothing' }),
  get('All series as a page, without a matcher', '/federate', OWN),
  get('Rules', '/api/v1/rules', NOTHING),
  get('Rules of another', at('/api/v1/rules', { 'match[]': OF_VICTIM, type: 'alert' }), NOTHING),
  get('Alerts', '/api/v1/alerts', OWN),
  get(
    'Exemplars of all',
    at('/api/v1/query_exemplars', { query: 'http_requests_total', start: `${now - 60}`, end: `${now}` }),
    NOTHING,
  ),
  get(
    'Exemplars of another',
    at('/api/v1/query_exemplars', { query: OF_VICTIM, start: `${now - 60}`, end: `${now}` }),
    NOTHING,
  ),

  ...[
    '/api/v1/metadata',
    '/api/v1/targets',
    '/api/v1/targets/metadata',
    '/api/v1/alertmanagers',
    '/api/v1/status/config',
    '/api/v1/status/flags',
    '/api/v1/status/runtimeinfo',
    '/api/v1/status/buildinfo',
    '/api/v1/status/tsdb',
    '/api/v1/status/walreplay',
    '/api/v1/format_query?query=up',
    '/api/v1/admin/tsdb/snapshot',
    '/api/v1/read',
    '/api/v1/write',
    '/api/v1/otlp/v1/metrics',
    '/api/v2/alerts',
    '/api/v2/silences',
    '/metrics',
    '/debug/pprof/heap',
    '/config',
    '/targets',
    '/service-discovery',
    '/tsdb-status',
    '/graph',
    '/',
    '/-/healthy',
    '/healthz',
    '/version',
    '/classic/targets',
    '/consoles/index.html',
    '/user/anything',
  ].map((path) => get(`The page ${path}`, path, NOT_THERE)),

  ...[
    '/-/quit',
    '/-/reload',
    '/api/v1/admin/tsdb/delete_series?match[]={__name__=~".%2B"}',
    '/api/v1/admin/tsdb/clean_tombstones',
    '/api/v1/admin/tsdb/snapshot',
    '/api/v1/write',
    '/api/v2/silences',
  ].map((path): FenceCase => ({ title: `A command to ${path}`, method: 'POST', path, must: NOT_THERE })),

  posted('Own by a form', '/api/v1/query', { query: 'redis_up' }, OWN),
  posted('Another’s by a form', '/api/v1/query', { query: `redis_up{namespace="${V}"}` }, OWN),
  posted(
    'All over time by a form',
    '/api/v1/query_range',
    { query: 'redis_up', start: `${now - 60}`, end: `${now + 60}`, step: '5' },
    OWN,
  ),
  posted(
    'Own by address, another’s by form',
    at('/api/v1/query', { query: 'redis_up' }),
    { query: `redis_up{namespace="${V}"}` },
    OWN,
  ),
  posted(
    'Another’s by address, own by form',
    at('/api/v1/query', { query: `redis_up{namespace="${V}"}` }),
    { query: 'redis_up' },
    OWN,
  ),
  posted(
    'Two questions in one form',
    '/api/v1/query',
    { query: ['redis_up', `redis_up{namespace="${V}"}`] },
    OWN,
  ),
  posted('Series of another by a form', '/api/v1/series', { 'match[]': OF_VICTIM }, OWN),
  posted(
    'Series of another by address and form',
    at('/api/v1/series', { 'match[]': ALL }),
    { 'match[]': OF_VICTIM },
    OWN,
  ),
  posted('Names of labels by a form', '/api/v1/labels', { 'match[]': OF_VICTIM }, OWN),
  posted(
    'A namespace among the parameters of a form',
    '/api/v1/query',
    { query: 'redis_up', namespace: V },
    OWN,
  ),
  get(
    'A namespace among the parameters of the address',
    at('/api/v1/query', { query: 'redis_up', namespace: V }),
    OWN,
  ),
  get(
    'Two questions in one address',
    at('/api/v1/query', { query: ['redis_up', `redis_up{namespace="${V}"}`] }),
    OWN,
  ),
  get(
    'A question after a semicolon',
    `/api/v1/query?query=redis_up;query=redis_up{namespace="${V}"}`
      .replaceAll('"', '%22')
      .replaceAll('{', '%7B')
      .replaceAll('}', '%7D'),
    { sees: 'nothing' },
  ),
  {
    title: 'A question in the body of a GET',
    method: 'GET',
    path: '/api/v1/query',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: `query=redis_up`,
    must: NOTHING,
  },
  {
    title: 'A question in a body of several parts',
    method: 'POST',
    path: '/api/v1/query',
    headers: [['Content-Type', 'multipart/form-data; boundary=b']],
    body: '--b\r\nContent-Disposition: form-data; name="query"\r\n\r\nredis_up\r\n--b--\r\n',
    must: NOTHING,
  },
  {
    title: 'A matcher in a body of several parts',
    method: 'POST',
    path: '/api/v1/series',
    headers: [['Content-Type', 'multipart/form-data; boundary=b']],
    body: `--b\r\nContent-Disposition: form-data; name="match[]"\r\n\r\n{namespace="${V}"}\r\n--b--\r\n`,
    must: OWN,
  },
];
