import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import { grouped } from '../grouped';
import type { Json } from '../json-value';
import { at, isMap, labelsAt, listAt, textsAt } from '../json-value';
import { nameOf } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';

/** Stands for a tenant's own namespace where its policies name it. */
export const OWN_NAMESPACE = '<its own namespace>';

export type Direction = 'Ingress' | 'Egress';

/** What one rule of a policy lets through. */
export interface Allowance {
  readonly direction: Direction;
  /** The policy's place in its class. */
  readonly policy: number;
  /** Undefined: everybody. */
  readonly peer: Json | undefined;
  /** `<protocol>/<port>`, a number after a dash for a range; undefined: all. */
  readonly ports: readonly string[] | undefined;
}

/** Tenants whose network policies are the same but for the namespace. */
export interface NetworkClass {
  readonly places: readonly PlaceRecord[];
  /** Policies of the first place. */
  readonly policies: readonly KubernetesDocument[];
  readonly specs: readonly Json[];
  readonly allowances: readonly Allowance[];
}

/** The classes of a cluster: 1,000 tenants with the same policies are one. */
export function networkClasses({ places, objects }: ClusterWorld): readonly NetworkClass[] {
  const of = places.map((place) => {
    const policies = [...objects.in(place.namespace, 'NetworkPolicy')].sort((a, b) =>
      nameOf(a) < nameOf(b) ? -1 : 1,
    );
    const specs = policies.map(({ object }) => withoutOwnName(at(object, 'spec') ?? {}, place.namespace));
    return { place, policies, specs };
  });
  const keyOf = ({ policies, specs }: (typeof of)[number]): string =>
    JSON.stringify([policies.map(nameOf), specs]);
  return [...grouped(of, keyOf).values()].map((members) => {
    const [{ policies, specs }] = members as [(typeof of)[number]];
    return {
      places: members.map(({ place }) => place),
      policies,
      specs,
      allowances: specs.flatMap(allowancesOf),
    };
  });
}

/**
 * `spec` with a placeholder where a selector asks for the tenant's own namespace by the one label that no
 * other namespace can carry. Another label's value stays, whatever it is.
 */
function withoutOwnName(spec: Json, own: string): Json {
  if (Array.isArray(spec)) return (spec as readonly Json[]).map((each) => withoutOwnName(each, own));
  if (!isMap(spec)) return spec;
  const isNameExpression = spec['key'] === NAMES.namespaceNameLabel;
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => {
      if (key === NAMES.namespaceNameLabel && value === own) return [key, OWN_NAMESPACE];
      if (key === 'values' && isNameExpression)
        return [key, textsAt(spec, 'values').map((name) => (name === own ? OWN_NAMESPACE : name))];
      return [key, withoutOwnName(value, own)];
    }),
  );
}

/** Directions that a policy closes for the pods that it selects. */
export function closedBy(spec: Json): readonly Direction[] {
  const types = textsAt(spec, 'policyTypes').filter((type) => type === 'Ingress' || type === 'Egress');
  if (types.length > 0) return types as readonly Direction[];
  return at(spec, 'egress') === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}

/** What each rule of a policy lets through. */
export function allowancesOf(spec: Json, policy: number): readonly Allowance[] {
  return closedBy(spec).flatMap((direction) => {
    const [rules, peers] =
      direction === 'Ingress' ? (['ingress', 'from'] as const) : (['egress', 'to'] as const);
    return listAt(spec, rules).flatMap((rule): readonly Allowance[] => {
      const ports = listAt(rule, 'ports').length === 0 ? undefined : listAt(rule, 'ports').map(portText);
      const named = listAt(rule, peers);
      return (named.length === 0 ? [undefined] : named).map((peer) => ({ direction, policy, peer, ports }));
    });
  });
}

function portText(port: Json): string {
  const { protocol = 'TCP', port: number = 'any', endPort } = labelsAt(port);
  return `${protocol}/${number}${endPort === undefined ? '' : `-${endPort}`}`;
}
