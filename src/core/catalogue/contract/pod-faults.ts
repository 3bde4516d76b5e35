import { fieldAt, fieldsAt, listAt, textAt } from '../../kubernetes/field-at';
import type { Fields } from '../../kubernetes/hardened-pod';
import { Bytes } from '../../domain/quantity';
import { shown } from '../../input/problem';
import { amountFaults } from './amount-faults';
import type { ObjectFault } from './fault';
import { kernelFaults } from './kernel-faults';
import { nodeChoiceFaults } from './node-choice-faults';
import type { PodContainer, PodMaker } from './pod-maker';
import { containersOf } from './pod-maker';
import { ofPod } from './used-amounts';

/** Fields that make a pod part of its node. */
const OF_THE_NODE = ['hostNetwork', 'hostPID', 'hostIPC', 'hostUsers'] as const;

/** Volumes that hold only what is the place's own; a claim is an object, so that it is counted. */
const VOLUMES = [
  'configMap',
  'downwardAPI',
  'emptyDir',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

export interface PodRules {
  /** Accounts beside `default` that pods may run as. */
  readonly accounts: readonly string[];
  /** Those of them that speak to the Kubernetes API, and so mount their token. */
  readonly withToken: readonly string[];
}

/** What keeps the pods of an object out of a place, or lets them do more than a toolkit may. */
export function podFaults(maker: PodMaker, rules: PodRules): readonly ObjectFault[] {
  const containers = containersOf(maker);
  return [
    ...nodeFaults(maker),
    ...nodeChoiceFaults(maker),
    ...kernelFaults(maker, containers),
    ...accountFaults(maker, rules),
    ...volumeFaults(maker, containers),
    ...containers.flatMap((each) => [...securityFaults(maker.spec, each), ...amountFaults(each)]),
    ...(containers.some(({ path }) => path.includes('containers'))
      ? []
      : [
          {
            path: maker.path,
            message: 'the pod has no container',
            write: 'containers: [{ name: …, image: … }]',
          },
        ]),
  ];
}

function nodeFaults({ spec, path }: PodMaker): readonly ObjectFault[] {
  const set = OF_THE_NODE.filter((field) => fieldAt(spec, field) !== undefined);
  return set.map((field) => ({
    path: [...path, field],
    message: 'a pod of a place has nothing of its node',
    got: shown(fieldAt(spec, field)),
    write: `no ${field}`,
  }));
}

function accountFaults({ spec, path }: PodMaker, { accounts, withToken }: PodRules): readonly ObjectFault[] {
  const account = textAt(spec, 'serviceAccountName') ?? textAt(spec, 'serviceAccount') ?? 'default';
  const known = ['default', ...accounts];
  const token = fieldAt(spec, 'automountServiceAccountToken');
  return [
    ...(known.includes(account)
      ? []
      : [
          {
            path: [...path, 'serviceAccountName'],
            message: 'a place has no such account',
            got: shown(account),
            allowed: `one of ${known.join(', ')}`,
            write: 'serviceAccountName: lab, for what reaches the bucket; or leave it out',
          },
        ]),
    ...(withToken.includes(account)
      ? []
      : [
          ...(token === false ? [] : [[...path, 'automountServiceAccountToken']]),
          ...listAt(spec, 'volumes').flatMap((volume, index) =>
            listAt(volume, 'projected', 'sources').flatMap((source, place) =>
              source['serviceAccountToken'] === undefined
                ? []
                : [[...path, 'volumes', index, 'projected', 'sources', place]],
            ),
          ),
        ].map((at) => ({
          path: at,
          message: 'the pod would mount a token of the Kubernetes API, which it does not reach',
          write: 'automountServiceAccountToken: false, and no serviceAccountToken among the volumes',
        }))),
  ];
}

function securityFaults(spec: Fields, { container, path }: PodContainer): readonly ObjectFault[] {
  const own = fieldsAt(container, 'securityContext');
  const pods = fieldsAt(spec, 'securityContext');
  const fault = (field: string, message: string, write: string): ObjectFault => ({
    path: [...path, 'securityContext', field],
    message,
    ...(own[field] === undefined ? {} : { got: shown(own[field]) }),
    write,
  });
  const user = own['runAsUser'] ?? pods['runAsUser'];
  const profile = textAt(own, 'seccompProfile', 'type') ?? textAt(pods, 'seccompProfile', 'type');
  const dropped = fieldAt(own, 'capabilities', 'drop');
  const added = fieldAt(own, 'capabilities', 'add');
  return [
    ...((own['runAsNonRoot'] ?? pods['runAsNonRoot']) === true && user !== 0
      ? []
      : [
          fault(
            'runAsNonRoot',
            'the container may run as root',
            'runAsNonRoot: true, and a runAsUser other than 0',
          ),
        ]),
    ...(profile === 'RuntimeDefault'
      ? []
      : [
          fault(
            'seccompProfile',
            'no seccomp profile holds for the container',
            'seccompProfile: { type: RuntimeDefault }',
          ),
        ]),
    ...(own['allowPrivilegeEscalation'] === false
      ? []
      : [
          fault(
            'allowPrivilegeEscalation',
            'the container may raise its rights',
            'allowPrivilegeEscalation: false',
          ),
        ]),
    ...(Array.isArray(dropped) && dropped.includes('ALL') && added === undefined
      ? []
      : [fault('capabilities', 'the container keeps capabilities', 'capabilities: { drop: [ALL] }')]),
    ...(own['privileged'] === undefined || own['privileged'] === false
      ? []
      : [fault('privileged', 'a privileged container has its node', 'no privileged')]),
    ...listAt(container, 'ports').flatMap((port, index) =>
      port['hostPort'] === undefined
        ? []
        : [
            {
              path: [...path, 'ports', index, 'hostPort'],
              message: "a port of the node is nobody's",
              write: 'no hostPort',
            },
          ],
    ),
  ];
}

function volumeFaults({ spec, path }: PodMaker, containers: readonly PodContainer[]): readonly ObjectFault[] {
  const room = ofPod(containers);
  const scratch = { disk: 0, memory: 0 };
  const faults = listAt(spec, 'volumes').flatMap((volume, index): readonly ObjectFault[] => {
    const at = [...path, 'volumes', index];
    const kind = Object.keys(volume).find((key) => key !== 'name') ?? 'emptyDir';
    if (!(VOLUMES as readonly string[]).includes(kind))
      return [
        {
          path: [...at, kind],
          message: 'a place has no such volume',
          got: kind,
          allowed: `one of ${VOLUMES.join(', ')}`,
          write: 'emptyDir: { sizeLimit: 256Mi }',
        },
      ];
    if (kind !== 'emptyDir') return [];
    const size = Bytes.tryParse(textAt(volume, 'emptyDir', 'sizeLimit') ?? '');
    if (size === undefined)
      return [
        {
          path: [...at, 'emptyDir'],
          message: 'the folder has no bound',
          write: 'emptyDir: { sizeLimit: 256Mi }',
        },
      ];
    scratch[textAt(volume, 'emptyDir', 'medium') === 'Memory' ? 'memory' : 'disk'] += size.bytes;
    return [];
  });
  const tooLarge = (of: string, has: string): ObjectFault => ({
    path: [...path, 'volumes'],
    message: `the folders hold more than the ${of} limits of the pod, which would be ended when they fill`,
    allowed: `${has} together`,
    write: `smaller sizeLimits, or larger ${of} limits`,
  });
  return [
    ...faults,
    ...(scratch.disk > room.ephemeralStorage.bytes
      ? [tooLarge('ephemeral-storage', room.ephemeralStorage.toString())]
      : []),
    ...(scratch.memory > room.memoryLimit.bytes ? [tooLarge('memory', room.memoryLimit.toString())] : []),
  ];
}
