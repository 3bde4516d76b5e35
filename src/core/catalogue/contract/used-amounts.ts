import { Bytes, Cpu } from '../../domain/quantity';
import { fieldAt, fieldsAt, listAt, numberAt, textAt } from '../../kubernetes/field-at';
import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { CONTAINER_DEFAULTS } from '../../plan/container-defaults';
import type { Allowance } from '../allowance';
import type { PodContainer } from './pod-maker';
import { containersOf, podMakerOf } from './pod-maker';

/** What amounts of pods add up in. */
type PodAmounts = Omit<Allowance, 'storage' | 'pods' | 'volumes' | 'services'>;

const NO_AMOUNTS: PodAmounts = {
  cpu: Cpu.ZERO,
  cpuLimit: Cpu.ZERO,
  memory: Bytes.ZERO,
  memoryLimit: Bytes.ZERO,
  ephemeralStorage: Bytes.ZERO,
  gpus: 0,
};

const NOTHING: Allowance = { ...NO_AMOUNTS, storage: Bytes.ZERO, pods: 0, volumes: 0, services: 0 };

/** The most that objects of a place use together, as its quota counts it. */
export const usedBy = (objects: readonly PlacedObject[]): Allowance =>
  objects.map((object) => usedByOne(object, objects)).reduce(sumOf, NOTHING);

function usedByOne(object: PlacedObject, objects: readonly PlacedObject[]): Allowance {
  const services = object.kind === 'Service' ? 1 : 0;
  const claims = object.kind === 'PersistentVolumeClaim' ? [storageOf(object)] : [];
  const maker = podMakerOf(object, objects);
  if (maker === undefined) return { ...NOTHING, services, ...disks(claims, 1) };
  const { pods } = maker;
  const each = ofPod(containersOf(maker));
  const ephemeral = listAt(maker.spec, 'volumes')
    .filter((volume) => 'ephemeral' in volume)
    .map((volume) => storageOf(fieldsAt(volume, 'ephemeral', 'volumeClaimTemplate')));
  const claimed = listAt(object, 'spec', 'volumeClaimTemplates').map(storageOf);
  return {
    ...NOTHING,
    cpu: each.cpu.times(pods),
    cpuLimit: each.cpuLimit.times(pods),
    memory: each.memory.times(pods),
    memoryLimit: each.memoryLimit.times(pods),
    ephemeralStorage: each.ephemeralStorage.times(pods),
    gpus: each.gpus * pods,
    pods,
    ...disks([...claimed, ...ephemeral], pods),
  };
}

const disks = (sizes: readonly Bytes[], copies: number): Pick<Allowance, 'storage' | 'volumes'> => ({
  storage: sizes.reduce((sum, size) => sum.plus(size), Bytes.ZERO).times(copies),
  volumes: sizes.length * copies,
});

const storageOf = (claim: unknown): Bytes =>
  Bytes.tryParse(textAt(claim, 'spec', 'resources', 'requests', 'storage') ?? '') ?? Bytes.ZERO;

/** Those that stay count together; one that runs first counts where it needs more, with those that stay from before it. */
export function ofPod(containers: readonly PodContainer[]): PodAmounts {
  let [staying, peak] = [NO_AMOUNTS, NO_AMOUNTS];
  for (const { container, passes } of containers) {
    const together = sum(staying, ofContainer(container));
    if (passes) peak = most(peak, together);
    else staying = together;
  }
  return most(peak, staying);
}

/** What is not said is what the place gives to a container that says nothing. */
function ofContainer(container: Fields): PodAmounts {
  const { request, limit } = CONTAINER_DEFAULTS;
  const amount = <T>(kind: 'requests' | 'limits', name: string, parse: (text: string) => T | undefined) =>
    parse(String(fieldAt(container, 'resources', kind, name) ?? ''));
  const cpuLimit = amount('limits', 'cpu', Cpu.tryParse);
  const memoryLimit = amount('limits', 'memory', Bytes.tryParse);
  const scratch = amount('limits', 'ephemeral-storage', Bytes.tryParse);
  const gpus = fieldAt(container, 'resources', 'limits', 'nvidia.com/gpu');
  return {
    cpu: amount('requests', 'cpu', Cpu.tryParse) ?? cpuLimit ?? request.cpu,
    cpuLimit: cpuLimit ?? limit.cpu,
    memory: amount('requests', 'memory', Bytes.tryParse) ?? memoryLimit ?? request.memory,
    memoryLimit: memoryLimit ?? limit.memory,
    ephemeralStorage: scratch ?? limit.ephemeralStorage,
    gpus: numberAt(container, 'resources', 'limits', 'nvidia.com/gpu') ?? Number(gpus ?? 0),
  };
}

const sum = (a: PodAmounts, b: PodAmounts): PodAmounts => ({
  cpu: a.cpu.plus(b.cpu),
  cpuLimit: a.cpuLimit.plus(b.cpuLimit),
  memory: a.memory.plus(b.memory),
  memoryLimit: a.memoryLimit.plus(b.memoryLimit),
  ephemeralStorage: a.ephemeralStorage.plus(b.ephemeralStorage),
  gpus: a.gpus + b.gpus,
});

const most = (a: PodAmounts, b: PodAmounts): PodAmounts => ({
  cpu: a.cpu.atLeast(b.cpu),
  cpuLimit: a.cpuLimit.atLeast(b.cpuLimit),
  memory: a.memory.atLeast(b.memory),
  memoryLimit: a.memoryLimit.atLeast(b.memoryLimit),
  ephemeralStorage: a.ephemeralStorage.atLeast(b.ephemeralStorage),
  gpus: Math.max(a.gpus, b.gpus),
});

/** Two allowances together. */
export const sumOf = (a: Allowance, b: Allowance): Allowance => ({
  ...sum(a, b),
  storage: a.storage.plus(b.storage),
  pods: a.pods + b.pods,
  volumes: a.volumes + b.volumes,
  services: a.services + b.services,
});

/** Amounts of `used` that are more than `allowed`, by name: `memoryLimit 2Gi of 1Gi`. */
export function excessOf(used: Allowance, allowed: Allowance): readonly string[] {
  return (Object.keys(allowed) as (keyof Allowance)[])
    .filter((key) => numberOf(used[key]) > numberOf(allowed[key]))
    .map((key) => `${key} ${String(used[key])} of ${String(allowed[key])}`);
}

const numberOf = (amount: Cpu | Bytes | number): number =>
  amount instanceof Cpu ? amount.millis : amount instanceof Bytes ? amount.bytes : amount;
