import type { Bytes, Cpu } from '../../domain/quantity';
import type { Fields } from '../../kubernetes/hardened-pod';
import {
  CONTAINER_SECURITY,
  FILES_ANNOTATION,
  NAME_LABEL,
  TOOLKIT_LABEL,
  podSecurity,
} from '../../kubernetes/hardened-pod';
import { contentHash } from '../../domain/content-hash';
import type { PlacedObject } from '../../kubernetes/placed-object';

/** What one container may use. */
export interface ContainerAmounts {
  readonly cpu: Cpu;
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly memoryLimit: Bytes;
  /** Scratch space: log, and folders that go with the pod. @default '256Mi' */
  readonly scratch?: string;
}

/** Requests and limits of a container. */
export const amountsOf = ({
  cpu,
  cpuLimit,
  memory,
  memoryLimit,
  scratch = '256Mi',
}: ContainerAmounts): Fields => ({
  requests: { cpu: cpu.toString(), memory: memory.toString(), 'ephemeral-storage': scratch },
  limits: { cpu: cpuLimit.toString(), memory: memoryLimit.toString(), 'ephemeral-storage': scratch },
});

/** An environment as containers have it, in the order of its names. */
export const environment = (values: Readonly<Record<string, string>>): readonly Fields[] =>
  Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));

/** A variable whose value is in a Secret of the place. */
export const fromSecret = (name: string, secret: string, key: string): Fields => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

/** A container that writes only to its volumes and may raise no right. */
export const hardened = (container: Fields): Fields => ({
  securityContext: CONTAINER_SECURITY,
  ...container,
});

export interface StandingProps {
  /** Id of the toolkit, and name of the workload unless it has several. */
  readonly toolkit: string;
  /** @default - the toolkit's id */
  readonly name?: string;
  /** When awake. @default 1 */
  readonly replicas?: number;
  /** Id of the user that everything runs as. */
  readonly user: number;
  /** Account of the place: `lab` reaches the bucket without a key. @default - the account `default`, without a token */
  readonly account?: string;
  /** Whether its pods mount their account's token, and speak to the Kubernetes API. @default false */
  readonly token?: boolean;
  /** Labels of its pods beside name and toolkit: `prometheus.io/scrape` among them. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly initContainers?: readonly Fields[];
  readonly containers: readonly Fields[];
  readonly volumes?: readonly Fields[];
  /** What its ConfigMaps hold: a change starts its pods anew. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface DiskProps {
  /** Name of the volume. */
  readonly name: string;
  readonly size: Bytes;
}

const named = (toolkit: string, name: string): PlacedObject['metadata'] => ({
  name,
  labels: { [NAME_LABEL]: name, [TOOLKIT_LABEL]: toolkit },
});

function template(props: StandingProps): Fields {
  const { toolkit, name = toolkit, user, account, labels = {}, files = {}, initContainers = [] } = props;
  const annotations = {
    ...props.annotations,
    ...(Object.keys(files).length === 0 ? {} : { [FILES_ANNOTATION]: contentHash(...Object.values(files)) }),
  };
  return {
    metadata: {
      labels: { [NAME_LABEL]: name, [TOOLKIT_LABEL]: toolkit, ...labels },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: {
      ...(account === undefined ? {} : { serviceAccountName: account }),
      automountServiceAccountToken: props.token ?? false,
      enableServiceLinks: false,
      securityContext: podSecurity(user),
      ...(initContainers.length === 0 ? {} : { initContainers: initContainers.map(hardened) }),
      containers: props.containers.map(hardened),
      ...(props.volumes === undefined ? {} : { volumes: props.volumes }),
    },
  };
}

/** A Deployment of a toolkit. Its pods are never more than its replicas: a new one waits until the old is gone. */
export function deployment(props: StandingProps): PlacedObject {
  const { toolkit, name = toolkit, replicas = 1 } = props;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: named(toolkit, name),
    spec: {
      replicas,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: { [NAME_LABEL]: name } },
      template: template(props),
    },
  };
}

/** A StatefulSet of a toolkit, with a disk for each pod that stays while it sleeps and goes with it. */
export function statefulSet({ disk, ...props }: StandingProps & { readonly disk?: DiskProps }): PlacedObject {
  const { toolkit, name = toolkit, replicas = 1 } = props;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: named(toolkit, name),
    spec: {
      replicas,
      serviceName: name,
      selector: { matchLabels: { [NAME_LABEL]: name } },
      ...(disk === undefined
        ? {}
        : {
            persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
            volumeClaimTemplates: [
              {
                metadata: { name: disk.name },
                spec: {
                  accessModes: ['ReadWriteOnce'],
                  resources: { requests: { storage: disk.size.toString() } },
                },
              },
            ],
          }),
      template: template(props),
    },
  };
}

/** A Service with the name of a workload. */
export const service = (
  toolkit: string,
  ports: readonly { readonly name: string; readonly port: number; readonly targetPort?: number }[],
  { name = toolkit, headless = false }: { readonly name?: string; readonly headless?: boolean } = {},
): PlacedObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: named(toolkit, name),
  spec: {
    type: 'ClusterIP',
    ...(headless ? { clusterIP: 'None' } : {}),
    selector: { [NAME_LABEL]: name },
    ports: ports.map(({ name: port, port: number, targetPort = number }) => ({
      name: port,
      protocol: 'TCP',
      port: number,
      targetPort,
    })),
  },
});

/** A ConfigMap with files of a toolkit. */
export const configMap = (
  toolkit: string,
  data: Readonly<Record<string, string>>,
  name = toolkit,
): PlacedObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: named(toolkit, name), data });
