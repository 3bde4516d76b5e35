import fc from 'fast-check';
import { MACHINE_TYPES } from '../../../src/core/domain/machine-types';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { nodesFor } from '../../../src/core/plan/lab-nodes';
import { MAX_PODS_PER_NODE } from '../../../src/core/plan/networks';
import { aConfig } from '../sample-cohort';
import { BY_TAG, aPlan, tenantsOf } from './a-plan';

const [someone] = tenantsOf(aPlan());
const asking = (millis: number, mebi: number, pods: number, scratch = 0) => ({
  quota: {
    ...someone!.quota,
    cpu: Cpu.millis(millis),
    memory: Bytes.mebi(mebi),
    ephemeralStorage: Bytes.mebi(scratch),
    pods,
  },
});
/** GiB of scratch space that a node has for places. */
const SCRATCH_GIB = 40;

test('Nodes are enough for what all places are promised: cores, memory, scratch space, and pods', () => {
  const tenants = fc.array(
    fc
      .tuple(fc.nat({ max: 4000 }), fc.nat({ max: 8192 }), fc.nat({ max: 40 }), fc.nat({ max: 99_999 }))
      .map((each) => asking(...each)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      tenants,
      fc.constantFrom('e2-standard-4' as const, 'n2-standard-16' as const),
      (each, type) => {
        const nodes = nodesFor(each, type, SCRATCH_GIB);
        const sum = (of: (quota: (typeof each)[number]['quota']) => number): number =>
          each.reduce((total, { quota }) => total + of(quota), 0);
        expect(sum(({ cpu }) => cpu.millis)).toBeLessThanOrEqual(nodes * MACHINE_TYPES[type].cpu.millis);
        expect(sum(({ memory }) => memory.bytes)).toBeLessThanOrEqual(
          nodes * MACHINE_TYPES[type].memory.bytes,
        );
        expect(sum(({ ephemeralStorage }) => ephemeralStorage.gibi)).toBeLessThanOrEqual(nodes * SCRATCH_GIB);
        expect(sum(({ pods }) => pods)).toBeLessThanOrEqual(nodes * MAX_PODS_PER_NODE);
      },
    ),
  );
});

test('Many small pods need nodes though they need no cores', () =>
  expect(
    nodesFor(
      Array.from({ length: 10 }, () => asking(10, 64, 20)),
      'e2-standard-16',
      SCRATCH_GIB,
    ),
  ).toBe(4));

test('Who is promised more scratch space than the rest needs nodes for it', () =>
  expect(
    nodesFor([asking(10, 64, 2, 60 * 1024), asking(10, 64, 2, 60 * 1024)], 'e2-standard-16', SCRATCH_GIB),
  ).toBe(3));

test('A cell whose nodes are bounded below its promises is told, and one that is not bounded never is', () => {
  const crowd = Array.from({ length: 3 }, () => 'x');
  expect(crowd).toHaveLength(tenantsOf(aPlan()).length);
  expect(aPlan().notices).toEqual([BY_TAG]);
  const config = aConfig('nodes: { machineType: e2-standard-2, max: 1 }\n');
  expect(aPlan({ config }).notices).toEqual([
    'cell 1 has 1 lab nodes at most, and its 3 places together are promised what takes 2: pods wait while all work at once',
    BY_TAG,
  ]);
});
