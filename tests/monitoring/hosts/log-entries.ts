import type { LogEntry } from './log-metric';

/** What differs from one request to another. */
export interface Request {
  readonly url: string;
  /** @default 200 */
  readonly status?: number;
  /** @default '0.080000s' */
  readonly latency?: string;
  /** @default - one of a Service of some place */
  readonly backend?: string;
  /** @default - that of the staff's Gateway */
  readonly rule?: string;
}

/** Names as GKE gives them to what it makes for the staff's Gateway. */
const GATEWAY = 'gkegw1-k3vd-practicum-system-labs-x7h2b9q4m1ze';

/** What the load balancer of a cell writes about a request. */
export const entryOf =
  (project: string) =>
  ({ url, status = 200, latency = '0.080000s', backend, rule = GATEWAY }: Request): LogEntry => ({
    logName: `projects/${project}/logs/requests`,
    resource: {
      type: 'http_load_balancer',
      labels: {
        project_id: project,
        forwarding_rule_name: rule,
        target_proxy_name: rule,
        url_map_name: rule,
        backend_service_name: backend ?? 'gkegw1-k3vd-some-place-web-80-2jzr7e3xclhj',
        zone: 'global',
      },
    },
    httpRequest: { requestUrl: url, status, latency },
  });

/** Backend that GKE sends requests to that no route takes. */
export const NO_ROUTE = 'gkegw1-k3vd-practicum-system-gw-serve404-80-mcfti8ucx6x5';

/** Addresses that are no host of `victim`, and would like to be taken for one; each with whose host it is, if anybody's. */
export const forgedUrls = (
  victim: string,
  forger: string,
  domain: string,
): readonly (readonly [about: string, url: string, whose: string | undefined])[] => [
  ['the address of another in the path', `https://${forger}.${domain}/https://${victim}.${domain}/`, forger],
  [
    'the address of another in a parameter',
    `https://${forger}.${domain}/?u=https://${victim}.${domain}/`,
    forger,
  ],
  ['the host of another for a user', `https://${victim}.${domain}@${forger}.${domain}/`, undefined],
  [
    'the host of another for a user with a password',
    `https://${victim}.${domain}:443@${forger}.${domain}/`,
    undefined,
  ],
  ['the host of another below one’s own', `https://${victim}.${domain}.${forger}.${domain}/`, forger],
  ['the host of another below a stranger’s', `https://${victim}.${domain}.example.com/`, undefined],
  ['letters before the host of another', `https://x${victim}.${domain}/`, undefined],
  ['something else than a dot', `https://${victim}x${domain}/`, undefined],
  ['an encoded slash after the host of another', `https://${victim}.${domain}%2f.example.com/`, undefined],
  ['the host of another in capitals', `https://${victim.toUpperCase()}.${domain}/`, undefined],
  ['a port of its own', `https://${victim}.${domain}:8443/`, undefined],
  ['no TLS, which the Gateway only sends elsewhere', `http://${victim}.${domain}/`, undefined],
  ['a host that is nobody’s', `https://nobody.${domain}/`, undefined],
  ['the domain itself', `https://${domain}/`, undefined],
  ['a name under the host of another', `https://${forger}.${victim}.${domain}/`, victim],
];
