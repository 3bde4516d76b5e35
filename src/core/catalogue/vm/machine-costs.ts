import type { PriceItem } from '../../prices/price-item';
import { itemHour } from '../../prices/price-item';
import type { PriceList } from '../../prices/price-list';
import type { ToolkitSize } from '../allowance';
import { MACHINE_SHAPES } from './machine-shapes';

/** What a machine costs: its parts and its way out while it runs, its disk as long as it is there. */
export function machineItems(size: ToolkitSize): readonly PriceItem[] {
  const { paidVcpus, gib, diskGb } = MACHINE_SHAPES[size];
  return [
    { key: 'machine vCPU', amount: paidVcpus, when: 'working' },
    { key: 'machine GiB', amount: gib, when: 'working' },
    { key: 'way out of a machine', amount: 1, when: 'working' },
    { key: 'disk GiB', amount: diskGb, when: 'always' },
  ];
}

/** The same in words, with what nobody can count beforehand. */
export function machineWords(size: ToolkitSize, prices: PriceList): string {
  const { machineType, diskGb } = MACHINE_SHAPES[size];
  const { nat, balancedDiskGibMonth } = prices;
  const parts = machineItems(size).filter(({ key }) => key === 'machine vCPU' || key === 'machine GiB');
  const hour = parts.reduce((sum, item) => sum + itemHour(item, prices), 0);
  return (
    `${machineType} $${hour.toFixed(4)} an hour while it runs, its disk of ${diskGb} GB ` +
    `$${(diskGb * balancedDiskGibMonth.usd).toFixed(2)} a month from the first deploy to the end of the term, and for its way ` +
    `to the internet $${nat.machineHour.usd} an hour, $${nat.gib.usd} for each GiB, and $${nat.addressHour.usd} an hour for ` +
    'the address that all machines of a project share'
  );
}
