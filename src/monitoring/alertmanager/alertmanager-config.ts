import { byText } from '../../core/domain/sorting';
import type { AlertsPlan, SmtpPlan } from '../../core/plan/monitoring-plan';
import { yamlText } from '../rules/yaml-text';
import type { Receiver } from './receivers';
import { receiversFor } from './receivers';

/** Receiver of alerts to staff, and of any alert that says nothing of whom it is for. */
export const STAFF_RECEIVER = 'staff';
/** Receiver of alerts to students of a namespace that is no place (any more). */
export const NOBODY_RECEIVER = 'nobody';
/** Receiver of alerts to those who work in a place. */
export const placeReceiver = (namespace: string): string => `place-${namespace}`;

/** File that the password of the mail relay is mounted as. */
export const SMTP_PASSWORD_FILE = '/etc/alertmanager/smtp/password';

/** An alert that says what another one of the same place says already. */
const ECHOES = [
  // A container without its image, or one that starts again and again, is not ready for that reason.
  { source: 'PlaceImagePullFailing', echo: 'PlaceProbeFailing' },
  { source: 'PlaceCrashLooping', echo: 'PlaceProbeFailing' },
] as const;

/** `alertmanager.yml` of a cell: staff hear of the cell, and those who work in a place hear of that place only. */
export const alertmanagerConfig = (alerts: AlertsPlan): string =>
  yamlText({
    global: { resolve_timeout: '5m', ...(alerts.smtp === undefined ? {} : relay(alerts.smtp)) },
    route: {
      receiver: STAFF_RECEIVER,
      group_by: ['alertname', 'namespace'],
      group_wait: '1m',
      group_interval: '15m',
      repeat_interval: '12h',
      routes: [
        { receiver: STAFF_RECEIVER, matchers: [is('audience', 'staff')] },
        {
          receiver: NOBODY_RECEIVER,
          matchers: [is('audience', 'student')],
          repeat_interval: '24h',
          routes: sorted(alerts).map(({ namespace }) => ({
            receiver: placeReceiver(namespace),
            matchers: [is('namespace', namespace)],
          })),
        },
      ],
    },
    inhibit_rules: ECHOES.map(({ source, echo }) => ({
      source_matchers: [is('alertname', source)],
      target_matchers: [is('alertname', echo)],
      equal: ['namespace'],
    })),
    receivers: receivers(alerts),
  });

function receivers(alerts: AlertsPlan): readonly Receiver[] {
  const receiver = receiversFor(alerts.smtp);
  return [
    receiver(STAFF_RECEIVER, alerts.staff),
    receiver(NOBODY_RECEIVER, []),
    ...sorted(alerts).map(({ namespace, members }) => receiver(placeReceiver(namespace), members)),
  ];
}

const relay = ({ smarthost, from, username }: SmtpPlan): Readonly<Record<string, string | boolean>> => ({
  smtp_smarthost: smarthost,
  smtp_from: from,
  ...(username === undefined
    ? {}
    : { smtp_auth_username: username, smtp_auth_password_file: SMTP_PASSWORD_FILE }),
  smtp_require_tls: true,
});

const sorted = ({ tenants }: AlertsPlan): AlertsPlan['tenants'] =>
  [...tenants].sort(byText(({ namespace }) => namespace));

const is = (label: string, value: string): string => `${label}=${JSON.stringify(value)}`;
