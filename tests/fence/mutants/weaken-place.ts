import type { JsonMap } from '../../../src/prover/json-value';
import { at, listAt, mapAt } from '../../../src/prover/json-value';
import { edited, stripped } from './edits';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

const OF_OTHERS: Readonly<Record<string, keyof Stranger>> = {
  'practicum.dev/host': 'host',
  'practicum.dev/registry': 'registryPath',
  'practicum.dev/tenant': 'namespace',
};

/** A namespace without one of its labels or parameters, or with those of somebody else. */
export function weakenNamespace(object: JsonMap, stranger: Stranger): readonly Weakening[] {
  const fences = (key: string): boolean => key.startsWith('pod-security') || key.startsWith('practicum.dev/');
  const entries = (['labels', 'annotations'] as const).flatMap((field) =>
    Object.keys(mapAt(object, 'metadata', field))
      .filter(fences)
      .map((key) => ({ field, key })),
  );
  return [
    ...entries.map(({ field, key }) => ({
      what: `without ${key}`,
      object: stripped(object, ['metadata', field, key]),
    })),
    ...entries.flatMap(({ field, key }) => {
      const whose = OF_OTHERS[key];
      return whose === undefined
        ? []
        : [
            {
              what: `with another tenant's ${key}`,
              object: edited(object, ['metadata', field, key], stranger[whose]),
            },
          ];
    }),
    ...['enforce', 'warn', 'audit'].map((mode) => ({
      what: `with ${mode}: privileged`,
      object: edited(object, ['metadata', 'labels', `pod-security.kubernetes.io/${mode}`], 'privileged'),
    })),
    {
      what: 'with an enforced version of long ago',
      object: edited(object, ['metadata', 'labels', 'pod-security.kubernetes.io/enforce-version'], 'v1.0'),
    },
    {
      what: 'with load balancers for everyone',
      object: edited(object, ['metadata', 'annotations', 'practicum.dev/load-balancers'], 'external'),
    },
  ];
}

/** A quota without one of its bounds, or with one that bounds nothing. */
export function weakenQuota(object: JsonMap): readonly Weakening[] {
  const keys = Object.keys(mapAt(object, 'spec', 'hard'));
  return [
    leftOut,
    ...keys.map((key) => ({ what: `without ${key}`, object: stripped(object, ['spec', 'hard', key]) })),
    ...keys.map((key) => ({
      what: `with a thousand times as much of ${key}`,
      object: edited(object, ['spec', 'hard', key], '999999Ti'),
    })),
    { what: 'for pods that never end alone', object: edited(object, ['spec', 'scopes'], ['NotTerminating']) },
  ];
}

/** Limits of containers without one of their parts. */
export function weakenLimits(object: JsonMap): readonly Weakening[] {
  const limits = listAt(object, 'spec', 'limits');
  return [
    leftOut,
    ...limits.flatMap((limit, index) => {
      const type = String(at(limit, 'type'));
      const bounds = ['default', 'defaultRequest', 'max', 'min'].filter(
        (field) => at(limit, field) !== undefined,
      );
      return [
        { what: `without limits of a ${type}`, object: stripped(object, ['spec', 'limits', index]) },
        ...bounds.flatMap((field) =>
          Object.keys(mapAt(limit, field)).map((resource) => ({
            what: `without ${field} ${resource} of a ${type}`,
            object: stripped(object, ['spec', 'limits', index, field, resource]),
          })),
        ),
      ];
    }),
  ];
}
