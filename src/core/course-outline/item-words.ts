import { GIB_KEPT } from '../catalogue/build/bucket-costs';
import type { PriceItem } from '../prices/price-item';
import { itemHour } from '../prices/price-item';
import type { PriceList } from '../prices/price-list';

/** Sentences that say how what toolkits cost beside the quota is counted, each with a space before it; none where nothing is. */
export function itemWords(items: readonly PriceItem[], prices: PriceList): string {
  const hasAny = (key: PriceItem['key']): boolean => items.some((item) => item.key === key);
  const each = (key: PriceItem['key']): PriceItem => ({ key, amount: 1, when: 'always' });
  const month = (key: PriceItem['key']): string =>
    `$${(itemHour(each(key), prices) * prices.hoursPerMonth).toFixed(2)} for each GiB a month`;
  const hour = (key: PriceItem['key']): string => `$${itemHour(each(key), prices).toFixed(4)}`;
  const said = [
    hasAny('machine vCPU')
      ? `A machine is counted as ${hour('machine vCPU')} for each vCPU and ${hour('machine GiB')} for each GiB an hour that it runs, its way out and its disk.`
      : undefined,
    hasAny('bucket GiB')
      ? `A bucket is counted as ${month('bucket GiB')} and ${GIB_KEPT.small} GiB for each small toolkit that keeps much in it.`
      : undefined,
    hasAny('Cloud Run vCPU')
      ? 'Cloud Run is counted as idle under “used”, which costs nothing, and at most as all of its instances answering day and night.'
      : undefined,
  ];
  return said.map((sentence) => (sentence === undefined ? '' : ` ${sentence}`)).join('');
}
