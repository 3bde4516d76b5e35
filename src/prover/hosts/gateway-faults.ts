import type { KubernetesDocument } from '../artifacts';
import { NAMES } from '../expected-names';
import type { Finding } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import type { Json } from '../json-value';
import { at, listAt, quoted, textAt } from '../json-value';
import { nameOf, stepThrough } from '../kubernetes/cluster-objects';
import { selects } from '../kubernetes/label-selector';
import type { ClusterWorld } from '../world';
import { isHostUnder } from './is-host-under';
import { isHttps, isLabGateway, listenersOf } from './listeners';

/** What is wrong with an object, as a sentence and as what it says. */
type Fault = readonly [sentence: string, says: string];

/** What is wrong with the Gateway of a cluster, and with the staff's own routes on it. */
export function gatewayFaults(cluster: ClusterWorld): readonly Finding[] {
  const { objects, places, name } = cluster;
  const pairs = places.length * Math.max(1, places.length - 1);
  const common = { aspect: 'hosts', from: ANY_TENANT, to: EVERYONE_ELSE, pairs } as const;
  const gateway = objects.tryFind('Gateway', NAMES.gateway, NAMES.systemNamespace);
  if (gateway === undefined) {
    const path = [
      { file: `manifests for ${name}`, object: `Gateway ${NAMES.gateway}`, says: 'is in no file' },
    ];
    return [
      { ...common, kind: 'cannot work', sentence: 'There is no Gateway: no host leads anywhere', path },
    ];
  }
  const routes = ['HTTPRoute', 'GRPCRoute'].flatMap((kind) => objects.in(NAMES.systemNamespace, kind));
  const faults: readonly (readonly [KubernetesDocument, Fault])[] = [
    ...NEEDS.filter(({ isMet }) => !isMet(gateway.object)).map(({ fault }) => [gateway, fault] as const),
    ...[...listenersOf(cluster)].flatMap(([listener, each]) => [
      ...listenerFaults(cluster, listener, each).map((fault) => [gateway, fault] as const),
      ...(isHttps(each) || routes.some((route) => redirects(cluster, route, listener))
        ? []
        : [
            [
              gateway,
              [
                'Requests without TLS are not sent to https',
                `its listener ${listener} has no route that redirects`,
              ],
            ] as const,
          ]),
    ]),
    ...routes
      .filter((route) => !isRedirect(cluster, route))
      .map(
        (route) =>
          [
            route,
            [
              'A route of the staff takes requests for every host of the Gateway',
              `does more than send ${nameOf(route)} to https`,
            ],
          ] as const,
      ),
  ];
  return faults.map(([document, [sentence, says]]) => ({
    ...common,
    kind: 'guard',
    sentence,
    path: [stepThrough(document, says)],
  }));
}

/** A route that answers every request by sending it elsewhere, and leads to no pod. */
function isRedirect(cluster: ClusterWorld, { object }: KubernetesDocument): boolean {
  const listeners = listenersOf(cluster);
  const rules = listAt(object, 'spec', 'rules');
  return (
    listAt(object, 'spec', 'parentRefs').every(
      (parent) => isLabGateway(parent) && !isHttps(listeners.get(textAt(parent, 'sectionName') ?? '')),
    ) &&
    rules.length > 0 &&
    rules.every(
      (rule) =>
        at(rule, 'backendRefs') === undefined &&
        listAt(rule, 'filters').length > 0 &&
        listAt(rule, 'filters').every(
          (filter) =>
            textAt(filter, 'type') === 'RequestRedirect' &&
            at(filter, 'requestRedirect', 'scheme') === 'https',
        ),
    )
  );
}

const redirects = (cluster: ClusterWorld, route: KubernetesDocument, listener: string): boolean =>
  isRedirect(cluster, route) &&
  listAt(route.object, 'spec', 'parentRefs').some((parent) => textAt(parent, 'sectionName') === listener);

/** What a Gateway must say for hosts to lead anywhere, and nowhere else. */
const NEEDS: readonly { readonly fault: Fault; readonly isMet: (gateway: Json) => boolean }[] = [
  {
    fault: ['The Gateway takes no requests over TLS', 'has no listener for HTTPS on port 443'],
    isMet: (gateway) =>
      listAt(gateway, 'spec', 'listeners').some((each) => isHttps(each) && at(each, 'port') === 443),
  },
  {
    fault: [
      'The Gateway has another certificate than the one for its hosts',
      'does not say networking.gke.io/certmap: labs',
    ],
    isMet: (gateway) => at(gateway, 'metadata', 'annotations', 'networking.gke.io/certmap') === 'labs',
  },
  {
    fault: [
      'The Gateway has another address than the one that hosts lead to',
      'does not name the address labs-gateway',
    ],
    isMet: (gateway) =>
      listAt(gateway, 'spec', 'addresses').some((each) => textAt(each, 'value') === 'labs-gateway'),
  },
  {
    fault: [
      'The Gateway is of another kind than the one that policies were made for',
      'does not say gatewayClassName: gke-l7-global-external-managed',
    ],
    isMet: (gateway) => textAt(gateway, 'spec', 'gatewayClassName') === 'gke-l7-global-external-managed',
  },
];

function listenerFaults({ domain }: ClusterWorld, name: string, listener: Json): readonly Fault[] {
  const hostname = textAt(listener, 'hostname') ?? '';
  const namespaces = at(listener, 'allowedRoutes', 'namespaces');
  const from = textAt(namespaces, 'from') ?? 'Same';
  const selector = at(namespaces, 'selector') ?? {};
  const kinds = listAt(listener, 'allowedRoutes', 'kinds').map((each) => textAt(each, 'kind'));
  const takesTenants =
    from === 'Selector' && selects(selector, { [NAMES.gatewayLabel]: 'true' }) && !selects(selector, {});
  const faults: readonly (readonly [isWrong: boolean, ...Fault])[] = [
    [
      isHttps(listener) ? !takesTenants : from !== 'Same',
      'The Gateway takes routes from other namespaces than it should',
      `its listener ${name} takes routes from ${from} ${quoted(selector)}`,
    ],
    [
      hostname === '' || !isHostUnder(hostname, domain),
      "The Gateway answers for hosts that are not the cohort's",
      `its listener ${name} says hostname: ${hostname}`,
    ],
    [
      kinds.length === 0 || !kinds.every((kind) => kind === 'HTTPRoute' || kind === 'GRPCRoute'),
      'The Gateway takes routes of kinds that no policy looks at',
      `its listener ${name} takes ${kinds.join(', ') || 'all kinds'}`,
    ],
  ];
  return faults.flatMap(([isWrong, ...fault]) => (isWrong ? [fault] : []));
}
