import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import type { Finding, Step } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import type { Json } from '../json-value';
import { at, isMap, listAt, quoted, textsAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import type { ClusterWorld } from '../world';
import { STAFF_CALLERS } from './meant-mesh';

const OPEN = 'A place takes what no mesh encrypted';
const REACHED = 'The mesh lets into a place who has nothing to do there';

/**
 * What is wrong with the rules of the mesh in a place. They hold beside network policies and not in their place: each must
 * keep strangers out by itself.
 */
export function placeMeshFaults(cluster: ClusterWorld, place: PlaceRecord): readonly Finding[] {
  const of = (kind: string): readonly KubernetesDocument[] => cluster.objects.in(place.namespace, kind);
  const encryption = of('PeerAuthentication');
  const callers = of('AuthorizationPolicy');
  const lax = encryption.filter(({ object }) => quoted(at(object, 'spec')) !== STRICT);
  return [
    ...(encryption.length > lax.length
      ? []
      : [findingOf(place, 'guard', OPEN, placeStep(cluster, place, 'has no rule that takes mTLS alone'))]),
    ...lax.map((each) =>
      findingOf(place, 'guard', OPEN, stepThrough(each, `says ${quoted(at(each.object, 'spec'))}`)),
    ),
    ...callers.flatMap((policy) =>
      strangersIn(place, policy).map((who) =>
        findingOf(place, 'reach', REACHED, stepThrough(policy, `lets in ${who}`)),
      ),
    ),
    ...(callers.length > 0
      ? []
      : [findingOf(place, 'reach', REACHED, placeStep(cluster, place, 'has no rule of who may connect'))]),
    ...keptOut(place, callers).map((who) =>
      findingOf(
        place,
        'cannot work',
        `The mesh keeps out ${who}`,
        placeStep(cluster, place, `has no rule that lets in ${who}`),
      ),
    ),
  ];
}

const STRICT = quoted({ mtls: { mode: 'STRICT' } });

/** Whom a policy lets in beyond who is meant; what it says of others than callers is nothing that is known. */
function strangersIn({ namespace }: PlaceRecord, { object }: KubernetesDocument): readonly string[] {
  const spec = at(object, 'spec');
  const keys = isMap(spec) ? Object.keys(spec) : [];
  const others = keys.filter((key) => key !== 'action' && key !== 'rules');
  if (others.length > 0) return [`whom only ${others.join(', ')} would tell`];
  // To Istio, one that allows and has no rule allows nobody.
  if ((at(spec, 'action') ?? 'ALLOW') !== 'ALLOW')
    return [`all that ${quoted(at(spec, 'action'))} does not keep out`];
  return listAt(spec, 'rules').flatMap((rule) => {
    const sources = listAt(rule, 'from');
    const more = Object.keys(isMap(rule) ? rule : {}).filter((key) => key !== 'from');
    if (sources.length === 0) return ['everybody: a rule names no caller'];
    return [
      ...more.map((key) => `whom ${key} tells`),
      ...sources.flatMap((each) => strangersAt(at(each, 'source'), namespace)),
    ];
  });
}

function strangersAt(source: Json | undefined, own: string): readonly string[] {
  const fields = isMap(source) ? Object.keys(source) : [];
  if (fields.length === 0) return ['everybody: a source is empty'];
  return [
    ...fields.filter((key) => key !== 'namespaces' && key !== 'principals').map((key) => `whom ${key} tells`),
    ...textsAt(source, 'namespaces').filter((name) => name !== own),
    ...textsAt(source, 'principals').filter((name) => !Object.hasOwn(STAFF_CALLERS, name)),
  ];
}

/** Who must be let in and is not. */
function keptOut({ namespace }: PlaceRecord, policies: readonly KubernetesDocument[]): readonly string[] {
  const sources = policies
    .flatMap(({ object }) => listAt(object, 'spec', 'rules'))
    .flatMap((rule) => listAt(rule, 'from'))
    .map((each) => at(each, 'source'));
  const named = new Set(
    sources.flatMap((source) => [...textsAt(source, 'namespaces'), ...textsAt(source, 'principals')]),
  );
  const needed: Readonly<Record<string, string>> = {
    [namespace]: 'pods of the own namespace',
    ...STAFF_CALLERS,
  };
  return Object.entries(needed).flatMap(([who, called]) => (named.has(who) ? [] : [called]));
}

function findingOf({ handle }: PlaceRecord, kind: Finding['kind'], sentence: string, step: Step): Finding {
  const [from, to] = kind === 'cannot work' ? [handle, handle] : [EVERYONE_ELSE, handle];
  return { aspect: 'network', kind, from, to, sentence, path: [step], pairs: 1 };
}
