import { priceListFor } from '../prices/price-list';
import type { PlanInputs } from './plan-inputs';

/** Says what scans cost, which no quota bounds. */
export function scanNotices({ config }: PlanInputs): readonly string[] {
  if (!config.registry.scan) return [];
  const { usd } = priceListFor(config.google.region).imageScan;
  return [`images are scanned: each new image that is pushed costs $${usd}, and nothing bounds how many`];
}
