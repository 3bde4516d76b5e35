import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import type { Roster } from '../../../src/core/roster/roster';
import { EXAMPLES, examplePlan } from '../../stacks/example-plans';
import { CAPACITY, COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import type { PlanParts } from './a-plan';
import { aPlan, after, tenantsOf } from './a-plan';

const GIB = 2 ** 30;

/**
 * What GKE leaves to pods of a boot disk, counted here apart from the plan: less what a node of 100 GB was seen to lack, a tenth
 * below which pods are evicted, and what GKE keeps for itself.
 */
function leftGib(diskGb: number): number {
  const seen = diskGb * (98_831_908 / (100 * 1024 * 1024));
  return seen * 0.9 - Math.min(diskGb / 2, 6 + 0.35 * diskGb, 100);
}

test('The sum is that of GKE: a node of 100 GB was seen to have 47,060,071,478 bytes for pods', () =>
  expect(leftGib(100) * GIB).toBeCloseTo(47_060_071_478, -4));

/** CPU in thousandths and memory in MiB for pods: what Google's page of reservations leaves, less a tenth. */
const NODES: Readonly<Record<string, { readonly millis: number; readonly mebi: number }>> = {
  'e2-standard-4': { millis: 3528, mebi: 12_257 },
  'e2-standard-8': { millis: 7119, mebi: 26_118 },
};

/** Room for images beside it. */
const IMAGES_GIB = 10;
const CLASS = 60;

describe.each(EXAMPLES.filter((example) => example !== 'tier-cluster'))('%s', (example) => {
  const plan = examplePlan(example);
  const { lab } = plan.cells[0]!.cluster!.pools;
  const quotas = plan.shards.flatMap(({ tenants }) => tenants.map(({ quota }) => quota));

  test('has nodes with the scratch space that a class is promised, of each kind of place, and with room for images', () => {
    const node = NODES[lab.machineType]!;
    for (const { cpu, memory, ephemeralStorage } of quotas) {
      const nodes = Math.max(
        (CLASS * cpu.millis) / node.millis,
        (CLASS * memory.bytes) / 2 ** 20 / node.mebi,
      );
      const promised = (CLASS * ephemeralStorage.gibi) / nodes;
      expect(promised).toBeGreaterThan(0);
      expect(promised + IMAGES_GIB).toBeLessThanOrEqual(leftGib(lab.diskGb));
    }
  });

  test('has as many nodes as its own places are promised scratch space, all together', () => {
    const promised = quotas.reduce((sum, { ephemeralStorage }) => sum + ephemeralStorage.gibi, 0);
    expect(promised).toBeLessThanOrEqual(lab.maxNodes * (leftGib(lab.diskGb) - IMAGES_GIB));
  });
});

test('The page about nodes tells the disks of the examples', () => {
  const page = readFileSync(join(HOME, 'docs', 'nodes.md'), 'utf8');
  const told = [...page.matchAll(/`examples\/([\w-]+)` *\| `([\w-]+)` *\|.*\| +(\d+) GB \|/g)];
  expect(told).toHaveLength(4);
  for (const [, example, machineType, diskGb] of told)
    expect(examplePlan(example as (typeof EXAMPLES)[number]).cells[0]!.cluster!.pools.lab).toMatchObject({
      machineType,
      diskGb: Number(diskGb),
    });
});

test('Nodes with GPUs of an example have the scratch space of those who take turns, and room for images with CUDA', () => {
  const { cells, shards } = examplePlan('csce790-fall');
  const gpu = cells[0]!.cluster!.pools.gpu!;
  const asking = shards.flatMap(({ tenants }) => tenants).filter(({ quota }) => quota.gpus > 0);
  expect(asking.length).toBeGreaterThan(0);
  // A g2-standard-4 has the cores and the memory of an e2-standard-4.
  const node = NODES['e2-standard-4']!;
  for (const { quota } of asking) {
    const { gpus, cpu, memory, ephemeralStorage } = quota;
    const cores = node.millis / cpu.millis;
    const places = Math.min(gpu.sharedBy / gpus, cores, node.mebi / (memory.bytes / 2 ** 20));
    expect(places * ephemeralStorage.gibi + 35).toBeLessThanOrEqual(leftGib(gpu.diskGb));
  }
});

describe('The disk of lab nodes', () => {
  const diskOf = (parts: PlanParts): number => aPlan(parts).cells[0]!.cluster!.pools.lab.diskGb;
  const classOf = (count: number): Roster =>
    aRoster(Array.from({ length: count }, (_, n) => aStudent(`s${n}`)));

  test('is the same however many students there are, also if one of them has another deadline', () => {
    expect([1, 2, 50, 400].map((count) => diskOf({ roster: classOf(count) }))).toEqual([170, 170, 170, 170]);
    const later = 'accommodations: [{ student: s1@example.edu, lab: lab1, extraDays: 30 }]\n';
    expect(diskOf({ roster: classOf(3), config: aConfig(later) })).toBe(170);
  });

  test('is the same after the last of them has left', () => {
    const roster = classOf(1);
    const ledger = enrolled(aConfig(), roster, aCourse(), CAPACITY);
    const gone = after(after(ledger, 'held', 's0@example.edu'), 'destroyed', 's0@example.edu');
    expect(diskOf({ roster, ledger: gone })).toBe(170);
  });

  test('grows with what a place is promised, and where more places find room on a node', () => {
    const course = aCourse(changed(COURSE, 'services: 2 }', 'services: 2, ephemeralStorage: 20Gi }'));
    expect(diskOf({ course })).toBe(290);
    expect(diskOf({ config: aConfig('nodes: { machineType: e2-standard-8 }\n') })).toBe(300);
    expect(diskOf({ config: aConfig('nodes: { machineType: e2-standard-2 }\n') })).toBe(100);
  });

  test('is smaller where memory lets fewer places onto a node', () => {
    const course = aCourse(changed(COURSE, 'memory: 1Gi, memoryLimit: 2Gi', 'memory: 4Gi, memoryLimit: 4Gi'));
    expect(diskOf({ course })).toBe(100);
  });

  test('has room for a whole place, also where that takes several nodes', () => {
    const course = aCourse(
      changed(COURSE, 'cpu: 500m, cpuLimit: 2,', 'cpu: 16, cpuLimit: 16, ephemeralStorage: 40Gi,'),
    );
    expect(leftGib(diskOf({ course }))).toBeGreaterThanOrEqual(80 + IMAGES_GIB);
  });

  test('has room for the image of Triton where a lab uses it', () => {
    const course = aCourse(changed(COURSE, '{ id: redis, setUp: student }', '{ id: triton }'));
    const { quota } = tenantsOf(aPlan({ course }))[0]!;
    const promised =
      quota.ephemeralStorage.gibi *
      Math.min(3528 / quota.cpu.millis, 12_257 / (quota.memory.bytes / 2 ** 20));
    expect(leftGib(diskOf({ course }))).toBeGreaterThanOrEqual(promised + IMAGES_GIB + 15);
  });
});

test('Nodes with GPUs have the scratch space of as many places as take turns, and room for images with CUDA', () => {
  const withGpu = changed(COURSE, 'services: 2 }', 'services: 2, gpus: 1, ephemeralStorage: 20Gi }');
  const gpuDisk = (more = ''): number =>
    aPlan({ course: aCourse(withGpu), config: aConfig(more) }).cells[0]!.cluster!.pools.gpu!.diskGb;
  // Two labs at once have two GPUs: two places share one, and each has 40 GiB.
  expect(leftGib(gpuDisk())).toBeGreaterThanOrEqual(2 * 40 + 35);
  expect(leftGib(gpuDisk('nodes: { gpu: { sharedBy: 1 } }\n'))).toBeGreaterThanOrEqual(40 + 35);
  expect(gpuDisk('nodes: { gpu: { sharedBy: 1 } }\n')).toBeLessThan(gpuDisk());
  // Three of them fill the cores of such a machine, however many may take turns.
  expect(gpuDisk('nodes: { gpu: { sharedBy: 48 } }\n')).toBe(gpuDisk('nodes: { gpu: { sharedBy: 12 } }\n'));
});

test('System nodes have the scratch space of as many hardened pods as find room on them', () => {
  const { system } = aPlan().cells[0]!.cluster!.pools;
  expect(leftGib(system.diskGb)).toBeGreaterThanOrEqual(64 * 0.125);
});
