import type { Region } from '../../config/regions';
import type { TenantPlan } from '../../plan/cohort-plan';
import { priceListFor } from '../../prices/price-list';

/**
 * The most that a place can cost in a month, in US dollars at list price: all that its quota guarantees used in every hour,
 * its disks full, all its load balancers open. Quotas bound it, so it is no guess; what a place uses is far less. The fee of a
 * cluster, what is stored in registry and bucket, traffic and logs are not in it.
 */
export function mostUsdPerMonth({ quota }: Pick<TenantPlan, 'quota'>, region: Region): number {
  const { machines, family, balancedDiskGibMonth, forwardingRuleHour, hoursPerMonth } = priceListFor(region);
  const { vcpuHour, gibHour } = machines[family];
  const gib = 2 ** 30;
  const hour =
    (quota.cpu.millis / 1000) * vcpuHour.usd +
    (quota.memory.bytes / gib) * gibHour.usd +
    quota.loadBalancers * forwardingRuleHour.usd;
  return hour * hoursPerMonth + (quota.storage.bytes / gib) * balancedDiskGibMonth.usd;
}
