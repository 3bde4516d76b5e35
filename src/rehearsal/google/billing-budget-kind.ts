import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { assetKind } from '../provider/asset-kind';
import { billingAccountName } from '../provider/cloud-names';
import { blockAt, blocksAt, requiredText, textAt } from '../values/read-value';
import type { Attributes, Value } from '../values/value';
import { Unknown } from '../values/value';
import { assignedId } from './assigned-id';
import { budgetProblems, checkBudget } from './billing-budget-rules';
import { stableUuid } from './stable-value';

const budgetName = (account: string, budget: string): AssetName =>
  `//billingbudgets.googleapis.com/billingAccounts/${account}/budgets/${budget}`;

const nameOf = (attributes: Attributes): AssetName =>
  budgetName(requiredText(attributes, 'billing_account'), requiredText(attributes, 'name'));

/** A budget: it writes to people and stops nothing. */
export const billingBudgetKind = assetKind({
  type: 'google_billing_budget',
  assetType: 'billingbudgets.googleapis.com/Budget',
  forceNew: ['billing_account'],
  defaults: {
    'all_updates_rule.disable_default_iam_recipients': false,
    'all_updates_rule.enable_project_level_recipients': false,
    'all_updates_rule.schema_version': '1.0',
    'budget_filter.credit_types_treatment': 'INCLUDE_ALL_CREDITS',
    'threshold_rules.spend_basis': 'CURRENT_SPEND',
  },
  computedBlocks: ['budget_filter'],
  latency: { create: 2, update: 2, delete: 1, read: 0.5 },
  checks: [
    'The billing account stands and has the currency of the amount; with user_project_override the API is on in billing_project.',
    'Projects are named by number; there is a threshold; a period is of the calendar or custom, not both, in order, and without forecast if custom.',
    'At most five notification channels, which stand.',
    'A budget outlives the projects that it is about.',
  ],
  ignores: [
    'What is spent, and messages; whether the projects named by number exist and are linked to the account.',
    'Without user_project_override: which project the caller brings, and whether the API is on there.',
    'Its latency is a guess.',
  ],
  name: nameOf,
  project: () => undefined,
  parent: (attributes) => billingAccountName(requiredText(attributes, 'billing_account')),
  importIds: [/^billingAccounts\/(?<billing_account>[^/]+)\/budgets\/(?<name>[^/]+)$/],
  validate: budgetProblems,
  check: (attributes, operation) => checkBudget(attributes, operation),
  computed: (attributes, { cloud }) => {
    const account = requiredText(attributes, 'billing_account');
    const name = textAt(attributes, 'name') ?? drawName(attributes, account, cloud);
    return {
      id: `billingAccounts/${account}/budgets/${name}`,
      name,
      amount: blocksAt(attributes, 'amount').map((amount) => inCurrency(amount, account, cloud)),
      budget_filter: filterOf(attributes),
    };
  },
});

function drawName(attributes: Attributes, account: string, cloud: Cloud): string {
  const about = [account, attributes['display_name'] ?? null, JSON.stringify(filterOf(attributes))];
  return assignedId(stableUuid, about, (id) => cloud.tryFind(budgetName(account, id)) !== undefined);
}

/** The amount in the account's currency, if none was given. */
function inCurrency(amount: Attributes, account: string, cloud: Cloud): Attributes {
  const currency = cloud.tryFind(billingAccountName(account))?.data['currency_code'] ?? 'USD';
  return {
    ...amount,
    specified_amount: blocksAt(amount, 'specified_amount').map((given) => ({
      ...given,
      currency_code: textAt(given, 'currency_code') || currency,
    })),
  };
}

/** What the filter leaves open is open: all credits, services and subaccounts. */
function filterOf(attributes: Attributes): readonly Attributes[] {
  const filter = blockAt(attributes, 'budget_filter');
  if (filter === undefined)
    return [{ credit_types_treatment: 'INCLUDE_ALL_CREDITS', calendar_period: 'MONTH' }];
  const orNone = (name: string, none: Value): Value =>
    filter[name] instanceof Unknown || filter[name] === undefined ? none : filter[name];
  return [
    {
      ...filter,
      credit_types: orNone('credit_types', []),
      labels: orNone('labels', {}),
      services: orNone('services', []),
      subaccounts: orNone('subaccounts', []),
    },
  ];
}
