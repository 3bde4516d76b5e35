import type { Recorded } from './recorded';

/** Who an alert is for. */
export type Audience = 'student' | 'staff';

/** How much an alert matters: `critical` is something that stops work now. */
export type Severity = 'warning' | 'critical';

/** A series that Prometheus computes once a minute and keeps under a name of its own. */
export interface RecordingRule {
  readonly record: Recorded;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A condition that somebody hears of when it has held for a while. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it must hold; nothing fires at once, so that nothing flaps. */
  readonly for: string;
  readonly labels: { readonly severity: Severity; readonly audience: Audience } & Readonly<
    Record<string, string>
  >;
  readonly annotations: { readonly summary: string; readonly description: string };
}

/** Rules that are evaluated one after another, each seeing what those before it recorded. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

/** How often every rule is evaluated. */
const INTERVAL = '1m';

/** A group of rules under Practicum's interval. */
export const group = (name: string, rules: readonly (RecordingRule | AlertRule)[]): RuleGroup => ({
  name,
  interval: INTERVAL,
  rules,
});
