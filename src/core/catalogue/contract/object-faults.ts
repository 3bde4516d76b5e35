import { LAB_ID } from '../../domain/ids';
import { Bytes } from '../../domain/quantity';
import { shown } from '../../input/problem';
import { fieldAt, fieldsAt, listAt, numberAt, textAt } from '../../kubernetes/field-at';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { SMALLEST_DISK } from '../../kubernetes/pod-bounds';
import type { ObjectFault } from './fault';
import type { PodRules } from './pod-faults';
import { podFaults } from './pod-faults';
import { podMakerOf } from './pod-maker';

/** Kinds that stand in a place, with the version of the API that they are written in. */
export const PLACED_KINDS: Readonly<Record<string, string>> = {
  ConfigMap: 'v1',
  CronJob: 'batch/v1',
  Deployment: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Job: 'batch/v1',
  PersistentVolumeClaim: 'v1',
  PodDisruptionBudget: 'policy/v1',
  Service: 'v1',
  StatefulSet: 'apps/v1',
};

/** Kinds that a student may apply beside those. */
export const STUDENT_KINDS: Readonly<Record<string, string>> = {
  ...PLACED_KINDS,
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  Pod: 'v1',
};

export interface ObjectRules extends PodRules {
  readonly kinds: Readonly<Record<string, string>>;
}

/** What keeps an object out of a place, whatever toolkit it is of. `objects` are all that stand beside it. */
export function objectFaults(
  object: PlacedObject,
  objects: readonly PlacedObject[],
  rules: ObjectRules,
): readonly ObjectFault[] {
  const kind = kindFaults(object, rules);
  if (kind.length > 0) return kind;
  const maker = podMakerOf(object, objects);
  return [
    ...metadataFaults(object),
    ...serviceFaults(object),
    ...scheduleFaults(object),
    ...claimFaults(object),
    ...autoscalerFaults(object, objects),
    ...(maker === undefined ? [] : podFaults(maker, rules)),
  ];
}

function kindFaults({ apiVersion, kind }: PlacedObject, { kinds }: ObjectRules): readonly ObjectFault[] {
  const version = Object.hasOwn(kinds, kind) ? kinds[kind]! : undefined;
  if (version === undefined)
    return [
      {
        path: ['kind'],
        message:
          kind === 'Secret'
            ? 'a Secret would stand in a file for all to read'
            : 'nothing of this kind stands in a place',
        got: shown(kind),
        allowed: `one of ${Object.keys(kinds).join(', ')}`,
        write:
          kind === 'Secret'
            ? 'its name and keys under "secrets": their values are drawn in the cluster'
            : 'one of those kinds',
      },
    ];
  if (version === apiVersion) return [];
  return [
    {
      path: ['apiVersion'],
      message: `a ${kind} is written in another version`,
      got: shown(apiVersion),
      allowed: version,
      write: `apiVersion: ${version}`,
    },
  ];
}

function metadataFaults({ metadata }: PlacedObject): readonly ObjectFault[] {
  const fields = ['namespace', 'generateName', 'finalizers', 'ownerReferences'] as const;
  return [
    ...fields
      .filter((field) => fieldAt(metadata, field) !== undefined)
      .map((field) => ({
        path: ['metadata', field],
        message:
          field === 'namespace'
            ? 'the place that it stands in is written by practicum'
            : `nothing in a place has ${field}`,
        got: shown(fieldAt(metadata, field)),
        write: `no ${field}`,
      })),
    ...(/^(?=.{1,52}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(metadata.name)
      ? []
      : [
          {
            path: ['metadata', 'name'],
            message: 'this is no name of an object',
            got: shown(metadata.name),
            allowed: LAB_ID.allowed.replace('20', '52'),
            write: 'name: my-tool',
          },
        ]),
  ];
}

function serviceFaults(object: PlacedObject): readonly ObjectFault[] {
  if (object.kind !== 'Service') return [];
  const type = textAt(object, 'spec', 'type') ?? 'ClusterIP';
  const strange = ['externalIPs', 'externalName', 'loadBalancerIP', 'loadBalancerClass'].filter(
    (field) => fieldAt(object, 'spec', field) !== undefined,
  );
  return [
    ...(type === 'ClusterIP'
      ? []
      : [
          {
            path: ['spec', 'type'],
            message: 'a Service of a toolkit is reached from its place only',
            got: shown(type),
            allowed: 'ClusterIP',
            write: 'type: ClusterIP',
          },
        ]),
    ...strange.map((field) => ({
      path: ['spec', field],
      message: 'a Service of a toolkit has an address of the cluster only',
      write: `no ${field}`,
    })),
  ];
}

/** Runs that may overlap have no most of pods. */
function scheduleFaults(object: PlacedObject): readonly ObjectFault[] {
  if (object.kind !== 'CronJob') return [];
  const policy = textAt(object, 'spec', 'concurrencyPolicy') ?? 'Allow';
  if (policy !== 'Allow') return [];
  return [
    {
      path: ['spec', 'concurrencyPolicy'],
      message: 'runs that overlap need more room with each',
      got: shown(policy),
      allowed: 'Forbid or Replace',
      write: 'concurrencyPolicy: Forbid',
    },
  ];
}

/** Every disk says how large it is, and none names a disk that is there already. */
function claimFaults(object: PlacedObject): readonly ObjectFault[] {
  const claims =
    object.kind === 'PersistentVolumeClaim'
      ? [{ claim: fieldsAt(object), path: [] as readonly (string | number)[] }]
      : listAt(object, 'spec', 'volumeClaimTemplates').map((claim, index) => ({
          claim,
          path: ['spec', 'volumeClaimTemplates', index] as readonly (string | number)[],
        }));
  return claims.flatMap(({ claim, path }) => {
    const size = fieldAt(claim, 'spec', 'resources', 'requests', 'storage');
    const bytes = typeof size === 'string' && /^\d+(Mi|Gi|Ti)$/.test(size) ? Bytes.tryParse(size) : undefined;
    return [
      ...(bytes !== undefined && bytes.bytes >= SMALLEST_DISK.bytes
        ? []
        : [
            {
              path: [...path, 'spec', 'resources', 'requests', 'storage'],
              message:
                bytes === undefined
                  ? 'the disk does not say how large it is'
                  : 'no disk of a place is as small',
              got: shown(size),
              allowed: `a whole number with Mi, Gi or Ti, ${SMALLEST_DISK.toString()} at least`,
              write: `storage: ${SMALLEST_DISK.toString()}`,
            },
          ]),
      ...(fieldAt(claim, 'spec', 'volumeName') === undefined
        ? []
        : [
            {
              path: [...path, 'spec', 'volumeName'],
              message: 'a place gets disks of its own',
              write: 'no volumeName',
            },
          ]),
    ];
  });
}

function autoscalerFaults(object: PlacedObject, objects: readonly PlacedObject[]): readonly ObjectFault[] {
  if (object.kind !== 'HorizontalPodAutoscaler') return [];
  const kind = textAt(object, 'spec', 'scaleTargetRef', 'kind');
  const name = textAt(object, 'spec', 'scaleTargetRef', 'name');
  const hasTarget = objects.some((each) => each.kind === kind && each.metadata.name === name);
  return [
    ...(numberAt(object, 'spec', 'maxReplicas') === undefined
      ? [{ path: ['spec', 'maxReplicas'], message: 'an autoscaler has a most', write: 'maxReplicas: 2' }]
      : []),
    ...(hasTarget
      ? []
      : [
          {
            path: ['spec', 'scaleTargetRef'],
            message: 'nothing stands that it scales',
            got: shown(name),
            write: 'the kind and name of a workload that stands beside it',
          },
        ]),
  ];
}
