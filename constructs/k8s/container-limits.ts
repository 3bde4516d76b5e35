import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Bytes } from '../../src/core/domain/quantity';
import { Cpu } from '../../src/core/domain/quantity';
import { SMALLEST_DISK } from '../../src/core/kubernetes/pod-bounds';
import { managedMetadata } from './managed-metadata';

/** CPU and memory of a container or pod. */
export interface ComputeAmount {
  readonly cpu: Cpu;
  readonly memory: Bytes;
}

/** CPU, memory and node disk of a container. */
export interface ContainerAmount extends ComputeAmount {
  readonly ephemeralStorage: Bytes;
}

export interface ContainerLimitsProps {
  readonly namespace: string;
  /** Limits of a container that states none. */
  readonly default: ContainerAmount;
  /** Requests of a container that states neither requests nor limits. */
  readonly defaultRequest: ContainerAmount;
  readonly maxContainer: ComputeAmount;
  readonly maxPod: ComputeAmount;
  readonly maxVolume: Bytes;
}

/**
 * LimitRange of a tenant: gives requests and limits to containers that state none, init containers included.
 *
 * Without it the quota would refuse every such pod.
 *
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export class ContainerLimits extends Construct {
  constructor(scope: Construct, id: string, props: ContainerLimitsProps) {
    super(scope, id);
    const { default: limit, defaultRequest: request, maxContainer, maxPod, maxVolume } = props;
    this.computeNotAbove('default request', request, 'default limit', limit);
    this.notAbove(
      'node disk',
      'default request',
      request.ephemeralStorage,
      'default limit',
      limit.ephemeralStorage,
    );
    this.computeNotAbove('default limit', limit, 'maximum of a container', maxContainer);
    this.computeNotAbove('maximum of a container', maxContainer, 'maximum of a pod', maxPod);
    this.notAbove('storage', 'minimum of a volume', SMALLEST_DISK, 'maximum of a volume', maxVolume);

    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: managedMetadata({ name: 'tenant', namespace: props.namespace }),
      spec: {
        limits: [
          {
            type: 'Container',
            default: containerResources(limit),
            defaultRequest: containerResources(request),
            max: computeResources(maxContainer),
          },
          { type: 'Pod', max: computeResources(maxPod) },
          {
            type: 'PersistentVolumeClaim',
            min: { storage: SMALLEST_DISK.toString() },
            max: { storage: maxVolume.toString() },
          },
        ],
      },
    });
  }

  private computeNotAbove(
    name: string,
    amount: ComputeAmount,
    boundName: string,
    bound: ComputeAmount,
  ): void {
    this.notAbove('CPU', name, amount.cpu, boundName, bound.cpu);
    this.notAbove('memory', name, amount.memory, boundName, bound.memory);
  }

  private notAbove<Amount extends Cpu | Bytes>(
    of: string,
    name: string,
    amount: Amount,
    boundName: string,
    bound: Amount,
  ): void {
    if (units(amount) <= units(bound)) return;
    throw new Error(
      `${this.node.path}: the ${name} is ${amount} of ${of}, above the ${boundName}, ${bound}: ` +
        'lower the one or raise the other',
    );
  }
}

const units = (amount: Cpu | Bytes): number => (amount instanceof Cpu ? amount.millis : amount.bytes);

const computeResources = ({ cpu, memory }: ComputeAmount): Record<string, string> => ({
  cpu: cpu.toString(),
  memory: memory.toString(),
});

const containerResources = (amount: ContainerAmount): Record<string, string> => ({
  ...computeResources(amount),
  'ephemeral-storage': amount.ephemeralStorage.toString(),
});
