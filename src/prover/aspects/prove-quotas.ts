import type { KubernetesDocument } from '../artifacts';
import type { PlaceRecord } from '../cohort-record';
import type { AspectProof, Finding } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import { grouped } from '../grouped';
import type { Json } from '../json-value';
import { at, labelsAt, listAt, quoted, textAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import { MEANT_LIMITS, MEANT_QUOTA } from '../quotas/meant-amounts';
import { readQuantity } from '../quotas/read-quantity';
import type { World } from '../world';

/** Quotas and limit ranges: that every amount is bounded in every place, and by no more than the record says. */
export function proveQuotas({ clusters }: World): AspectProof {
  const places = clusters.flatMap((cluster) => cluster.places.map((place) => ({ cluster, place })));
  const documents = places.flatMap(({ cluster: { objects }, place: { namespace } }) => [
    ...objects.in(namespace, 'ResourceQuota'),
    ...objects.in(namespace, 'LimitRange'),
  ]);
  return {
    aspect: 'quotas',
    about: 'ResourceQuotas and LimitRanges: every amount bounded, by no more than the plan says',
    objects: documents.length,
    classes: grouped(documents, ({ object }) => JSON.stringify(object['spec'])).size,
    findings: places.flatMap(({ cluster, place }) =>
      (['ResourceQuota', 'LimitRange'] as const).flatMap((kind): readonly Finding[] => {
        const [document, ...others] = cluster.objects.in(place.namespace, kind);
        const faultsIn = kind === 'ResourceQuota' ? quotaFaults : limitFaults;
        if (document === undefined)
          return [
            findingOf(place, `A place has no ${kind}: one tenant may use all that the cluster has`, [
              placeStep(cluster, place, `has no ${kind}`),
            ]),
          ];
        // Kubernetes holds to all quotas at once, and takes defaults from any limit range.
        const second = others.map(
          () => `there are ${others.length + 1} in one place, and defaults come from any`,
        );
        return [...faultsIn(place, document), ...(kind === 'LimitRange' ? second : [])].map((fault) =>
          findingOf(place, `A ${kind} leaves something open: ${fault}`, [stepThrough(document, fault)]),
        );
      }),
    ),
  };
}

function quotaFaults(place: PlaceRecord, { object }: KubernetesDocument): readonly string[] {
  const hard = labelsAt(object, 'spec', 'hard');
  const scoped = at(object, 'spec', 'scopes') ?? at(object, 'spec', 'scopeSelector');
  const amounts = Object.entries(MEANT_QUOTA).flatMap(([key, most]) =>
    amountFault(key, hard[key], most(place.quota)),
  );
  return [...(scoped === undefined ? [] : [`it counts only some pods: ${quoted(scoped)}`]), ...amounts];
}

function limitFaults(place: PlaceRecord, { object }: KubernetesDocument): readonly string[] {
  const limits = listAt(object, 'spec', 'limits');
  return MEANT_LIMITS.flatMap(({ type, field, resource, most }) => {
    const limit: Json | undefined = limits.find((each) => textAt(each, 'type') === type);
    return amountFault(
      `${field}.${resource} of a ${type}`,
      labelsAt(limit, field)[resource],
      most(place.quota),
    );
  });
}

function amountFault(key: string, text: string | undefined, most: number): readonly string[] {
  if (text === undefined) return [`nothing sets ${key}`];
  const amount = readQuantity(text);
  if (amount === undefined) return [`${key} is "${text}", which is no amount`];
  // A thousandth as reserve: fractions of a core are not exact.
  return amount <= most + 1e-3 ? [] : [`${key} is ${text}, more than the plan gives`];
}

const findingOf = ({ handle }: PlaceRecord, sentence: string, path: Finding['path']): Finding => ({
  aspect: 'quotas',
  kind: 'guard',
  from: handle,
  to: EVERYONE_ELSE,
  sentence,
  path,
  pairs: 1,
});
