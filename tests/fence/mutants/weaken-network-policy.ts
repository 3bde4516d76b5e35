import type { Json, JsonMap } from '../../../src/prover/json-value';
import { at, isList, listAt } from '../../../src/prover/json-value';
import { edited, extended, stripped } from './edits';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

const DIRECTIONS = [
  { rules: 'ingress', peers: 'from' },
  { rules: 'egress', peers: 'to' },
] as const;

/** A network policy that lets more through than it did. */
export function weakenNetworkPolicy(object: JsonMap, { namespace }: Stranger): readonly Weakening[] {
  const allows = DIRECTIONS.some(({ rules }) => listAt(object, 'spec', rules).length > 0);
  return [
    // One that only allows is no guard: without it less is let through.
    ...(allows ? [] : [leftOut]),
    ...listAt(object, 'spec', 'policyTypes').flatMap((type, index) =>
      allows
        ? []
        : [{ what: `without ${String(type)}`, object: stripped(object, ['spec', 'policyTypes', index]) }],
    ),
    ...DIRECTIONS.flatMap(({ rules, peers }) =>
      listAt(object, 'spec', rules).flatMap((rule, index) =>
        weakenRule(object, rule, ['spec', rules, index], peers, namespace),
      ),
    ),
    ...(allows
      ? []
      : DIRECTIONS.map(({ rules }) => ({
          what: `with an empty rule of ${rules}, which allows all`,
          object: edited(object, ['spec', rules], [{}]),
        }))),
    ...(allows
      ? []
      : [
          {
            what: 'for pods with a label alone',
            object: edited(object, ['spec', 'podSelector'], { matchLabels: { fenced: 'true' } }),
          },
        ]),
  ];
}

const EVERY_ADDRESS = { ipBlock: { cidr: '0.0.0.0/0' } };

function weakenRule(
  object: JsonMap,
  rule: Json,
  path: readonly (string | number)[],
  peers: string,
  stranger: string,
): readonly Weakening[] {
  const direction = `${String(path[1])} ${Number(path[2]) + 1}`;
  const list = listAt(rule, peers);
  const ofStranger = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': stranger } } };
  return [
    // A rule for everybody already is one.
    ...(list.length === 0
      ? []
      : [
          {
            what: `${direction} without ${peers}, which allows all`,
            object: stripped(object, [...path, peers]),
          },
        ]),
    {
      what: `${direction} with all namespaces`,
      object: extended(object, [...path, peers], { namespaceSelector: {} }),
    },
    {
      what: `${direction} with another tenant's namespace`,
      object: extended(object, [...path, peers], ofStranger),
    },
    ...(list.some((peer) => JSON.stringify(peer) === JSON.stringify(EVERY_ADDRESS))
      ? []
      : [
          {
            what: `${direction} with every address`,
            object: extended(object, [...path, peers], EVERY_ADDRESS),
          },
        ]),
    ...list.flatMap((peer, index) =>
      weakenPeer(object, peer, [...path, peers, index], `${direction}, peer ${index + 1}`),
    ),
  ];
}

function weakenPeer(
  object: JsonMap,
  peer: Json,
  path: readonly (string | number)[],
  direction: string,
): readonly Weakening[] {
  const except = at(peer, 'ipBlock', 'except');
  const ofNamespaces = at(peer, 'namespaceSelector') !== undefined;
  return [
    ...(isList(except)
      ? except.map((range, index) => ({
          what: `${direction} without the exception of ${String(range)}`,
          object: stripped(object, [...path, 'ipBlock', 'except', index]),
        }))
      : []),
    ...(ofNamespaces
      ? [
          {
            what: `${direction} with pods of every namespace in place of one`,
            object: edited(object, [...path, 'namespaceSelector'], {}),
          },
        ]
      : []),
    ...(ofNamespaces && at(peer, 'podSelector') !== undefined
      ? [
          {
            what: `${direction} with every pod of a namespace in place of some`,
            object: stripped(object, [...path, 'podSelector']),
          },
        ]
      : []),
    ...(at(peer, 'podSelector') !== undefined && !ofNamespaces
      ? [
          {
            what: `${direction} with such pods of every namespace`,
            object: edited(object, [...path, 'namespaceSelector'], {}),
          },
        ]
      : []),
  ];
}
