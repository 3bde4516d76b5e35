import type { Window } from '../course/calendar';
import { DEFAULT_ACCELERATOR, DEFAULT_SHARED_BY } from '../domain/gpu-machines';
import { DISK_PER_SCRATCH } from '../domain/node-disk';
import { hoursBetween } from '../domain/time';
import type { QuotaPlan } from '../plan/quota-plan';
import type { PriceItem } from '../prices/price-item';
import { itemHour } from '../prices/price-item';
import type { PriceList } from '../prices/price-list';

/** What a place costs for one lab, in US dollars at list price. */
export interface LabCost {
  /** Its pods run as long as people work, its disks stay from opening to the due time. */
  readonly usedUsd: number;
  /** All that is guaranteed runs day and night until nothing is accepted any more. */
  readonly mostUsd: number;
}

/** What the first column of every table of costs assumes. */
export const HOURS_A_WEEK = 15;
/** For costs by student: how many share the place of a team. */
export const TEAM_SIZE = 3;

const HOURS_OF_A_WEEK = 7 * 24;
const GIB = 2 ** 30;

/**
 * Cost of what a lab needs while it is open, by what its containers are guaranteed: nodes and their boot disks are bought for that;
 * and of what its toolkits cost beside it. Traffic, logs and the cluster itself are not in it.
 */
export function labCost(
  needs: QuotaPlan,
  { opens, due, closes }: Window,
  prices: PriceList,
  items: readonly PriceItem[] = [],
): LabCost {
  const { vcpuHour, gibHour } = prices.machines[prices.family];
  const scratch: PriceItem = {
    key: 'disk GiB',
    amount: needs.ephemeralStorage.gibi * DISK_PER_SCRATCH,
    when: 'working',
  };
  const hour =
    (needs.cpu.millis / 1000) * vcpuHour.usd +
    (needs.memory.bytes / GIB) * gibHour.usd +
    needs.loadBalancers * prices.forwardingRuleHour.usd +
    needs.gpus * gpuShareHour(prices) +
    itemsHour([scratch, ...items], 'working', prices);
  const disks: PriceItem = { key: 'disk GiB', amount: needs.storage.bytes / GIB, when: 'always' };
  const staying = itemsHour([disks, ...items], 'always', prices);
  const open = hoursBetween(opens, due);
  const all = hoursBetween(opens, closes);
  return {
    usedUsd: open * (hour * (HOURS_A_WEEK / HOURS_OF_A_WEEK) + staying),
    mostUsd: all * (hour + staying + itemsHour(items, 'answering', prices)),
  };
}

/** What items of one kind cost in an hour: a machine may be started again at once whenever it was stopped. */
export const itemsHour = (items: readonly PriceItem[], when: PriceItem['when'], prices: PriceList): number =>
  items.filter((item) => item.when === when).reduce((sum, item) => sum + itemHour(item, prices), 0);

/** What a GPU of a quota costs in an hour: its share of a node, where as many take turns on one as do without a word. */
export const gpuShareHour = ({ gpuMachineHour }: PriceList): number =>
  gpuMachineHour[DEFAULT_ACCELERATOR].usd / DEFAULT_SHARED_BY;

/** Share of one student in what a place costs. */
export const perStudent = ({ usedUsd, mostUsd }: LabCost, workedBy: 'student' | 'team'): LabCost =>
  workedBy === 'student'
    ? { usedUsd, mostUsd }
    : { usedUsd: usedUsd / TEAM_SIZE, mostUsd: mostUsd / TEAM_SIZE };

/** Costs of several labs together: a toolkit that two of them use at the same time is counted twice. */
export const sumOf = (costs: readonly LabCost[]): LabCost => ({
  usedUsd: costs.reduce((sum, { usedUsd }) => sum + usedUsd, 0),
  mostUsd: costs.reduce((sum, { mostUsd }) => sum + mostUsd, 0),
});
