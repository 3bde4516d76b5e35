import type { BudgetShare, MonitoringPlan } from '../../core/plan/monitoring-plan';
import { heldRequests, once } from './pods';
import { KUBE_STATE, TENANT_NAMESPACES, indented, quoted, recorded, totalByNamespace } from './promql';
import type { RuleGroup } from './rule';
import { group } from './rule';

const GIB = 2 ** 30;

/** What places cost by the price list, and how that compares with what they may. */
export const costRules = (plan: MonitoringPlan): RuleGroup =>
  group('cost', [
    { record: 'namespace:cost_usd_per_hour:sum', expr: cost(plan.prices) },
    { record: 'namespace:budget_usd:term', expr: budget(plan.budgets) },
    {
      record: 'namespace:budget_pace:ratio1d',
      expr: [
        `max by (namespace) (avg_over_time(${recorded('namespace:cost_usd_per_hour:sum')}[1d]))`,
        `* ${plan.termHours}`,
        `/ (max by (namespace) (${recorded('namespace:budget_usd:term')}) > 0)`,
      ].join('\n'),
    },
  ]);

function cost({ machines, family, ...prices }: MonitoringPlan['prices']): string {
  const { vcpuHour, gibHour } = machines[family];
  const disks = once(
    'namespace, persistentvolumeclaim',
    'kube_persistentvolumeclaim_resource_requests_storage_bytes',
  );
  const balancers = once('namespace, service', 'kube_service_spec_type', 'type="LoadBalancer"');
  return totalByNamespace({
    cpu: `sum by (namespace) (\n${indented(heldRequests('cpu'))}\n) * ${vcpuHour.usd}`,
    memory: `sum by (namespace) (\n${indented(heldRequests('memory'))}\n) / ${GIB} * ${gibHour.usd}`,
    disks: `sum by (namespace) (${disks}) / ${GIB} * ${prices.balancedDiskGibMonth.usd} / ${prices.hoursPerMonth}`,
    balancers: `sum by (namespace) (${balancers}) * ${prices.forwardingRuleHour.usd}`,
    // A sleeping place costs 0: were it unknown, a day's mean would be that of the hours awake.
    asleep: `0 * ${TENANT_NAMESPACES}`,
  });
}

/** The budgets that some places have, then that of all others: `or` adds those only that are not there yet. */
function budget(shares: readonly BudgetShare[]): string {
  const named = shares
    .flatMap(({ usd, namespaces }) => (namespaces === 'rest' ? [] : [{ usd, namespaces }]))
    .sort((a, b) => a.usd - b.usd)
    .map(({ usd, namespaces }) => budgetOf(usd, `,namespace=~${anyOf(namespaces)}`));
  const rest = shares.flatMap(({ usd, namespaces }) => (namespaces === 'rest' ? [budgetOf(usd, '')] : []));
  return [...named, ...rest].join('\nor\n');
}

const budgetOf = (usd: number, matcher: string): string =>
  `${usd} * group by (namespace) (\n  kube_namespace_labels{${KUBE_STATE},label_practicum_dev_tenant!=""${matcher}}\n)`;

/** Namespaces are letters, digits and hyphens: none means anything else in a regular expression. */
const anyOf = (namespaces: readonly string[]): string => quoted([...namespaces].sort().join('|'));
