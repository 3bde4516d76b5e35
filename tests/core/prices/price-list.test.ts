import { REGIONS } from '../../../src/core/config/regions';
import { MACHINE_TYPE_NAMES } from '../../../src/core/domain/machine-types';
import type { Price } from '../../../src/core/prices/price-list';
import { familyOf, priceListFor } from '../../../src/core/prices/price-list';

test('A region whose prices are not known takes those of us-central1, and says so', () => {
  for (const region of REGIONS) {
    const { machines } = priceListFor(region);
    expect(priceListFor(region)).toMatchObject({ region, listRegion: 'us-central1' });
    expect(machines).toEqual(priceListFor('us-central1').machines);
  }
});

test('An e2-standard-2 and an n2-standard-4 cost by the hour what Google lists for them', () => {
  const hour = (family: 'e2' | 'n2', vcpus: number, gibi: number): string => {
    const { vcpuHour, gibHour } = priceListFor('us-central1').machines[family];
    return (vcpus * vcpuHour.usd + gibi * gibHour.usd).toFixed(5);
  };
  expect(hour('e2', 2, 8)).toBe('0.06701');
  expect(hour('n2', 4, 16)).toBe('0.19424');
});

test('Every price says where it is published and when it was read', () => {
  const {
    machines,
    balancedDiskGibMonth,
    forwardingRuleHour,
    prometheusMillionSamples,
    gpuMachineHour,
    cloudRun,
    nat,
  } = priceListFor('us-west1');
  const prices: readonly Price[] = [
    ...Object.values(machines).flatMap((each) => Object.values(each)),
    balancedDiskGibMonth,
    forwardingRuleHour,
    prometheusMillionSamples,
    gpuMachineHour['nvidia-l4'],
    gpuMachineHour['nvidia-tesla-t4'],
    ...Object.values(cloudRun),
    ...Object.values(nat),
  ];
  expect(prices).toHaveLength(15);
  for (const { usd, source, read } of prices) {
    expect(usd).toBeGreaterThan(0);
    expect(source).toMatch(/google\.com/);
    expect(read).toMatch(/^20\d\d-\d\d$/);
  }
});

test('Requests are counted with the prices of the machines that they run on', () => {
  expect(priceListFor('us-central1').family).toBe('e2');
  expect(priceListFor('us-central1', 'n2').family).toBe('n2');
  for (const machine of MACHINE_TYPE_NAMES) expect(machine.startsWith(`${familyOf(machine)}-`)).toBe(true);
});
