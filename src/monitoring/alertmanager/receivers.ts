import type { Email } from '../../core/domain/ids';
import type { SmtpPlan } from '../../core/plan/monitoring-plan';

/** Who hears of an alert; without integrations it is seen in Grafana only. */
export interface Receiver {
  readonly name: string;
  readonly email_configs?: readonly EmailConfig[];
}

interface EmailConfig {
  readonly to: Email;
  readonly send_resolved: boolean;
  readonly headers: { readonly Subject: string };
  readonly html: string;
  readonly text: string;
}

const SUBJECT =
  '{{ .GroupLabels.alertname }}{{ with .GroupLabels.namespace }} in {{ . }}{{ end }} ({{ .Alerts.Firing | len }})';

/** Alertmanager's own mail links to addresses within the cluster, which nobody who reads it can open. */
const TEXT = `{{ range .Alerts.Firing }}{{ .Annotations.summary }}

{{ .Annotations.description }}

Since {{ .StartsAt.UTC.Format "2006-01-02 15:04" }} UTC.

{{ end }}`;

/** What makes receivers: each person gets a mail of their own, which names nobody else and fails for nobody else. */
export const receiversFor =
  (smtp: SmtpPlan | undefined) =>
  (name: string, people: readonly Email[]): Receiver =>
    smtp === undefined || people.length === 0
      ? { name }
      : {
          name,
          email_configs: [...new Set(people)].sort().map((to) => ({
            to,
            send_resolved: false,
            headers: { Subject: SUBJECT },
            html: '',
            text: TEXT,
          })),
        };
