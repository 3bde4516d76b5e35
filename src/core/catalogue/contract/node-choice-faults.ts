import { GPU_TAINT } from '../../domain/gpu-machines';
import { shown } from '../../input/problem';
import { fieldAt, fieldsAt, listAt, numberAt, textAt } from '../../kubernetes/field-at';
import type { Fields } from '../../kubernetes/hardened-pod';
import { LONGEST_GOODBYE, NODE_LABELS, POOL_LABEL, TOLERATED } from '../../kubernetes/pod-bounds';
import type { ObjectFault } from './fault';
import type { PodMaker } from './pod-maker';

/** What the API of a place refuses of where pods run, beside whom, and how long they take to end. */
export function nodeChoiceFaults({ spec, path }: PodMaker): readonly ObjectFault[] {
  return [
    ...decidedByCell(spec, path),
    ...tolerationFaults(spec, path),
    ...selectorFaults(spec, path),
    ...nodeAffinityFaults(spec, path),
    ...podAffinityFaults(spec, path),
    ...goodbyeFaults(spec, path),
  ];
}

type At = ObjectFault['path'];

const decidedByCell = (spec: Fields, path: At): readonly ObjectFault[] =>
  ['nodeName', 'priorityClassName', 'runtimeClassName']
    .filter((field) => fieldAt(spec, field) !== undefined)
    .map((field) => ({
      path: [...path, field],
      message: 'the cell decides where and before whom pods run',
      got: shown(fieldAt(spec, field)),
      write: `no ${field}`,
    }));

const tolerationFaults = (spec: Fields, path: At): readonly ObjectFault[] =>
  listAt(spec, 'tolerations').flatMap((toleration, index) => {
    const key = textAt(toleration, 'key');
    const isFree = (TOLERATED as readonly (string | undefined)[]).includes(key);
    if (isFree && (key !== GPU || asksForGpu(spec))) return [];
    return [
      {
        path: [...path, 'tolerations', index],
        message: 'this taint keeps nodes for others',
        got: shown(key ?? 'all taints'),
        allowed: TOLERATED.join(', '),
        write: 'no such toleration',
      },
    ];
  });

const GPU = GPU_TAINT.key;

const asksForGpu = (spec: Fields): boolean =>
  ['containers', 'initContainers'].some((list) =>
    listAt(spec, list).some(
      (each) => !['undefined', '0'].includes(String(fieldAt(each, 'resources', 'limits', GPU))),
    ),
  );

const ONE_NODE = 'a pod of a place aims at no single node and no pool';
const ANY_NODE = `no ${[...NODE_LABELS, POOL_LABEL].join(', ')}`;

function selectorFaults(spec: Fields, path: At): readonly ObjectFault[] {
  return Object.entries(fieldsAt(spec, 'nodeSelector'))
    .filter(([key, value]) => isNodeLabel(key) || (key === POOL_LABEL && value !== 'lab'))
    .map(([key, value]) => ({
      path: [...path, 'nodeSelector', key],
      message: ONE_NODE,
      got: shown(value),
      write: ANY_NODE,
    }));
}

const isNodeLabel = (key: string): boolean => (NODE_LABELS as readonly string[]).includes(key);

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function nodeAffinityFaults(spec: Fields, path: At): readonly ObjectFault[] {
  const at = ['affinity', 'nodeAffinity'] as const;
  const terms = [
    ...listAt(spec, ...at, REQUIRED, 'nodeSelectorTerms'),
    ...listAt(spec, ...at, PREFERRED).map((term) => fieldsAt(term, 'preference')),
  ];
  const aims = terms.some(
    (term) =>
      fieldAt(term, 'matchFields') !== undefined ||
      listAt(term, 'matchExpressions').some(({ key }) => isNodeLabel(String(key)) || key === POOL_LABEL),
  );
  return aims ? [{ path: [...path, ...at], message: ONE_NODE, write: `${ANY_NODE}, no matchFields` }] : [];
}

function podAffinityFaults(spec: Fields, path: At): readonly ObjectFault[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap((kind) => {
    const terms = [
      ...listAt(spec, 'affinity', kind, REQUIRED),
      ...listAt(spec, 'affinity', kind, PREFERRED).map((term) => fieldsAt(term, 'podAffinityTerm')),
    ];
    const isWide = terms.some(
      (term) => fieldAt(term, 'namespaces') !== undefined || fieldAt(term, 'namespaceSelector') !== undefined,
    );
    if (!isWide) return [];
    return [
      {
        path: [...path, 'affinity', kind],
        message: 'pods of other places would be moved about',
        write: 'no namespaces, no namespaceSelector',
      },
    ];
  });
}

function goodbyeFaults(spec: Fields, path: At): readonly ObjectFault[] {
  const field = 'terminationGracePeriodSeconds';
  if ((numberAt(spec, field) ?? 0) <= LONGEST_GOODBYE) return [];
  return [
    {
      path: [...path, field],
      message: 'the pod may take too long to end, and a place goes only when its last pod has',
      got: shown(fieldAt(spec, field)),
      allowed: `at most ${LONGEST_GOODBYE}`,
      write: `${field}: 30`,
    },
  ];
}
