import { shown } from '../../input/problem';
import { fieldAt, textAt } from '../../kubernetes/field-at';
import type { ObjectFault } from './fault';
import type { PodContainer, PodMaker } from './pod-maker';

/** Fields of a securityContext that loosen what the kernel of a node holds pods to. */
const LOOSENING = ['procMount', 'seLinuxOptions', 'sysctls', 'windowsOptions'] as const;

/** What keeps pods out of a place because of the kernel that all places of a node share. */
export function kernelFaults(
  { spec, path }: PodMaker,
  containers: readonly PodContainer[],
): readonly ObjectFault[] {
  return [
    ...contextFaults(spec, path),
    ...containers.flatMap(({ container, path: at }) => contextFaults(container, at)),
  ];
}

function contextFaults(of: unknown, path: ObjectFault['path']): readonly ObjectFault[] {
  const context = [...path, 'securityContext'];
  const profile = textAt(of, 'securityContext', 'appArmorProfile', 'type') ?? 'RuntimeDefault';
  return [
    ...LOOSENING.filter((field) => fieldAt(of, 'securityContext', field) !== undefined).map((field) => ({
      path: [...context, field],
      message: 'the kernel of a node is the same for all its places',
      got: shown(fieldAt(of, 'securityContext', field)),
      write: `no ${field}`,
    })),
    ...(profile === 'RuntimeDefault'
      ? []
      : [
          {
            path: [...context, 'appArmorProfile'],
            message: 'no other AppArmor profile holds for a pod of a place',
            got: shown(profile),
            write: 'no appArmorProfile',
          },
        ]),
  ];
}
