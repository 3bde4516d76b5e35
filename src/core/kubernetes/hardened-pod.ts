import type { Bytes, Cpu } from '../domain/quantity';
import { LABEL_DOMAIN } from '../domain/names';

/** Plain fields of a Kubernetes object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Label that tells the programs of the monitoring namespace apart, for Services and network policies. */
export const NAME_LABEL = 'app.kubernetes.io/name';
/** Label of what a toolkit puts into a place; its value is the toolkit's id. */
export const TOOLKIT_LABEL = `${LABEL_DOMAIN}/toolkit`;
/** Annotation that restarts a pod when its files change; they are read at the start only. */
export const FILES_ANNOTATION = `${LABEL_DOMAIN}/files`;

/** Security of a pod that the level `restricted` takes. */
export const podSecurity = (user: number): Fields => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  seccompProfile: { type: 'RuntimeDefault' },
});

/** Security of a container that writes only to its volumes. */
export const CONTAINER_SECURITY: Fields = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

export interface Amounts {
  readonly cpu: Cpu;
  /** @default - as much as the node has to spare */
  readonly cpuLimit?: Cpu;
  readonly memory: Bytes;
  /** @default - no more than is asked for */
  readonly memoryLimit?: Bytes;
}

/** Little is written outside of volumes: a log, of which the kubelet keeps 50 MiB. */
const SCRATCH = '128Mi';

/** Requests and limits of a container. */
export const resources = ({ cpu, cpuLimit, memory, memoryLimit = memory }: Amounts): Fields => ({
  requests: { cpu: cpu.toString(), memory: memory.toString(), 'ephemeral-storage': SCRATCH },
  limits: {
    ...(cpuLimit === undefined ? {} : { cpu: cpuLimit.toString() }),
    memory: memoryLimit.toString(),
    'ephemeral-storage': SCRATCH,
  },
});

/** Where the programs of a cell run: on the nodes kept free of tenants' pods. */
export const ON_SYSTEM_NODES: Fields = {
  nodeSelector: { [`${LABEL_DOMAIN}/pool`]: 'system' },
  tolerations: [
    {
      key: 'components.gke.io/gke-managed-components',
      operator: 'Equal',
      value: 'true',
      effect: 'NoSchedule',
    },
  ],
};
