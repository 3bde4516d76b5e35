import type { Window } from '../course/calendar';
import { accessEndsOf } from '../course/calendar';
import type { Money } from '../domain/money';
import { TAGGED_IMAGES } from '../domain/pinned-images';
import { byText } from '../domain/sorting';
import { MIDNIGHT, atLocal, hoursBetween } from '../domain/time';
import { heldTo } from '../images/image-lock';
import { familyOf, priceListFor } from '../prices/price-list';
import type { StaffPlan, TenantPlan } from './cohort-plan';
import type { MonitoringPlan } from './monitoring-plan';
import {
  SCRAPE,
  prometheusCpu,
  prometheusDisk,
  prometheusMemory,
  tenantsPrepared,
} from './monitoring-sizing';
import type { PlanInputs } from './plan-inputs';
import { standingToolkits } from './standing-toolkits';

/** What monitoring needs to know beside the inputs. */
export interface MonitoringContext {
  /** Those whose places stand in the cluster. */
  readonly tenants: readonly TenantPlan[];
  /** What the tenants' hosts are below. */
  readonly domain: string;
  /** How many places there ever were in it, those that are gone among them. */
  readonly enrolled: number;
  readonly windows: readonly Window[];
  readonly staff: StaffPlan;
  /** Node pools of the cluster; none where Google scales by itself. */
  readonly pools: MonitoringPlan['pools'];
}

/** How the tenants of one cluster are watched. */
export function monitoringOf(
  { config, course, imageLock }: PlanInputs,
  context: MonitoringContext,
): MonitoringPlan {
  const { tenants, domain, enrolled, windows, staff, pools } = context;
  const { collector, retentionDays, email } = config.monitoring;
  // A cluster without pools of ours is one tenant's own, and stays that.
  const prepared = pools.length === 0 ? tenants.length : tenantsPrepared(tenants.length);
  const mostPods = Math.max(0, ...tenants.map(({ quota }) => quota.pods));
  return {
    collector,
    images: {
      labelEnforcer: heldTo(TAGGED_IMAGES.labelEnforcer, imageLock),
      loadBalancerMetrics: heldTo(TAGGED_IMAGES.loadBalancerMetrics, imageLock),
    },
    domain,
    scrape: SCRAPE,
    retention: { days: retentionDays, ...prometheusDisk(enrolled, retentionDays) },
    prometheus: { cpu: prometheusCpu(prepared), memory: prometheusMemory(prepared, mostPods) },
    prices: priceListFor(config.google.region, familyOf(config.nodes.machineType)),
    termHours: hoursBetween(
      atLocal(config.term.starts, MIDNIGHT, config.term.timeZone),
      accessEndsOf(config.term),
    ),
    budgets: budgetsOf(tenants, config.budget.perTenant),
    pools,
    alerts: {
      staff: [...staff.instructors, ...staff.tas].sort(byText(String)),
      tenants: tenants
        .map(({ namespace, members }) => ({ namespace, members }))
        .sort(byText(({ namespace }) => namespace)),
      ...(email === undefined ? {} : { smtp: email }),
    },
    toolkits: standingToolkits(course, tenants, windows),
  };
}

/** The cohort's budget for whoever is not named, and the others with their namespaces. */
function budgetsOf(tenants: readonly TenantPlan[], perTenant: Money): MonitoringPlan['budgets'] {
  const others = new Map<number, string[]>();
  for (const { budget, namespace } of tenants) {
    if (budget.micros === perTenant.micros) continue;
    others.set(budget.micros, [...(others.get(budget.micros) ?? []), namespace]);
  }
  return [
    { usd: dollars(perTenant.micros), namespaces: 'rest' },
    ...[...others]
      .sort(([a], [b]) => a - b)
      .map(([micros, names]) => ({ usd: dollars(micros), namespaces: names.sort(byText(String)) })),
  ];
}

const dollars = (micros: number): number => micros / 1_000_000;
