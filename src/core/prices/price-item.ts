import type { Price, PriceList } from './price-list';

interface UnitPrice {
  /** Time that the price is for. */
  readonly per: 'second' | 'hour' | 'month';
  readonly price: (prices: PriceList) => Price;
}

/** Prices of the list that something beside the quota of a place may cost. */
export const UNIT_PRICES = {
  'machine vCPU': { per: 'hour', price: ({ machines }) => machines.e2.vcpuHour },
  'machine GiB': { per: 'hour', price: ({ machines }) => machines.e2.gibHour },
  'way out of a machine': { per: 'hour', price: ({ nat }) => nat.machineHour },
  'disk GiB': { per: 'month', price: ({ balancedDiskGibMonth }) => balancedDiskGibMonth },
  'bucket GiB': { per: 'month', price: ({ bucketGibMonth }) => bucketGibMonth },
  'Cloud Run vCPU': { per: 'second', price: ({ cloudRun }) => cloudRun.vcpuSecond },
  'Cloud Run GiB': { per: 'second', price: ({ cloudRun }) => cloudRun.gibSecond },
} as const satisfies Readonly<Record<string, UnitPrice>>;

export type PriceKey = keyof typeof UNIT_PRICES;

/** Something that a lab costs beside what the quota of its place counts. */
export interface PriceItem {
  readonly key: PriceKey;
  /** Units of the price. */
  readonly amount: number;
  /** When it costs: as long as it is there, while people work, or while it answers requests and at no other time. */
  readonly when: 'always' | 'working' | 'answering';
}

/** What it costs in an hour in which it costs anything, in US dollars. */
export function itemHour({ key, amount }: PriceItem, prices: PriceList): number {
  const { per, price } = UNIT_PRICES[key];
  return (amount * price(prices).usd) / { second: 1 / 3600, hour: 1, month: prices.hoursPerMonth }[per];
}
