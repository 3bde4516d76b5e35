import { billingBudgetKind as kind } from '../../../src/rehearsal/google/billing-budget-kind';
import { projectNumber } from '../../../src/rehearsal/google/project-number';
import { notificationChannelKind } from '../../../src/rehearsal/google/notification-channel-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { ACCOUNT, ADMIN, make, problems, projectCloud, refusal } from './foundation-cloud';

const FILTER = {
  projects: [`projects/${projectNumber('w255-c1')}`],
  credit_types_treatment: 'EXCLUDE_ALL_CREDITS',
};
const PERIOD = {
  start_date: [{ year: 2027, month: 1, day: 11 }],
  end_date: [{ year: 2027, month: 4, day: 23 }],
};
const BUDGET = {
  billing_account: ACCOUNT,
  display_name: 'Practicum c1',
  amount: [{ specified_amount: [{ currency_code: 'USD', units: '600' }] }],
  budget_filter: [{ ...FILTER, custom_period: [PERIOD] }],
  threshold_rules: [{ threshold_percent: 0.5, spend_basis: 'CURRENT_SPEND' }],
};
const SAID = `Budget "Practicum c1" of billing account ${ACCOUNT}`;
const refused = (attributes: object, provider = {}) =>
  refusal(() => make(projectCloud(), kind, { ...BUDGET, ...attributes }, provider));
const channels = (names: readonly string[]) => ({
  all_updates_rule: [{ monitoring_notification_channels: names }],
});

test('A budget as the stacks write it is fine, counted to a project that has the API on', () => {
  expect(problems(kind, BUDGET)).toEqual([]);
  const provider = { user_project_override: true, billing_project: ADMIN };
  expect(make(projectCloud(), kind, BUDGET, provider)['display_name']).toBe('Practicum c1');
});

test('The project that the call is counted to has the API on', () => {
  expect(refused({}, { user_project_override: true, billing_project: 'w255-c1' })).toBe(
    '403 billingbudgets.googleapis.com has not been used in project w255-c1 before or it is disabled; ' +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)',
  );
  expect(refused({}, { user_project_override: true })).toBe(
    '403 The call to billingbudgets.googleapis.com is counted to no project: ' +
      'give the provider a billing_project beside user_project_override',
  );
});

test('The billing account stands and has the currency', () => {
  expect(refused({ billing_account: '0' })).toBe('404 Billing account 0 was not found');
  expect(refused({ amount: [{ specified_amount: [{ currency_code: 'EUR', units: '1' }] }] })).toBe(
    `400 ${SAID}: its amount is in EUR and the account in USD`,
  );
  expect(refused({ amount: [{ specified_amount: [{ units: '1.5' }] }] })).toBe(
    `400 ${SAID}: "1.5" is no whole number of units`,
  );
});

test('Projects are named by number', () => {
  expect(refused({ budget_filter: [{ projects: ['projects/w255-c1'] }] })).toBe(
    `400 ${SAID}: its filter names "projects/w255-c1": write projects/<number>, with the number that Google gave the project`,
  );
});

test('A period is of the calendar or of its own, and in order', () => {
  const filter = (period: object, more = {}) => ({
    budget_filter: [{ ...FILTER, custom_period: [period], ...more }],
  });
  expect(refused(filter(PERIOD, { calendar_period: 'MONTH' }))).toBe(
    `400 ${SAID}: it has a calendar_period and a custom_period: write one of them`,
  );
  expect(refused(filter({ ...PERIOD, start_date: [{ year: 2016, month: 12, day: 31 }] }))).toBe(
    `400 ${SAID}: its period begins before 2017-01-01`,
  );
  expect(refused(filter({ ...PERIOD, end_date: [{ year: 2027, month: 1, day: 10 }] }))).toBe(
    `400 ${SAID}: its period ends on 2027-01-10, before it begins on 2027-01-11`,
  );
  expect(refused({ amount: [{ last_period_amount: true }] })).toBe(
    `400 ${SAID}: last_period_amount needs a calendar_period`,
  );
});

test('A budget has thresholds, and none that is forecast for a period of its own', () => {
  expect(refused({ threshold_rules: [] })).toBe(
    `400 ${SAID}: it has no threshold_rules, so it would never write`,
  );
  expect(refused({ threshold_rules: [{ threshold_percent: -0.1 }] })).toBe(
    `400 ${SAID}: a threshold is below 0`,
  );
  const threshold_rules = [{ threshold_percent: 1, spend_basis: 'FORECASTED_SPEND' }];
  expect(refused({ threshold_rules })).toBe(
    `400 ${SAID}: a custom_period has no forecast: write spend_basis = "CURRENT_SPEND"`,
  );
  expect(
    make(projectCloud(), kind, { ...BUDGET, budget_filter: [FILTER], threshold_rules })['id'],
  ).toBeDefined();
});

test('A budget writes to at most five channels, which stand', () => {
  const cloud = projectCloud('monitoring.googleapis.com');
  const labels = { email_address: 'ines.duarte@example.edu' };
  const names = Array.from({ length: 6 }, (_, index) =>
    String(make(cloud, notificationChannelKind, { project: 'w255-c1', type: 'email', display_name: `${index}`, labels })['id']),
  );
  expect(make(cloud, kind, { ...BUDGET, ...channels(names.slice(0, 5)) })['id']).toBeDefined();
  expect(refusal(() => make(cloud, kind, { ...BUDGET, ...channels(names) }))).toBe(
    `400 ${SAID}: it has 6 notification channels and at most 5 are allowed`,
  );
  expect(refused(channels(['projects/w255-c1/notificationChannels/1']))).toBe(
    '404 Notification channel projects/w255-c1/notificationChannels/1 was not found',
  );
}); // prettier-ignore

test('The provider refuses what it can see is wrong', () => {
  const config = {
    ...BUDGET,
    amount: [{}],
    budget_filter: [{ calendar_period: 'WEEK', credit_types_treatment: 'NONE', custom_period: [{ start_date: [{ year: 2027, month: 13, day: 1 }] }] }],
    threshold_rules: [{ threshold_percent: 1, spend_basis: 'SPEND' }],
    all_updates_rule: [{ schema_version: '1.0' }],
  };
  expect(problems(kind, config)).toEqual([
    'amount.specified_amount: one of [amount.specified_amount, amount.last_period_amount] must be written, none is written',
    'budget_filter.calendar_period: expected calendar_period to be one of ["MONTH", "QUARTER", "YEAR", "CALENDAR_PERIOD_UNSPECIFIED"], got WEEK',
    'budget_filter.credit_types_treatment: expected credit_types_treatment to be one of ["INCLUDE_ALL_CREDITS", "EXCLUDE_ALL_CREDITS", "INCLUDE_SPECIFIED_CREDITS"], got NONE',
    'threshold_rules.spend_basis: expected spend_basis to be one of ["CURRENT_SPEND", "FORECASTED_SPEND"], got SPEND',
    'budget_filter.custom_period.start_date.month: expected month to be in the range (1 - 12), got 13',
    'all_updates_rule: one of monitoring_notification_channels and pubsub_topic must be written',
  ]);
  expect(problems(kind, { amount: UNKNOWN, budget_filter: UNKNOWN, all_updates_rule: UNKNOWN })).toEqual([]);
  expect(problems(kind, { ...BUDGET, all_updates_rule: [{ monitoring_notification_channels: UNKNOWN }] })).toEqual([]);
}); // prettier-ignore
