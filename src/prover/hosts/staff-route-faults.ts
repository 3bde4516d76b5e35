import type { KubernetesDocument } from '../artifacts';
import { NAMES } from '../expected-names';
import type { Finding } from '../finding';
import { ANY_TENANT, STAFF } from '../finding';
import { at, listAt, quoted, textAt, textsAt } from '../json-value';
import { nameOf, stepThrough } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';
import { answersFor, isHttps, isLabGateway, listenersOf } from './listeners';

const OWN_SERVICE = JSON.stringify({ group: '', kind: 'Service', name: NAMES.grafana });

/** What is wrong with the host of the staff's Grafana: it has no password, so that Google must ask who comes. */
export function staffRouteFaults(cluster: ClusterWorld): readonly Finding[] {
  const { objects, owner, places } = cluster;
  const home = NAMES.monitoringNamespace;
  const routes = ['HTTPRoute', 'GRPCRoute'].flatMap((kind) => objects.in(home, kind));
  const proxy = objects.in(home, 'GCPBackendPolicy').find((each) => nameOf(each) === NAMES.grafana);
  const common = { aspect: 'hosts', from: ANY_TENANT, to: STAFF, pairs: places.length } as const;
  const isAsked =
    at(proxy?.object, 'spec', 'default', 'iap', 'enabled') === true &&
    JSON.stringify(at(proxy?.object, 'spec', 'targetRef')) === OWN_SERVICE;
  return routes.flatMap((route): readonly Finding[] => [
    ...routeFaults(cluster, route).map((says): Finding => ({
      ...common,
      kind: 'guard',
      sentence: "A route of the staff's Grafana is not the one that is meant",
      path: [stepThrough(route, says)],
    })),
    ...(isAsked && owner === undefined
      ? []
      : [
          {
            ...common,
            kind: 'reach',
            sentence: "The staff's Grafana is open to whoever knows its host",
            path: [
              stepThrough(route, 'leads to it'),
              ...(proxy === undefined
                ? []
                : [stepThrough(proxy, `says ${quoted(at(proxy.object, 'spec'))}`)]),
            ],
          } as const,
        ]),
  ]);
}

function routeFaults(cluster: ClusterWorld, { object }: KubernetesDocument): readonly string[] {
  const listeners = listenersOf(cluster);
  const host = `${NAMES.grafana}.${cluster.domain}`;
  const hosts = textsAt(object, 'spec', 'hostnames');
  const parents = listAt(object, 'spec', 'parentRefs');
  const hangs = parents.every((parent) => {
    const listener = listeners.get(textAt(parent, 'sectionName') ?? '');
    return isLabGateway(parent) && isHttps(listener) && answersFor(listener, host);
  });
  const backends = listAt(object, 'spec', 'rules').flatMap((rule) => listAt(rule, 'backendRefs'));
  const strange = backends.filter(
    (ref) => JSON.stringify(ref) !== JSON.stringify({ name: NAMES.grafana, port: 3000 }),
  );
  const filters = listAt(object, 'spec', 'rules').flatMap((rule) => listAt(rule, 'filters'));
  return [
    ...(hosts.join() === host ? [] : [`names ${hosts.join(', ')}; it should name ${host}`]),
    ...(hangs && parents.length > 0 ? [] : [`hangs on ${quoted(parents)}`]),
    ...strange.map((ref) => `leads to ${quoted(ref)}`),
    ...filters.map((filter) => `does ${quoted(filter)}`),
  ];
}
