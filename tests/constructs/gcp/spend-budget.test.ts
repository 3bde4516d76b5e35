import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { TerraformStack } from 'cdktf';
import { projectNumberRef } from '../../../constructs/gcp/refs';
import type { SpendBudgetProps } from '../../../constructs/gcp/spend-budget';
import { SpendBudget } from '../../../constructs/gcp/spend-budget';
import { email } from '../../../src/core/domain/ids';
import { Money } from '../../../src/core/domain/money';
import type { Day } from '../../../src/core/domain/time';
import { aProject, reference, standing, synthConstruct } from './synth-construct';

const recipient = (name: string) => ({ email: email(`${name}@example.edu`), displayName: `Staff ${name}` });

const props = (stack: TerraformStack): SpendBudgetProps => ({
  billingAccount: '01ABCD-234567-89EF01',
  displayName: 'Practicum w255-spring27-c1',
  projectNumbers: [projectNumberRef(reference(stack, 'number'))],
  amount: Money.parse('1250.40 USD'),
  notify: [recipient('noor'), recipient('iris')],
  channelProject: aProject(stack),
});

const synth = (change: Partial<SpendBudgetProps> = {}) =>
  synthConstruct((stack) => {
    new SpendBudget(stack, 'budget', { ...props(stack), ...change });
  });

test('A budget counts a month’s spend before credits and also tells the billing administrators', () => {
  expect(synth().one('google_billing_budget')).toEqual({
    billing_account: '01ABCD-234567-89EF01',
    display_name: 'Practicum w255-spring27-c1',
    amount: { specified_amount: { currency_code: 'USD', units: '1251' } },
    budget_filter: {
      projects: ['projects/${local.given_number}'],
      credit_types_treatment: 'EXCLUDE_ALL_CREDITS',
      calendar_period: 'MONTH',
    },
    threshold_rules: [
      { threshold_percent: 0.5, spend_basis: 'CURRENT_SPEND' },
      { threshold_percent: 0.8, spend_basis: 'CURRENT_SPEND' },
      { threshold_percent: 0.9, spend_basis: 'CURRENT_SPEND' },
      { threshold_percent: 1, spend_basis: 'CURRENT_SPEND' },
      { threshold_percent: 1, spend_basis: 'FORECASTED_SPEND' },
    ],
    all_updates_rule: {
      monitoring_notification_channels: [
        expect.stringMatching(
          /^\$\{google_monitoring_notification_channel\.budget_ChannelStaffiris_\w+\.id\}$/,
        ),
        expect.stringMatching(
          /^\$\{google_monitoring_notification_channel\.budget_ChannelStaffnoor_\w+\.id\}$/,
        ),
      ],
      disable_default_iam_recipients: false,
    },
  });
});

test('Each recipient has a channel', () => {
  const out = synth();
  expect(out.counts()).toEqual({ google_billing_budget: 1, google_monitoring_notification_channel: 2 });
  expect(out.where('google_monitoring_notification_channel', 'display_name', 'Staff noor')).toEqual({
    project: '${local.given_project}',
    display_name: 'Staff noor',
    type: 'email',
    labels: { email_address: 'noor@example.edu' },
  });
});

test('An address stands in the channel’s labels and nowhere else', () => {
  const text = synth().text;
  expect(text.split('noor@example.edu')).toHaveLength(2);
  expect(text).toContain(
    '"email_address":"noor@example.edu"'.replace(':', text.includes('": "') ? ': ' : ':'),
  );
});

test('Every option is passed on, and a period has no forecast', () => {
  const out = synthConstruct((stack) => {
    const all: Required<SpendBudgetProps> = {
      ...props(stack),
      thresholds: [0.25],
      period: { start: '2027-01-11' as Day, end: '2027-05-07' as Day },
      provider: new GoogleProvider(stack, 'budgets', { alias: 'budgets' }),
      dependsOn: [standing(stack)],
    };
    new SpendBudget(stack, 'budget', all);
  });
  const budget = out.one('google_billing_budget');
  expect(budget).toMatchObject({
    budget_filter: {
      custom_period: {
        start_date: { year: 2027, month: 1, day: 11 },
        end_date: { year: 2027, month: 5, day: 7 },
      },
    },
    threshold_rules: [{ threshold_percent: 0.25, spend_basis: 'CURRENT_SPEND' }],
    provider: 'google.budgets',
    depends_on: ['terraform_data.standing'],
  });
  expect(budget['threshold_rules']).toHaveLength(1);
  expect(budget['budget_filter']).not.toHaveProperty('calendar_period');
  expect(out.all('google_monitoring_notification_channel').map((block) => block['depends_on'])).toEqual([
    ['terraform_data.standing'],
    ['terraform_data.standing'],
  ]);
});

test('One person to tell is one channel in the rule', () => {
  expect(
    synth({ notify: [recipient('iris')] }).one('google_billing_budget')['all_updates_rule'],
  ).toMatchObject({
    monitoring_notification_channels: [expect.any(String)],
  });
});

test('Nobody to tell is no channel and no rule', () => {
  const out = synth({ notify: [] });
  expect(out.counts()).toEqual({ google_billing_budget: 1 });
  expect(out.one('google_billing_budget')).not.toHaveProperty('all_updates_rule');
});

test('The order of recipients makes no difference, and one more leaves the others where they are', () => {
  expect(synth({ notify: [recipient('iris'), recipient('noor')] }).text).toBe(synth().text);
  const more = synth({ notify: [recipient('ada'), recipient('iris'), recipient('noor')] });
  expect(more.addresses('google_monitoring_notification_channel')).toEqual(
    expect.arrayContaining(synth().addresses('google_monitoring_notification_channel')),
  );
});

const refused: [string, Partial<SpendBudgetProps>, string][] = [
  ['No projects', { projectNumbers: [] }, 'no projects: the budget would count the whole billing account'],
  ['No thresholds', { thresholds: [] }, 'no thresholds: the budget would never write'],
  [
    'A sixth recipient',
    { notify: ['a', 'b', 'c', 'd', 'e', 'f'].map(recipient) },
    '6 recipients: a budget takes at most 5',
  ],
  [
    'An address as display name',
    { notify: [{ email: email('iris@example.edu'), displayName: 'iris@example.edu' }] },
    'display name "iris@example.edu" holds an address: write a name or a function',
  ],
];
test.each(refused)('%s is refused', (_, change, message) => {
  expect(() => synth(change)).toThrow(new Error(`stack/budget: ${message}`));
});
