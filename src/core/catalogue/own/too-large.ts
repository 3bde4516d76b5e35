import { Bytes, Cpu } from '../../domain/quantity';
import { shown } from '../../input/problem';
import { fieldAt, listAt, numberAt } from '../../kubernetes/field-at';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ObjectFault } from '../contract/fault';
import { containersOf, podMakerOf } from '../contract/pod-maker';

const MOST_PODS = 50;
const MOST_CPU = Cpu.parse('64');
const MOST_BYTES = Bytes.parse('1Ti');

const COUNTS = [
  ['spec', 'replicas'],
  ['spec', 'parallelism'],
  ['spec', 'completions'],
  ['spec', 'maxReplicas'],
  ['spec', 'jobTemplate', 'spec', 'parallelism'],
] as const;

/** Amounts that no place has: told before anything is added up. */
export function tooLargeFaults(
  object: PlacedObject,
  objects: readonly PlacedObject[],
): readonly ObjectFault[] {
  const counts = COUNTS.flatMap((path) => {
    const count = numberAt(object, ...path);
    const given = fieldAt(object, ...path);
    if (
      given === undefined ||
      (count !== undefined && Number.isInteger(count) && count >= 0 && count <= MOST_PODS)
    )
      return [];
    return [
      {
        path,
        message: 'this is no number of pods of a place',
        got: shown(given),
        allowed: `0 to ${MOST_PODS}`,
        write: `${path.at(-1)!}: 1`,
      },
    ];
  });
  const maker = podMakerOf(object, objects);
  const containers = maker === undefined ? [] : containersOf(maker);
  return [
    ...counts,
    ...containers.flatMap(({ container, path }) => [
      ...large(container, [...path], ['resources', 'limits', 'cpu']),
      ...large(container, [...path], ['resources', 'limits', 'memory']),
      ...large(container, [...path], ['resources', 'limits', 'ephemeral-storage']),
    ]),
    ...large(object, [], ['spec', 'resources', 'requests', 'storage']),
    ...listAt(object, 'spec', 'volumeClaimTemplates').flatMap((claim, index) =>
      large(claim, ['spec', 'volumeClaimTemplates', index], ['spec', 'resources', 'requests', 'storage']),
    ),
  ];
}

function large(value: unknown, at: ObjectFault['path'], path: readonly string[]): readonly ObjectFault[] {
  const text = String(fieldAt(value, ...path) ?? '');
  const isCpu = path.at(-1) === 'cpu';
  const amount = isCpu ? Cpu.tryParse(text)?.millis : Bytes.tryParse(text)?.bytes;
  const most = isCpu ? MOST_CPU.millis : MOST_BYTES.bytes;
  if (amount === undefined || amount <= most) return [];
  const allowed = isCpu ? MOST_CPU.toString() : MOST_BYTES.toString();
  return [
    {
      path: [...at, ...path],
      message: 'no place has as much',
      got: shown(text),
      allowed: `at most ${allowed}`,
      write: `${path.at(-1)!}: ${isCpu ? '1' : '1Gi'}`,
    },
  ];
}
