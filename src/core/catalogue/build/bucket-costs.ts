import type { PriceItem } from '../../prices/price-item';
import type { PriceList } from '../../prices/price-list';
import type { ToolkitSize } from '../allowance';

/** GiB that a tool of this size is counted to keep in the bucket of its place: nothing bounds a bucket. */
export const GIB_KEPT: Readonly<Record<ToolkitSize, number>> = { small: 5, normal: 20, large: 100 };

/** What it costs to keep `gib` in a bucket. */
export const keptIn = (gib: number): PriceItem => ({ key: 'bucket GiB', amount: gib, when: 'always' });

/** How costs tell of it. */
export const bucketWords = (gib: number, { bucketGibMonth }: PriceList): string =>
  `at $${bucketGibMonth.usd.toFixed(2)} for each GiB a month and counted as ${gib} GiB`;
