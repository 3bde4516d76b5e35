import { priceListFor } from '../prices/price-list';
import type { ToolkitSize } from './allowance';
import type { Toolkit } from './toolkit';

/** The region whose list is known whole. */
const PRICES = priceListFor('us-central1');

/** What a toolkit costs beside the quota of a place, in words; undefined where that is nothing. */
export function alsoCostsWords({ alsoCosts }: Toolkit, size: ToolkitSize): string | undefined {
  const words = alsoCosts?.says(size, PRICES);
  return words?.includes('$') ? `${words} (list prices of ${PRICES.listRegion})` : words;
}
