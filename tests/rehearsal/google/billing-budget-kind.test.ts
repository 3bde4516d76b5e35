import { billingBudgetKind as kind } from '../../../src/rehearsal/google/billing-budget-kind';
import { billingAccountName } from '../../../src/rehearsal/provider/cloud-names';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { ACCOUNT, change, destroy, importOf, make, projectCloud, read, refusal } from './foundation-cloud';

const BUDGET = {
  billing_account: ACCOUNT,
  display_name: 'Practicum c1',
  amount: [{ specified_amount: [{ currency_code: UNKNOWN, units: '600' }] }],
  budget_filter: [{ calendar_period: 'MONTH', credit_types: UNKNOWN, labels: UNKNOWN, services: UNKNOWN, subaccounts: UNKNOWN }],
  threshold_rules: [{ threshold_percent: 0.5, spend_basis: 'CURRENT_SPEND' }],
}; // prettier-ignore

test('A budget gets a name of its own, the currency of the account and an open filter', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, BUDGET);
  expect(state).toEqual({
    ...BUDGET,
    name: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    id: `billingAccounts/${ACCOUNT}/budgets/${String(state['name'])}`,
    amount: [{ specified_amount: [{ currency_code: 'USD', units: '600' }] }],
    budget_filter: [
      { calendar_period: 'MONTH', credit_types: [], labels: {}, services: [], subaccounts: [] },
    ],
  });
  expect(cloud.childrenOf(billingAccountName(ACCOUNT))).toMatchObject([{ data: state }]);
  expect(make(cloud, kind, BUDGET)['name']).not.toBe(state['name']);
});

test('Without a filter it counts all of the account each month', () => {
  const state = make(projectCloud(), kind, { ...BUDGET, budget_filter: [] });
  expect(state['budget_filter']).toEqual([
    { credit_types_treatment: 'INCLUDE_ALL_CREDITS', calendar_period: 'MONTH' },
  ]);
});

test('A budget changes in place, and is gone when it is destroyed', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, BUDGET);
  const changed = change(cloud, kind, state, { display_name: 'Practicum c2' });
  expect(changed['name']).toBe(state['name']);
  expect(read(cloud, kind, state)).toMatchObject({ display_name: 'Practicum c2' });
  destroy(cloud, kind, changed);
  expect(read(cloud, kind, state)).toBeUndefined();
});

test('A budget is imported by its path', () => {
  const cloud = projectCloud();
  const state = make(cloud, kind, BUDGET);
  expect(importOf(cloud, kind, String(state['id']))).toEqual(state);
  expect(refusal(() => importOf(cloud, kind, String(state['name'])))).toBe(
    `400 Import id "${String(state['name'])}" doesn't match any of the accepted formats of google_billing_budget`,
  );
});
