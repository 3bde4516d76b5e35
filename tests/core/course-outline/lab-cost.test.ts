import fc from 'fast-check';
import {
  HOURS_A_WEEK,
  gpuShareHour,
  itemsHour,
  labCost,
  perStudent,
  sumOf,
} from '../../../src/core/course-outline/lab-cost';
import { machineItems } from '../../../src/core/catalogue/vm/machine-costs';
import { MACHINE_SHAPES } from '../../../src/core/catalogue/vm/machine-shapes';
import { findToolkit } from '../../../src/core/catalogue/catalogue';
import type { ToolkitId } from '../../../src/core/domain/ids';
import type { Window } from '../../../src/core/course/calendar';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { priceListFor } from '../../../src/core/prices/price-list';
import { aPlan, tenantsOf } from '../plan/a-plan';

const PRICES = priceListFor('us-central1');
const [someone] = tenantsOf(aPlan());
const needing = (millis: number, gibi: number, disk = 0) => ({
  ...someone!.quota,
  cpu: Cpu.millis(millis),
  memory: Bytes.gibi(gibi),
  storage: Bytes.gibi(disk),
  ephemeralStorage: Bytes.ZERO,
  loadBalancers: 0,
});
/** A week, and a day in which late work is accepted. */
const WEEK = {
  lab: 'lab1',
  opens: '2027-01-04T00:00:00Z',
  due: '2027-01-11T00:00:00Z',
  closes: '2027-01-12T00:00:00Z',
} as unknown as Window;

test('A core for a week costs its hours of work, or all hours until nothing is accepted', () => {
  const { vcpuHour } = PRICES.machines.e2;
  const cost = labCost(needing(1000, 0), WEEK, PRICES);
  expect(cost.usedUsd).toBeCloseTo(HOURS_A_WEEK * vcpuHour.usd, 10);
  expect(cost.mostUsd).toBeCloseTo(8 * 24 * vcpuHour.usd, 10);
});

test('A disk costs the same whether anybody works or not', () => {
  const { usedUsd } = labCost(needing(0, 0, 10), WEEK, PRICES);
  expect(usedUsd).toBeCloseTo((10 * PRICES.balancedDiskGibMonth.usd * 7 * 24) / PRICES.hoursPerMonth, 10);
});

test('Scratch space costs twice as much of a boot disk, for as long as pods run', () => {
  const needs = { ...needing(0, 0), ephemeralStorage: Bytes.gibi(10) };
  const { usedUsd, mostUsd } = labCost(needs, WEEK, PRICES);
  expect(usedUsd).toBeCloseTo((20 * 0.1 * HOURS_A_WEEK) / 730, 10);
  expect(mostUsd).toBeCloseTo((20 * 0.1 * 8 * 24) / 730, 10);
});

test('A GPU costs its share of a node that several take turns on, for as long as pods run', () => {
  const with2 = labCost({ ...needing(0, 0), gpus: 2 }, WEEK, PRICES);
  expect(with2.usedUsd).toBeCloseTo(2 * HOURS_A_WEEK * gpuShareHour(PRICES), 10);
  expect(gpuShareHour(PRICES)).toBeLessThan(PRICES.gpuMachineHour['nvidia-l4'].usd);
});

test('A machine costs its hours of work and its disk, or all hours: whoever has it may start it again at once', () => {
  const small = MACHINE_SHAPES.small;
  const items = machineItems('small');
  const hour = itemsHour(items, 'working', PRICES);
  const { usedUsd, mostUsd } = labCost(needing(0, 0), WEEK, PRICES, items);
  const disk = (small.diskGb * PRICES.balancedDiskGibMonth.usd) / PRICES.hoursPerMonth;
  expect(hour).toBeCloseTo(0.0168 + 0.0014, 4);
  expect(usedUsd).toBeCloseTo(HOURS_A_WEEK * hour + 7 * 24 * disk, 10);
  expect(mostUsd).toBeCloseTo(8 * 24 * (hour + disk), 10);
});

test('A service on Cloud Run costs nothing while it is idle, and at most all of its instances at all hours', () => {
  const items = findToolkit('cloud-run' as ToolkitId).alsoCosts!.items!('small');
  // Two instances of a vCPU and half a GiB.
  const second = 2 * (PRICES.cloudRun.vcpuSecond.usd + 0.5 * PRICES.cloudRun.gibSecond.usd);
  const { usedUsd, mostUsd } = labCost(needing(0, 0), WEEK, PRICES, items);
  expect(usedUsd).toBe(0);
  expect(mostUsd).toBeCloseTo(8 * 24 * 3600 * second, 10);
});

test('What is kept in a bucket costs the same whether anybody works or not', () => {
  const items = findToolkit('bucket' as ToolkitId).alsoCosts!.items!('small');
  const { usedUsd, mostUsd } = labCost(needing(0, 0), WEEK, PRICES, items);
  expect(usedUsd).toBeCloseTo((5 * 0.02 * 7 * 24) / 730, 10);
  expect(mostUsd).toBeCloseTo((5 * 0.02 * 8 * 24) / 730, 10);
});

test('More of anything never costs less, and what is used is never more than the most', () => {
  const amounts = fc.tuple(fc.nat({ max: 8000 }), fc.nat({ max: 64 }), fc.nat({ max: 100 }));
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      const less = labCost(needing(...a), WEEK, PRICES);
      const more = labCost(needing(a[0] + b[0], a[1] + b[1], a[2] + b[2]), WEEK, PRICES);
      expect(more.usedUsd).toBeGreaterThanOrEqual(less.usedUsd);
      expect(more.mostUsd).toBeGreaterThanOrEqual(less.mostUsd);
      expect(less.usedUsd).toBeLessThanOrEqual(less.mostUsd);
    }),
  );
});

test('Three share the place of a team, one has the place of a student', () => {
  const cost = { usedUsd: 3, mostUsd: 30 };
  expect(perStudent(cost, 'team')).toEqual({ usedUsd: 1, mostUsd: 10 });
  expect(sumOf([perStudent(cost, 'student'), perStudent(cost, 'team')])).toEqual({ usedUsd: 4, mostUsd: 40 });
});
