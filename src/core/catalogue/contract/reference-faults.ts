import { shown } from '../../input/problem';
import { fieldAt, fieldsAt, listAt, textAt } from '../../kubernetes/field-at';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { SecretNeed } from '../toolkit';
import type { ObjectFault } from './fault';
import { containersOf, podMakerOf } from './pod-maker';
import type { PodMaker } from './pod-maker';

/** What is in a place beside the objects that are looked at. */
export interface Surroundings {
  readonly objects: readonly PlacedObject[];
  readonly secrets: readonly SecretNeed[];
}

/** Names of things that an object builds on, and that do not stand beside it. */
export function referenceFaults(object: PlacedObject, around: Surroundings): readonly ObjectFault[] {
  const maker = podMakerOf(object, around.objects);
  return [
    ...(maker === undefined ? [] : [...volumeFaults(maker, around), ...variableFaults(maker, around)]),
    ...selectorFaults(object, around),
    ...setFaults(object, around),
  ];
}

const has = ({ objects }: Surroundings, kind: string, name: string): boolean =>
  objects.some((each) => each.kind === kind && each.metadata.name === name);

function volumeFaults({ spec, path }: PodMaker, around: Surroundings): readonly ObjectFault[] {
  return listAt(spec, 'volumes').flatMap((volume, index) => {
    const at = [...path, 'volumes', index];
    const map = textAt(volume, 'configMap', 'name');
    const secret = textAt(volume, 'secret', 'secretName');
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    return [
      ...(map === undefined ||
      fieldAt(volume, 'configMap', 'optional') === true ||
      has(around, 'ConfigMap', map)
        ? []
        : [missing([...at, 'configMap'], 'ConfigMap', map)]),
      ...(claim === undefined || has(around, 'PersistentVolumeClaim', claim)
        ? []
        : [missing([...at, 'persistentVolumeClaim'], 'PersistentVolumeClaim', claim)]),
      ...(secret === undefined || fieldAt(volume, 'secret', 'optional') === true
        ? []
        : secretFaults([...at, 'secret'], secret, undefined, around)),
    ];
  });
}

function variableFaults(maker: PodMaker, around: Surroundings): readonly ObjectFault[] {
  return containersOf(maker).flatMap(({ container, path }) => [
    ...listAt(container, 'env').flatMap((variable, index) => {
      const from = fieldsAt(variable, 'valueFrom', 'secretKeyRef');
      const name = textAt(from, 'name');
      if (name === undefined || from['optional'] === true) return [];
      return secretFaults([...path, 'env', index], name, textAt(from, 'key'), around);
    }),
    ...listAt(container, 'envFrom').flatMap((source, index) => {
      const name = textAt(source, 'secretRef', 'name');
      if (name === undefined || fieldAt(source, 'secretRef', 'optional') === true) return [];
      return secretFaults([...path, 'envFrom', index], name, undefined, around);
    }),
  ]);
}

function secretFaults(
  path: ObjectFault['path'],
  name: string,
  key: string | undefined,
  { secrets }: Surroundings,
): readonly ObjectFault[] {
  const need = secrets.find((each) => each.name === name);
  if (need === undefined)
    return [
      {
        path,
        message: 'nobody makes this Secret',
        got: shown(name),
        allowed: `one that "secrets" names: ${secrets.map((each) => each.name).join(', ') || 'none yet'}`,
        write: `secrets: [{ name: ${name}, keys: [password] }]`,
      },
    ];
  if (key === undefined || need.keys.includes(key)) return [];
  return [
    {
      path,
      message: `the Secret ${name} has no such key`,
      got: shown(key),
      allowed: need.keys.join(', '),
      write: `key: ${need.keys[0] ?? 'password'}`,
    },
  ];
}

/** A Service that finds no pod answers nobody. */
function selectorFaults(object: PlacedObject, around: Surroundings): readonly ObjectFault[] {
  if (object.kind !== 'Service') return [];
  const selector = Object.entries(fieldsAt(object, 'spec', 'selector'));
  const found = around.objects.some((each) => {
    const labels = fieldsAt(podMakerOf(each, around.objects)?.metadata, 'labels');
    return selector.every(([key, value]) => labels[key] === value) && Object.keys(labels).length > 0;
  });
  return selector.length > 0 && found
    ? []
    : [
        {
          path: ['spec', 'selector'],
          message: 'no pod that stands here has these labels',
          got: shown(Object.fromEntries(selector)),
          write: 'labels that the template of the pods has',
        },
      ];
}

function setFaults(object: PlacedObject, around: Surroundings): readonly ObjectFault[] {
  const name = object.kind === 'StatefulSet' ? textAt(object, 'spec', 'serviceName') : undefined;
  return name === undefined || has(around, 'Service', name)
    ? []
    : [missing(['spec', 'serviceName'], 'Service', name)];
}

const missing = (path: ObjectFault['path'], kind: string, name: string): ObjectFault => ({
  path,
  message: `no ${kind} of this name stands here`,
  got: shown(name),
  write: `a ${kind} with the name ${name} beside it`,
});
