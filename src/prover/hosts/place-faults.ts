import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import type { Json } from '../json-value';
import { at, listAt, textAt, textsAt } from '../json-value';
import { kindOf, stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import type { ClusterWorld } from '../world';
import { isHostUnder } from './is-host-under';
import { answersFor, placesGatewayOf } from './listeners';

/** What is wrong with the routes and Services of a place. */
export function placeFaults(cluster: ClusterWorld, place: PlaceRecord): readonly Finding[] {
  const { objects } = cluster;
  const of = (kind: string): readonly KubernetesDocument[] => objects.in(place.namespace, kind);
  const routes = [...of('HTTPRoute'), ...of('GRPCRoute')];
  const others = [...of('Ingress'), ...of('VirtualService'), ...of('Certificate')];
  const path = [
    placeStep(cluster, place, `has no route for ${place.host} on a listener that answers for it`),
  ];
  return [
    ...(place.closed || routes.some((route) => isLinked(cluster, place, route))
      ? []
      : [stuck(place, 'The host of a place leads nowhere', path)]),
    ...[...routes, ...others].flatMap((route) => hostFaults(place, route)),
    ...routes.flatMap((route) => [...routeFaults(cluster, place, route), ...deadEnds(cluster, place, route)]),
    ...of('Service').flatMap((service) => serviceFaults(place, service)),
  ];
}

function isLinked(cluster: ClusterWorld, { host }: PlaceRecord, { object }: KubernetesDocument): boolean {
  const { isParent, takes, listeners } = placesGatewayOf(cluster);
  return (
    takesAllPaths(object) &&
    textsAt(object, 'spec', 'hostnames').includes(host) &&
    listAt(object, 'spec', 'parentRefs').some((parent) => {
      const listener = listeners.get(textAt(parent, 'sectionName') ?? '');
      return isParent(parent) && takes(listener) && answersFor(listener, host);
    })
  );
}

/** Whether a route is for more than some paths of its host. */
const takesAllPaths = (route: Json): boolean =>
  listAt(route, 'spec', 'rules').some(
    (rule) =>
      listAt(rule, 'matches').length === 0 ||
      listAt(rule, 'matches').some((match) => at(match, 'path', 'value') === '/'),
  );

/** Every host that a route names, whatever its kind. */
function hostsIn({ object }: KubernetesDocument): readonly string[] {
  const rules = listAt(object, 'spec', 'rules').flatMap((rule) => textAt(rule, 'host') ?? []);
  const tls = listAt(object, 'spec', 'tls').flatMap((each) => textsAt(each, 'hosts'));
  const lists = ['hostnames', 'hosts', 'dnsNames'].flatMap((key) => textsAt(object, 'spec', key));
  return [...lists, ...rules, ...tls];
}

const trespass = (
  { handle }: PlaceRecord,
  document: KubernetesDocument,
  sentence: string,
  says: string,
): Finding => ({
  aspect: 'hosts',
  kind: 'reach',
  from: handle,
  to: EVERYONE_ELSE,
  sentence,
  path: [stepThrough(document, says)],
  pairs: 1,
});

const stuck = ({ handle }: PlaceRecord, sentence: string, path: Finding['path']): Finding => ({
  aspect: 'hosts',
  kind: 'cannot work',
  from: handle,
  to: handle,
  sentence,
  path,
  pairs: 1,
});

function hostFaults(place: PlaceRecord, route: KubernetesDocument): readonly Finding[] {
  const kind = kindOf(route);
  const hosts = hostsIn(route);
  if (hosts.length === 0)
    return [trespass(place, route, `A ${kind} names no host, and so takes every one`, 'names no host')];
  return hosts
    .filter((host) => !isHostUnder(host, place.host))
    .map((host) =>
      trespass(
        place,
        route,
        `A ${kind} names a host that is not its tenant's`,
        `names ${host}, beside ${place.host}`,
      ),
    );
}

function routeFaults(
  cluster: ClusterWorld,
  place: PlaceRecord,
  route: KubernetesDocument,
): readonly Finding[] {
  const { isParent } = placesGatewayOf(cluster);
  const parents = listAt(route.object, 'spec', 'parentRefs');
  const strange = parents.filter(
    (parent) => !isParent(parent) || textAt(parent, 'sectionName') === undefined,
  );
  const backends = listAt(route.object, 'spec', 'rules').flatMap((rule) => [
    ...listAt(rule, 'backendRefs'),
    ...listAt(rule, 'filters').flatMap((filter) => at(filter, 'requestMirror', 'backendRef') ?? []),
  ]);
  return [
    ...strange.map((parent) =>
      trespass(
        place,
        route,
        'A route hangs on something else than a listener of the Gateway',
        `hangs on ${JSON.stringify(parent)}`,
      ),
    ),
    ...backends
      .filter((ref) => (textAt(ref, 'namespace') ?? place.namespace) !== place.namespace)
      .map((ref) =>
        trespass(
          place,
          route,
          'A route leads to a Service of another namespace',
          `leads to ${JSON.stringify(ref)}`,
        ),
      ),
  ];
}

/** Backends that are no Service of the place, so that requests end there. */
function deadEnds(
  { objects }: ClusterWorld,
  place: PlaceRecord,
  route: KubernetesDocument,
): readonly Finding[] {
  const backends = listAt(route.object, 'spec', 'rules').flatMap((rule) => listAt(rule, 'backendRefs'));
  const dead = backends.filter((ref) => {
    const service = objects.tryFind('Service', textAt(ref, 'name') ?? '', place.namespace);
    return !listAt(service?.object, 'spec', 'ports').some((port) => at(port, 'port') === at(ref, 'port'));
  });
  if (backends.length > 0 && dead.length === 0) return [];
  const says = `leads to ${dead.map((each) => JSON.stringify(each)).join(', ') || 'nothing'}`;
  return [stuck(place, 'A route leads to no Service of its place', [stepThrough(route, says)])];
}

function serviceFaults(place: PlaceRecord, service: KubernetesDocument): readonly Finding[] {
  const type = textAt(service.object, 'spec', 'type') ?? 'ClusterIP';
  const addresses = textsAt(service.object, 'spec', 'externalIPs');
  return [
    ...(type === 'ClusterIP'
      ? []
      : [
          trespass(
            place,
            service,
            `A Service of the type ${type} leads out of its namespace`,
            `says type: ${type}`,
          ),
        ]),
    ...(addresses.length === 0
      ? []
      : [
          trespass(
            place,
            service,
            "A Service takes other people's traffic",
            `says externalIPs: ${addresses.join(', ')}`,
          ),
        ]),
  ];
}
