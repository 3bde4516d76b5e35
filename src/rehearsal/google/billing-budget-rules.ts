import { LIMITS } from '../../core/limits/limits';
import { forbidden, invalid } from '../cloud/cloud-error';
import { billingAccountName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, blocksAt, booleanAt, numberAt, requiredText, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectBetween, expectExactlyOne, expectOneOf, isWritten } from './config-checks';
import { channelName } from './notification-channel-kind';

const API = 'billingbudgets.googleapis.com';
const CHANNELS = 'all_updates_rule.monitoring_notification_channels';
const DATES = ['start_date', 'end_date'].map((date) => `budget_filter.custom_period.${date}`);

/** What the provider refuses of a budget without asking Google: provider google 6.50 source, 2026-11. */
export function budgetProblems(config: Attributes): readonly ConfigProblem[] {
  return [
    ...(blockAt(config, 'amount') === undefined
      ? []
      : expectExactlyOne(config, ['amount.specified_amount', 'amount.last_period_amount'])),
    ...expectOneOf(config, 'budget_filter.calendar_period', [
      'MONTH',
      'QUARTER',
      'YEAR',
      'CALENDAR_PERIOD_UNSPECIFIED',
    ]),
    ...expectOneOf(config, 'budget_filter.credit_types_treatment', [
      'INCLUDE_ALL_CREDITS',
      'EXCLUDE_ALL_CREDITS',
      'INCLUDE_SPECIFIED_CREDITS',
    ]),
    ...expectOneOf(config, 'threshold_rules.spend_basis', ['CURRENT_SPEND', 'FORECASTED_SPEND']),
    ...DATES.flatMap((date) => [
      ...expectBetween(config, `${date}.day`, 1, 31),
      ...expectBetween(config, `${date}.month`, 1, 12),
      ...expectBetween(config, `${date}.year`, 1, 9999),
    ]),
    ...(tellsNobody(config)
      ? [
          {
            path: ['all_updates_rule'],
            message: 'one of monitoring_notification_channels and pubsub_topic must be written',
          },
        ]
      : []),
  ];
}

function tellsNobody(config: Attributes): boolean {
  if (blockAt(config, 'all_updates_rule') === undefined) return false;
  return ![CHANNELS, 'all_updates_rule.pubsub_topic'].some((path) => isWritten(config, path));
}

/** Refuses a budget as Google does. */
export function checkBudget(attributes: Attributes, operation: Operation): void {
  checkCaller(operation);
  const account = requiredText(attributes, 'billing_account');
  const refuse = (message: string) =>
    invalid(`Budget "${textAt(attributes, 'display_name') ?? ''}" of billing account ${account}: ${message}`);
  const { data } = operation.need(billingAccountName(account), `Billing account ${account} was not found`);
  const refusal =
    amountRefusal(attributes, textAt(data, 'currency_code')) ??
    filterRefusal(attributes) ??
    thresholdRefusal(attributes) ??
    channelRefusal(attributes);
  if (refusal !== undefined) throw refuse(refusal);
  for (const channel of channelsOf(attributes)) {
    operation.need(channelName(channel), `Notification channel ${channel} was not found`);
  }
}

/** The call is counted to the provider's billing_project, if it says so; that project must have the API on. */
function checkCaller(operation: Operation): void {
  const { provider } = operation;
  if (booleanAt(provider, 'user_project_override') !== true) return;
  const project = textAt(provider, 'billing_project');
  if (project === undefined) {
    throw forbidden(
      `The call to ${API} is counted to no project: give the provider a billing_project beside user_project_override`,
    );
  }
  operation.needApi(project, API);
}

function amountRefusal(attributes: Attributes, currency: string | undefined): string | undefined {
  const amount = blockAt(attributes, 'amount') ?? {};
  const given = blockAt(amount, 'specified_amount');
  const code = given && textAt(given, 'currency_code');
  if (code && currency !== undefined && code !== currency) {
    return `its amount is in ${code} and the account in ${currency}`;
  }
  const units = given && (textAt(given, 'units') ?? '0');
  return units === undefined || /^-?\d+$/.test(units) ? undefined : `"${units}" is no whole number of units`;
}

function filterRefusal(attributes: Attributes): string | undefined {
  const filter = blockAt(attributes, 'budget_filter') ?? {};
  const byId = textsAt(filter, 'projects').find((project) => !/^projects\/\d+$/.test(project));
  if (byId !== undefined) {
    return `its filter names "${byId}": write projects/<number>, with the number that Google gave the project`;
  }
  const period = blockAt(filter, 'custom_period');
  if (period === undefined) return undefined;
  if (textAt(filter, 'calendar_period'))
    return 'it has a calendar_period and a custom_period: write one of them';
  const lastPeriod = booleanAt(blockAt(attributes, 'amount') ?? {}, 'last_period_amount');
  if (lastPeriod === true) return 'last_period_amount needs a calendar_period';
  const [start, end] = ['start_date', 'end_date'].map((name) => blockAt(period, name));
  if (start !== undefined && dayOf(start) < '2017-01-01') return 'its period begins before 2017-01-01';
  if (start !== undefined && end !== undefined && dayOf(end) < dayOf(start)) {
    return `its period ends on ${dayOf(end)}, before it begins on ${dayOf(start)}`;
  }
  return undefined;
}

function thresholdRefusal(attributes: Attributes): string | undefined {
  const rules = blocksAt(attributes, 'threshold_rules');
  if (rules.length === 0) return 'it has no threshold_rules, so it would never write';
  if (rules.some((rule) => (numberAt(rule, 'threshold_percent') ?? 0) < 0)) return 'a threshold is below 0';
  const period = blockAt(blockAt(attributes, 'budget_filter') ?? {}, 'custom_period');
  const forecast = rules.some((rule) => textAt(rule, 'spend_basis') === 'FORECASTED_SPEND');
  return period !== undefined && forecast
    ? 'a custom_period has no forecast: write spend_basis = "CURRENT_SPEND"'
    : undefined;
}

function channelRefusal(attributes: Attributes): string | undefined {
  const count = channelsOf(attributes).length;
  const { max } = LIMITS.notificationChannelsPerBudget;
  return count > max ? `it has ${count} notification channels and at most ${max} are allowed` : undefined;
}

const channelsOf = (attributes: Attributes): readonly string[] =>
  textsAt(blockAt(attributes, 'all_updates_rule') ?? {}, 'monitoring_notification_channels');

/** A day that compares as text: `2027-01-11`. */
function dayOf(date: Attributes): string {
  const part = (name: string, length: number): string =>
    String(numberAt(date, name) ?? 0).padStart(length, '0');
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
}
