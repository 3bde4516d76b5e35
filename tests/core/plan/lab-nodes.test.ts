import fc from 'fast-check';
import { MACHINE_TYPES } from '../../../src/core/domain/machine-types';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { nodesFor } from '../../../src/core/plan/lab-nodes';
import { MAX_PODS_PER_NODE } from '../../../src/core/plan/networks';
import { aConfig } from '../sample-cohort';
import { aPlan, tenantsOf } from './a-plan';

const [someone] = tenantsOf(aPlan());
const asking = (millis: number, mebi: number, pods: number) => ({
  quota: { ...someone!.quota, cpu: Cpu.millis(millis), memory: Bytes.mebi(mebi), pods },
});

test('Nodes are enough for what all places are promised: cores, memory, and pods', () => {
  const tenants = fc.array(
    fc
      .tuple(fc.nat({ max: 4000 }), fc.nat({ max: 8192 }), fc.nat({ max: 40 }))
      .map((each) => asking(...each)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      tenants,
      fc.constantFrom('e2-standard-4' as const, 'n2-standard-16' as const),
      (each, type) => {
        const nodes = nodesFor(each, type);
        const sum = (of: (quota: (typeof each)[number]['quota']) => number): number =>
          each.reduce((total, { quota }) => total + of(quota), 0);
        expect(sum(({ cpu }) => cpu.millis)).toBeLessThanOrEqual(nodes * MACHINE_TYPES[type].cpu.millis);
        expect(sum(({ memory }) => memory.bytes)).toBeLessThanOrEqual(
          nodes * MACHINE_TYPES[type].memory.bytes,
        );
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
    ),
  ).toBe(4));

test('A cell whose nodes are bounded below its promises is told, and one that is not bounded never is', () => {
  const crowd = Array.from({ length: 3 }, () => 'x');
  expect(crowd).toHaveLength(tenantsOf(aPlan()).length);
  expect(aPlan().notices).toEqual([]);
  const config = aConfig('nodes: { machineType: e2-standard-2, max: 1 }\n');
  expect(aPlan({ config }).notices).toEqual([
    'cell 1 has 1 lab nodes at most, and its 3 places together are promised what takes 2: pods wait while all work at once',
  ]);
});
