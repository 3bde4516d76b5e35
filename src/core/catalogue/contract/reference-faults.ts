import { shown } from '../../input/problem';
import { fieldsAt, listAt, textAt } from '../../kubernetes/field-at';
import type { Fields } from '../../kubernetes/hardened-pod';
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
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    return [
      ...(claim === undefined || has(around, 'PersistentVolumeClaim', claim)
        ? []
        : [missing([...at, 'persistentVolumeClaim'], 'PersistentVolumeClaim', claim)]),
      ...mapFaults([...at, 'configMap'], fieldsAt(volume, 'configMap'), around),
      ...wholeFaults([...at, 'secret'], fieldsAt(volume, 'secret'), around),
      ...listAt(volume, 'projected', 'sources').flatMap((source, place) => [
        ...mapFaults([...at, 'projected', 'sources', place], fieldsAt(source, 'configMap'), around),
        ...wholeFaults([...at, 'projected', 'sources', place], fieldsAt(source, 'secret'), around),
      ]),
    ];
  });
}

function variableFaults(maker: PodMaker, around: Surroundings): readonly ObjectFault[] {
  return containersOf(maker).flatMap(({ container, path }) => [
    ...listAt(container, 'env').flatMap((variable, index) => {
      const at = [...path, 'env', index];
      const from = fieldsAt(variable, 'valueFrom', 'secretKeyRef');
      const name = textAt(from, 'name');
      return [
        ...mapFaults(at, fieldsAt(variable, 'valueFrom', 'configMapKeyRef'), around),
        ...(name === undefined || from['optional'] === true
          ? []
          : secretFaults(at, name, textAt(from, 'key'), around)),
      ];
    }),
    ...listAt(container, 'envFrom').flatMap((source, index) => [
      ...mapFaults([...path, 'envFrom', index], fieldsAt(source, 'configMapRef'), around),
      ...wholeFaults([...path, 'envFrom', index], fieldsAt(source, 'secretRef'), around),
    ]),
  ]);
}

/** Of what names a ConfigMap; nothing where it names none. */
function mapFaults(path: ObjectFault['path'], from: Fields, around: Surroundings): readonly ObjectFault[] {
  const name = textAt(from, 'name');
  return name === undefined || from['optional'] === true || has(around, 'ConfigMap', name)
    ? []
    : [missing(path, 'ConfigMap', name)];
}

/** Of what takes a Secret with all its keys: by `secretName` in a volume of its own, by `name` elsewhere. */
function wholeFaults(path: ObjectFault['path'], from: Fields, around: Surroundings): readonly ObjectFault[] {
  const name = textAt(from, 'secretName') ?? textAt(from, 'name');
  return name === undefined || from['optional'] === true ? [] : secretFaults(path, name, undefined, around);
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
