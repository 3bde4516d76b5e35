import type { ItemFacts } from '../../../src/core/leaks/inventory-item';
import { LEFTOVER_PRICES, dayPrice, dollars } from '../../../src/core/leaks/leftover-prices';
import { tryParseResourceName } from '../../../src/core/leaks/resource-name';
import { priceListFor } from '../../../src/core/prices/price-list';

const priceOf = (name: string, facts: ItemFacts = {}) =>
  dayPrice({ name: tryParseResourceName(`//${name}`)!, labels: {}, facts }, priceListFor('us-west1'));

const disk = 'compute.googleapis.com/projects/p/zones/us-west1-a/disks/d';
const usd = (name: string, facts?: ItemFacts): number | undefined => {
  const price = priceOf(name, facts);
  return 'usd' in price ? price.usd : undefined;
};

test('Disks cost by their type and size, 730 hours to a month', () => {
  const month = (diskType: string): number =>
    Math.round(usd(disk, { diskType, sizeGib: 100 })! * (730 / 24) * 1_000) / 1_000;
  expect(['pd-standard', 'pd-balanced', 'pd-ssd'].map(month)).toEqual([4, 10, 17]);
});

test('A size or type that is not known is said to be unknown, not free', () => {
  expect(priceOf(disk, { diskType: 'pd-ssd' })).toEqual({ unknown: 'its size is not in the listing' });
  expect(priceOf(disk, { diskType: 'pd-holographic', sizeGib: 10 })).toEqual({
    unknown: 'no price here for disks of its type',
  });
  expect(priceOf('x.googleapis.com/projects/p/ys/y')).toEqual({ unknown: 'no price for this here' });
});

test('What Google asks nothing for is free, a forwarding rule and a cluster are not', () => {
  const compute = 'compute.googleapis.com/projects/p/global';
  expect(usd(`${compute}/backendServices/b`)).toBe(0);
  expect(usd(`${compute}/forwardingRules/f`)).toBeCloseTo(0.6, 10);
  expect(usd('container.googleapis.com/projects/p/locations/l/clusters/c')).toBeCloseTo(2.4, 10);
});

test('Every price has its source and month', () => {
  for (const { source } of Object.values(LEFTOVER_PRICES)) expect(source).toMatch(/^cloud\.google\.com\/.*, 20\d\d-\d\d$/); // prettier-ignore
});

test('A small amount is not shown as nothing', () => {
  expect([0, 0.0043, 0.0329, 1.5].map(dollars)).toEqual(['0.00', '0.0043', '0.03', '1.50']);
});
