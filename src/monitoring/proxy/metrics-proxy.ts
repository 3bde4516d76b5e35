import { stringify } from 'yaml';
import {
  LABEL_ENFORCER_PORT,
  METRICS_AUDIENCE,
  NAMESPACE_HEADER,
  PROMETHEUS_PORT,
  STAFF_METRICS_PORT,
  TENANT_METRICS_PORT,
} from '../endpoints';
import { QUERY_GUARD_PORT } from './query-guard';

/** What a right to metrics is called in a role: no object in the API, only a name to be allowed. */
export const METRICS_RIGHT = { apiGroup: 'monitoring.practicum.dev', resource: 'metrics' } as const;

/** Folder in which the proxies find their files. */
export const PROXY_FOLDER = '/etc/kube-rbac-proxy';

/** Port on which a proxy says whether it is well; it shows no metrics. */
export const PROXY_HEALTH_PORTS = { tenants: 8643, staff: 8644 } as const;

/** Paths of Prometheus that answer questions; whatever changes or describes the server is not among them. */
const QUESTIONS = [
  '/api/v1/query',
  '/api/v1/query_range',
  '/api/v1/query_exemplars',
  '/api/v1/series',
  '/api/v1/labels',
  '/api/v1/label/*/values',
  '/api/v1/rules',
  '/api/v1/alerts',
  '/federate',
];

/** Beside these staff see what is scraped and how the server does. */
const STAFF_QUESTIONS = [
  ...QUESTIONS,
  '/api/v1/metadata',
  '/api/v1/targets',
  '/api/v1/status/buildinfo',
  '/api/v1/status/tsdb',
];

const yaml = (content: object): string => stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });

/**
 * Files of the two proxies, by name.
 *
 * The first asks Kubernetes whether the caller may read metrics in the namespace that the header names; each value, if
 * there are several, has to be allowed. The second asks for the right in the whole cluster.
 *
 * @see https://github.com/brancz/kube-rbac-proxy
 */
export function proxyFiles(): Readonly<Record<string, string>> {
  const { apiGroup, resource } = METRICS_RIGHT;
  return {
    'staff.yaml': yaml({ authorization: { resourceAttributes: { apiGroup, resource } } }),
    'tenants.yaml': yaml({
      authorization: {
        rewrites: { byHttpHeader: { name: NAMESPACE_HEADER } },
        resourceAttributes: { apiGroup, resource, namespace: '{{ .Value }}' },
      },
    }),
  };
}

/** Command line of the kube-rbac-proxy that tenants ask. */
export const tenantProxyArgs = (): readonly string[] =>
  rbacProxyArgs('tenants', TENANT_METRICS_PORT, QUERY_GUARD_PORT, QUESTIONS);

/** Command line of the kube-rbac-proxy that staff ask. */
export const staffProxyArgs = (): readonly string[] =>
  rbacProxyArgs('staff', STAFF_METRICS_PORT, PROMETHEUS_PORT, STAFF_QUESTIONS);

function rbacProxyArgs(
  who: keyof typeof PROXY_HEALTH_PORTS,
  port: number,
  upstream: number,
  paths: readonly string[],
): readonly string[] {
  return [
    `--secure-listen-address=0.0.0.0:${port}`,
    `--upstream=http://127.0.0.1:${upstream}/`,
    `--config-file=${PROXY_FOLDER}/${who}.yaml`,
    `--auth-token-audiences=${METRICS_AUDIENCE}`,
    `--allow-paths=${paths.join(',')}`,
    `--proxy-endpoints-port=${PROXY_HEALTH_PORTS[who]}`,
  ];
}

/**
 * Command line of prom-label-proxy, which writes the namespace of the header into every question.
 *
 * The namespace comes by header: a parameter could be in the address and in the body of the same request, and the proxy
 * in front looks at the address only.
 *
 * @see https://github.com/prometheus-community/prom-label-proxy
 */
export function labelEnforcerArgs(): readonly string[] {
  return [
    `-insecure-listen-address=127.0.0.1:${LABEL_ENFORCER_PORT}`,
    `-upstream=http://127.0.0.1:${PROMETHEUS_PORT}`,
    '-label=namespace',
    `-header-name=${NAMESPACE_HEADER}`,
    '-enable-label-apis',
  ];
}
