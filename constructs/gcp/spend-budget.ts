import type { BillingBudgetBudgetFilterCustomPeriod } from '@cdktf/provider-google/lib/billing-budget';
import { BillingBudget } from '@cdktf/provider-google/lib/billing-budget';
import { MonitoringNotificationChannel } from '@cdktf/provider-google/lib/monitoring-notification-channel';
import type { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Email } from '../../src/core/domain/ids';
import type { Money } from '../../src/core/domain/money';
import { byText } from '../../src/core/domain/sorting';
import type { Day } from '../../src/core/domain/time';
import type { ProjectNumberRef, ProjectRef } from './refs';

/** @see https://cloud.google.com/billing/docs/how-to/budgets-notification-recipients (read 2026-11) */
const MAX_CHANNELS = 5;

/** Someone who hears about spend by e-mail. */
export interface BudgetRecipient {
  readonly email: Email;
  /** What the channel is called, and its id: a name or a function, never an address. */
  readonly displayName: string;
}

/** The days that a budget is for, both included. */
export interface BudgetPeriod {
  readonly start: Day;
  readonly end: Day;
}

export interface SpendBudgetProps {
  readonly billingAccount: string;
  readonly displayName: string;
  /** Projects whose spend counts; at least one. */
  readonly projectNumbers: readonly ProjectNumberRef[];
  readonly amount: Money;
  /**
   * Parts of the amount at which Google writes.
   *
   * @default [0.5, 0.8, 0.9, 1.0]
   */
  readonly thresholds?: readonly number[];
  /**
   * Days that the amount is for. Google forecasts calendar periods only, so a period has no forecast alert.
   *
   * @default - each calendar month anew, with an alert as soon as the month is forecast to exceed the amount
   */
  readonly period?: BudgetPeriod;
  /** At most five; Google also writes to the billing account's administrators. */
  readonly notify: readonly BudgetRecipient[];
  /** Project that the notification channels live in. */
  readonly channelProject: ProjectRef;
  /**
   * Provider that calls the budget API, with the project its calls are counted to.
   *
   * @default - the stack's own
   */
  readonly provider?: GoogleProvider;
  /** @default - nothing but the projects themselves */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A Cloud Billing budget that counts spend before credits: it warns, it does not cap. */
export class SpendBudget extends Construct {
  constructor(scope: Construct, id: string, props: SpendBudgetProps) {
    super(scope, id);
    const thresholds = props.thresholds ?? [0.5, 0.8, 0.9, 1.0];
    this.check(props, thresholds);
    const channels = [...props.notify]
      .sort(byText((person) => person.displayName))
      .map((p) => this.addChannel(p, props));
    new BillingBudget(this, 'Resource', {
      billingAccount: props.billingAccount,
      displayName: props.displayName,
      amount: {
        specifiedAmount: { currencyCode: props.amount.currency, units: String(props.amount.wholeUnits) },
      },
      budgetFilter: {
        projects: props.projectNumbers.map((number) => `projects/${number}`),
        creditTypesTreatment: 'EXCLUDE_ALL_CREDITS',
        ...(props.period ? { customPeriod: customPeriod(props.period) } : { calendarPeriod: 'MONTH' }),
      },
      thresholdRules: [
        ...thresholds.map((thresholdPercent) => ({ thresholdPercent, spendBasis: 'CURRENT_SPEND' })),
        ...(props.period ? [] : [{ thresholdPercent: 1.0, spendBasis: 'FORECASTED_SPEND' }]),
      ],
      ...(channels.length > 0 && {
        allUpdatesRule: {
          monitoringNotificationChannels: channels.map((channel) => channel.id),
          disableDefaultIamRecipients: false,
        },
      }),
      ...(props.provider && { provider: props.provider }),
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
  }

  private check(props: SpendBudgetProps, thresholds: readonly number[]): void {
    const where = this.node.path;
    if (props.projectNumbers.length === 0) {
      throw new Error(`${where}: no projects: the budget would count the whole billing account`);
    }
    if (thresholds.length === 0) throw new Error(`${where}: no thresholds: the budget would never write`);
    if (props.notify.length > MAX_CHANNELS) {
      throw new Error(`${where}: ${props.notify.length} recipients: a budget takes at most ${MAX_CHANNELS}`);
    }
    const address = props.notify.find((person) => person.displayName.includes('@'));
    if (address) {
      throw new Error(
        `${where}: display name "${address.displayName}" holds an address: write a name or a function`,
      );
    }
  }

  private addChannel(person: BudgetRecipient, props: SpendBudgetProps): MonitoringNotificationChannel {
    return new MonitoringNotificationChannel(this, `Channel ${person.displayName}`, {
      project: props.channelProject,
      displayName: person.displayName,
      type: 'email',
      labels: { email_address: person.email },
      ...(props.dependsOn && { dependsOn: [...props.dependsOn] }),
    });
  }
}

function customPeriod({ start, end }: BudgetPeriod): BillingBudgetBudgetFilterCustomPeriod {
  return { startDate: calendarDate(start), endDate: calendarDate(end) };
}

function calendarDate(day: Day): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}
