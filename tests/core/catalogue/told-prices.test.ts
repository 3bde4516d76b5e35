import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import type { PriceList } from '../../../src/core/prices/price-list';
import { priceListFor } from '../../../src/core/prices/price-list';

const PRICES = priceListFor('us-central1');

/** The list with every price twice as high. */
const doubled = <T>(value: T): T =>
  typeof value !== 'object' || value === null
    ? value
    : (Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, key === 'usd' ? 2 * Number(each) : doubled(each)]),
      ) as T);

const DOUBLED: PriceList = doubled(PRICES);

const CASES = TOOLKITS.flatMap(({ id, alsoCosts }) =>
  alsoCosts === undefined ? [] : TOOLKIT_SIZES.map((size) => [id, size, alsoCosts] as const),
);

test.each(CASES)('Every price that %s tells, as %s, is of the list', (_, size, { says }) => {
  const dollars = (prices: PriceList): readonly number[] =>
    [...says(size, prices).matchAll(/\$([\d.]*\d)/g)].map(([, usd]) => Number(usd));
  const told = dollars(PRICES);
  expect(dollars(DOUBLED)).toHaveLength(told.length);
  // Four decimals are told at most, where a sum has more.
  dollars(DOUBLED).forEach((usd, at) => expect(Math.abs(usd - 2 * told[at]!)).toBeLessThanOrEqual(0.0001));
});

test.each(CASES)(
  'What %s costs, as %s, is counted where it is told by the hour or the month',
  (_, size, costs) => {
    const words = costs.says(size, PRICES);
    for (const { amount } of costs.items?.(size) ?? []) expect(amount).toBeGreaterThan(0);
    // GPUs are counted by the quota of the place.
    const counted = costs.items !== undefined || words.includes('nodes with GPUs');
    expect(words.includes('$')).toBe(counted);
  },
);
