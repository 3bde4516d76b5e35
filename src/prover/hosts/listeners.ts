import { NAMES } from '../expected-names';
import type { Json } from '../json-value';
import { listAt, textAt } from '../json-value';
import type { ClusterWorld } from '../world';

/** Listeners of a Gateway of a cluster, that of GKE unless it is named, by their names. */
export function listenersOf(
  { objects }: ClusterWorld,
  name: string = NAMES.gateway,
  namespace: string = NAMES.systemNamespace,
): ReadonlyMap<string, Json> {
  const gateway = objects.tryFind('Gateway', name, namespace);
  return new Map(
    listAt(gateway?.object, 'spec', 'listeners').map((listener) => [
      textAt(listener, 'name') ?? '',
      listener,
    ]),
  );
}

/** The Gateway that routes of places hang on, and which of its listeners are for them. */
export interface PlacesGateway {
  readonly isParent: (parent: Json) => boolean;
  readonly takes: (listener: Json | undefined) => boolean;
  readonly listeners: ReadonlyMap<string, Json>;
}

/** GKE's own, at the listeners with TLS; with a mesh the one behind it, which gets what GKE's took off TLS. */
export function placesGatewayOf(cluster: ClusterWorld): PlacesGateway {
  if (!cluster.mesh) return { isParent: isLabGateway, takes: isHttps, listeners: listenersOf(cluster) };
  return {
    isParent: (parent) => isGateway(parent, 'hosts', NAMES.meshIngressNamespace),
    takes: (listener) => listener !== undefined,
    listeners: listenersOf(cluster, 'hosts', NAMES.meshIngressNamespace),
  };
}

/** Whether a listener answers for a host: a wildcard stands for names below it, not for the name itself. */
export function answersFor(listener: Json | undefined, host: string): boolean {
  const hostname = textAt(listener, 'hostname') ?? '';
  return hostname.startsWith('*.') ? host.endsWith(hostname.slice(1)) : host === hostname;
}

export const isHttps = (listener: Json | undefined): boolean => textAt(listener, 'protocol') === 'HTTPS';

/** Whether a route's parent is the Gateway of the labs; its listener is another matter. */
export const isLabGateway = (parent: Json): boolean =>
  isGateway(parent, NAMES.gateway, NAMES.systemNamespace);

const isGateway = (parent: Json, name: string, namespace: string): boolean =>
  (textAt(parent, 'kind') ?? 'Gateway') === 'Gateway' &&
  textAt(parent, 'name') === name &&
  textAt(parent, 'namespace') === namespace;
