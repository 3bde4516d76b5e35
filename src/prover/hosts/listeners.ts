import { NAMES } from '../expected-names';
import type { Json } from '../json-value';
import { listAt, textAt } from '../json-value';
import type { ClusterWorld } from '../world';

/** Listeners of the Gateway of a cluster, by their names. */
export function listenersOf({ objects }: ClusterWorld): ReadonlyMap<string, Json> {
  const gateway = objects.tryFind('Gateway', NAMES.gateway, NAMES.systemNamespace);
  return new Map(
    listAt(gateway?.object, 'spec', 'listeners').map((listener) => [
      textAt(listener, 'name') ?? '',
      listener,
    ]),
  );
}

/** Whether a listener answers for a host: a wildcard stands for names below it, not for the name itself. */
export function answersFor(listener: Json | undefined, host: string): boolean {
  const hostname = textAt(listener, 'hostname') ?? '';
  return hostname.startsWith('*.') ? host.endsWith(hostname.slice(1)) : host === hostname;
}

export const isHttps = (listener: Json | undefined): boolean => textAt(listener, 'protocol') === 'HTTPS';

/** Whether a route's parent is the Gateway of the labs; its listener is another matter. */
export const isLabGateway = (parent: Json): boolean =>
  (textAt(parent, 'kind') ?? 'Gateway') === 'Gateway' &&
  textAt(parent, 'name') === NAMES.gateway &&
  textAt(parent, 'namespace') === NAMES.systemNamespace;
