import { createHash } from 'node:crypto';
import type { Attributes, Value } from '../values/value';
import { isList, isRecord } from '../values/value';
import type { KubernetesObject } from './kubernetes-object';
import { describeRef, groupOf, namespaceOf, refOf, valueAt } from './kubernetes-object';

/** Something in Compute Engine that GKE makes because of an object, and removes after it. */
export interface ClusterSideEffect {
  readonly kind: 'forwarding rule' | 'firewall rule' | 'network endpoint group' | 'disk';
  readonly name: string;
  /** The object that it is there for. */
  readonly why: string;
  /** Name of the reserved address that a forwarding rule listens on. */
  readonly reservedAddress?: string;
}

/** Where side effects of one cluster's objects are kept: they outlive the cluster if the objects are not deleted first. */
export interface ClusterSideEffects {
  appear(effect: ClusterSideEffect): void;
  disappear(effect: ClusterSideEffect): void;
}

/** For a cluster whose side effects nobody asks for. */
export const NO_SIDE_EFFECTS: ClusterSideEffects = {
  appear: () => undefined,
  disappear: () => undefined,
};

/**
 * What GKE makes in Compute Engine for an object.
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/gateway-api and
 * https://github.com/kubernetes/ingress-gce (2026-11)
 */
export function sideEffectsOf(object: KubernetesObject): readonly ClusterSideEffect[] {
  const why = describeRef(refOf(object));
  const effect = (kind: ClusterSideEffect['kind'], prefix: string, part = ''): ClusterSideEffect => ({
    kind,
    name: effectName(prefix, object, part),
    why,
  });
  switch (`${groupOf(object.apiVersion)}/${object.kind}`) {
    case '/Service':
      return [
        ...(valueAt(object, ['spec', 'type']) === 'LoadBalancer'
          ? [effect('forwarding rule', 'a'), effect('firewall rule', 'k8s-fw-a')]
          : []),
        ...(hasStandaloneGroup(object) ? [effect('network endpoint group', 'k8s1')] : []),
      ];
    case 'gateway.networking.k8s.io/Gateway':
      return listenersOf(object).map((listener) => ({
        ...effect('forwarding rule', 'gkegw1', listener),
        ...reservedAddressOf(object),
      }));
    case 'gateway.networking.k8s.io/HTTPRoute':
    case 'gateway.networking.k8s.io/GRPCRoute':
      return backendsOf(object).map((service) => effect('network endpoint group', 'k8s1', service));
    case 'networking.k8s.io/Ingress':
      return [effect('forwarding rule', 'k8s2-fr')];
    case '/PersistentVolumeClaim':
      return [effect('disk', 'pvc')];
    default:
      return [];
  }
}

/** A name in Compute Engine: at most 63 characters, its own for each object. */
function effectName(prefix: string, object: KubernetesObject, part: string): string {
  const words = [namespaceOf(object) ?? '', object.metadata.name, part].filter((word) => word !== '');
  const hash = createHash('sha256')
    .update(`${object.kind}/${words.join('/')}`)
    .digest('hex')
    .slice(0, 8);
  const middle = words.join('-').replace(/[^a-z0-9-]+/g, '-');
  return `${prefix}-${middle.slice(0, 63 - prefix.length - hash.length - 2)}-${hash}`;
}

function hasStandaloneGroup({ metadata }: KubernetesObject): boolean {
  const annotation = valueAt(metadata, ['annotations', 'cloud.google.com/neg']);
  return typeof annotation === 'string' && annotation.includes('exposed_ports');
}

function listenersOf(object: KubernetesObject): readonly string[] {
  const listeners = valueAt(object, ['spec', 'listeners']);
  return isList(listeners) ? listeners.filter(isRecord).map(({ name }) => String(name)) : [];
}

function reservedAddressOf(object: KubernetesObject): { readonly reservedAddress?: string } {
  const named = records(valueAt(object, ['spec', 'addresses'])).find(({ type }) => type === 'NamedAddress');
  return named === undefined ? {} : { reservedAddress: String(named['value']) };
}

function backendsOf(object: KubernetesObject): readonly string[] {
  const rules = valueAt(object, ['spec', 'rules']);
  const refs = records(rules).flatMap((rule) => records(rule['backendRefs']));
  return [...new Set(refs.map(({ name }) => String(name)))];
}

const records = (value: Value | undefined): readonly Attributes[] =>
  isList(value) ? value.filter(isRecord) : [];
