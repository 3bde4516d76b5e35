import { machineHour, poolCosts } from '../../../src/core/calendar/node-cost';
import { MACHINE_TYPE_NAMES } from '../../../src/core/domain/machine-types';
import { priceListFor } from '../../../src/core/prices/price-list';
import { aPlan } from '../plan/a-plan';
import { aConfig } from '../sample-cohort';

const LIST = priceListFor('us-central1');

test('A machine costs its vCPUs and its memory', () => {
  expect(machineHour('e2-standard-4', LIST)).toBeCloseTo(4 * 0.02181159 + 16 * 0.00292353, 9);
  expect(machineHour('e2-highmem-8', LIST)).toBeCloseTo(8 * 0.02181159 + 64 * 0.00292353, 9);
  expect(machineHour('n2-standard-16', LIST)).toBeCloseTo(16 * 0.031611 + 64 * 0.004237, 9);
});

test('Every machine that a pool may have has a price', () => {
  for (const machine of MACHINE_TYPE_NAMES) expect(machineHour(machine, LIST)).toBeGreaterThan(0);
});

test('Pools cost from their fewest to their most nodes, at the prices that are known', () => {
  const plan = aPlan({ config: aConfig('nodes: { min: 2, max: 10 }\n') });
  const { pools, list } = poolCosts(plan);
  expect(list).toEqual({ region: 'us-west1', listRegion: 'us-central1' });
  expect(pools.map(({ name }) => name)).toEqual(['system', 'lab']);
  expect(pools[1]).toEqual({
    cell: 1,
    name: 'lab',
    machineType: 'e2-standard-4',
    spot: false,
    minNodes: 2,
    maxNodes: 10,
    // 0.134 for the machine, and 0.023 for a disk of 170 GB.
    leastUsdPerHour: 0.31,
    mostUsdPerHour: 1.57,
  });
});

test('Nodes with GPUs cost what their machine costs with the GPU, and their disk', () => {
  const plan = aPlan();
  const [cell, ...rest] = plan.cells;
  const { cluster } = cell!;
  const gpu = {
    ...cluster!.pools.lab,
    name: 'gpu',
    machineType: 'g2-standard-4',
    accelerator: 'nvidia-l4',
    sharedBy: 4,
    zones: [],
    maxNodes: 3,
  } as const;
  const cells = [{ ...cell!, cluster: { ...cluster!, pools: { ...cluster!.pools, gpu } } }, ...rest];
  const { pools } = poolCosts({ ...plan, cells });
  expect(pools.map(({ name }) => name)).toEqual(['system', 'lab', 'gpu']);
  expect(pools[2]).toMatchObject({ machineType: 'g2-standard-4', leastUsdPerHour: 0, mostUsdPerHour: 2.2 });
});
