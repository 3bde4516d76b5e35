import { z } from 'zod';
import type { Email, IdRule } from '../domain/ids';
import { EMAIL, email } from '../domain/ids';
import { taught, textOf } from '../input/teach';

export const COLLECTORS = ['in-cluster', 'google-managed'] as const;
/** What collects metrics: a Prometheus in each cluster, or Google Cloud Managed Service for Prometheus. */
export type Collector = (typeof COLLECTORS)[number];

const SMARTHOST: IdRule = {
  pattern: /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?:\d{1,5}$/,
  allowed: 'host and port',
  example: 'smtp.example.edu:587',
};

const USERNAME: IdRule = {
  pattern: /^[\x21-\x7e]{1,200}$/,
  allowed: '1 to 200 printable characters without spaces',
  example: 'labs',
};

const matching = (rule: IdRule, about: string): z.ZodType<string, string> =>
  textOf((text) => (rule.pattern.test(text) ? text : undefined), { about, ...rule });

/** How metrics are collected and who hears of alerts. */
export const MONITORING_SCHEMA = taught(
  z.strictObject({
    collector: taught(z.enum(COLLECTORS), {
      about:
        'What collects metrics: a Prometheus in each cluster, or Google Cloud Managed Service for Prometheus.',
      allowed: `one of ${COLLECTORS.join(', ')}`,
      example: 'in-cluster',
    }).default('in-cluster'),
    retentionDays: taught(z.int().min(1).max(400), {
      about:
        'Days that the Prometheus in a cluster keeps metrics; its disk follows and can only grow, so raise it, never lower it. Google keeps metrics for 24 months.',
      allowed: 'a whole number from 1 to 400',
      example: '30',
    }).default(30),
    email: taught(
      z.strictObject({
        smarthost: matching(SMARTHOST, 'Mail server that alerts are sent through.'),
        from: textOf(
          (text): Email | undefined => (EMAIL.pattern.test(text.trim()) ? email(text) : undefined),
          {
            about: 'Sender of alerts.',
            ...EMAIL,
          },
        ),
        username: matching(
          USERNAME,
          'Name at the mail server; its password is the key "password" of the Secret "alertmanager-smtp".',
        ).optional(),
      }),
      {
        about: 'Alerts by e-mail; without it they are seen in Grafana only.',
        allowed: 'smarthost and from, and username',
        example: '{ smarthost: "smtp.example.edu:587", from: labs@example.edu }',
      },
    ).optional(),
  }),
  {
    about: 'Metrics and alerts.',
    allowed: 'any of collector, retentionDays, email',
    example: '{ collector: in-cluster, retentionDays: 30 }',
  },
);
