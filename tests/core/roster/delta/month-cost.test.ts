import { Bytes, Cpu } from '../../../../src/core/domain/quantity';
import type { CohortPlan, TenantPlan } from '../../../../src/core/plan/cohort-plan';
import { mostUsdPerMonth } from '../../../../src/core/roster/delta/month-cost';
import { examplePlan } from '../../../stacks/example-plans';

const HOURS = 730;

/** A place of a cohort whose labs need GPUs, and what it would cost with other things in it. */
const plan = examplePlan('csce790-fall');
const place = plan.shards.flatMap(({ tenants }) => tenants).find(({ quota }) => quota.gpus > 0)!;
const cost = (more: Partial<TenantPlan> = {}, of: CohortPlan = plan): number =>
  mostUsdPerMonth({ ...place, ...more }, of);
const withoutGpus: Partial<TenantPlan> = { quota: { ...place.quota, gpus: 0 } };

test('A GPU of a quota costs its share of a node, for every hour of the month', () => {
  const { gpus } = place.quota;
  expect(gpus).toBeGreaterThan(0);
  // An L4 with its machine, on which four take turns.
  expect(cost() - cost(withoutGpus)).toBeCloseTo(((gpus * 0.71) / 4) * HOURS, 6);
});

test('Where nobody takes turns, and in a cluster of its own, it costs a whole one', () => {
  const alone = plan.cells.map((cell) => ({
    ...cell,
    cluster: {
      ...cell.cluster!,
      pools: { ...cell.cluster!.pools, gpu: { ...cell.cluster!.pools.gpu!, sharedBy: 1 } },
    },
  }));
  const whole = place.quota.gpus * 0.71 * HOURS;
  expect(cost({}, { ...plan, cells: alone }) - cost(withoutGpus)).toBeCloseTo(whole, 6);
  const cluster = {} as NonNullable<TenantPlan['cluster']>;
  expect(cost({ cluster }) - cost(withoutGpus)).toBeCloseTo(whole, 6);
});

test('A machine costs its processor, memory, way out and disk', () => {
  const machine = { machineType: 'e2-medium', diskGb: 20 } as NonNullable<TenantPlan['machine']>;
  const more = cost({ machine }) - cost();
  expect(more).toBeGreaterThan(20);
  expect(cost({ machine: { ...machine, machineType: 'e2-standard-2' } }) - cost()).toBeGreaterThan(
    1.8 * more,
  );
});

test('Scratch space costs its part of the disks of nodes', () => {
  const quota = { ...place.quota, ephemeralStorage: place.quota.ephemeralStorage.plus(Bytes.gibi(10)) };
  expect(cost({ quota }) - cost()).toBeCloseTo(2, 6);
});

test('A place without anything costs nothing', () => {
  const quota = {
    ...place.quota,
    cpu: Cpu.ZERO,
    memory: Bytes.ZERO,
    storage: Bytes.ZERO,
    ephemeralStorage: Bytes.ZERO,
    gpus: 0,
    loadBalancers: 0,
  };
  expect(cost({ quota })).toBe(0);
});
