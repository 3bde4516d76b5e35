import { setTimeout as pause } from 'node:timers/promises';
import { email } from '../../../src/core/domain/ids';
import type { AlertsPlan } from '../../../src/core/plan/monitoring-plan';
import { alertmanagerConfig } from '../../../src/monitoring/alertmanager/alertmanager-config';
import { ruleGroups } from '../../../src/monitoring/rules/rule-files';
import { withPrograms } from '../programs';
import { aMonitoringPlan } from '../rules/a-monitoring-plan';
import type { PostedAlert } from './running-alertmanager';
import { startAlertmanager } from './running-alertmanager';
import type { SelfSigned } from './self-signed';
import { selfSigned } from './self-signed';
import type { Mail } from './smtp-sink';
import { smtpSink } from './smtp-sink';

const PLAN = aMonitoringPlan();
const CERTIFICATE = selfSigned();
const FAY = { namespace: 'fay', members: [email('fay@example.edu')] };
const PEOPLE = ['ada', 'bo', 'cy', 'di', 'fay', 'prof'].map((name) => `${name}@example.edu`);

/** The plan's config with seconds for minutes; how long an alert stays untold stays as it is. */
const quickConfig = (smarthost: string): string => {
  const alerts: AlertsPlan = {
    ...PLAN.alerts,
    tenants: [...PLAN.alerts.tenants, FAY, { namespace: 'held', members: [] }],
    smtp: { smarthost, from: email('labs@example.edu') },
  };
  return alertmanagerConfig(alerts)
    .replace('group_wait: "1m"', 'group_wait: "1s"')
    .replace('group_interval: "15m"', 'group_interval: "1s"');
};

/** What Prometheus posts when the rule fires. */
function firing(name: string, labels: Readonly<Record<string, string>>): PostedAlert {
  const rule = ruleGroups(PLAN)
    .flatMap(({ rules }) => rules)
    .find((each) => 'alert' in each && each.alert === name);
  if (rule === undefined || !('alert' in rule)) throw new Error(`There is no alert ${name}.`);
  return { labels: { alertname: name, ...rule.labels, ...labels }, annotations: rule.annotations };
}

const ALERTS = [
  firing('PlaceCrashLooping', { namespace: 'ada' }),
  firing('PlaceCrashLooping', { namespace: 'bo' }),
  // Not ready for want of an image: that is said already.
  firing('PlaceImagePullFailing', { namespace: 'team-red' }),
  firing('PlaceProbeFailing', { namespace: 'team-red' }),
  firing('PlaceProbeFailing', { namespace: 'fay' }),
  firing('PlaceOutOfQuota', { namespace: 'bo', resource: 'pods' }),
  firing('PlaceOutOfQuota', { namespace: 'bo', resource: 'requests.cpu' }),
  firing('PlaceCrashLooping', { namespace: 'held' }),
  firing('PlaceCrashLooping', { namespace: 'gone' }),
  firing('TenantFlooding', { namespace: 'ada' }),
  firing('ScrapeFailing', { job: 'cadvisor' }),
  firing('ScrapeFailing', { job: 'kubelet' }),
];

/** What comes of posting again and again for some seconds, as Prometheus does. */
async function outcomeOf(
  seconds: number,
  certificate?: SelfSigned,
): Promise<{ readonly mails: readonly Mail[]; readonly known: string }> {
  const sink = await smtpSink(certificate);
  try {
    const alertmanager = await startAlertmanager(quickConfig(sink.address), CERTIFICATE.cert);
    try {
      for (let second = 0; second < seconds; second++) {
        await alertmanager.post(ALERTS);
        await pause(1_000);
      }
      return { mails: sink.mails, known: await alertmanager.alerts() };
    } finally {
      await alertmanager.stop();
    }
  } finally {
    await sink.close();
  }
}

withPrograms(['alertmanager'], () => {
  test('Each hears of their own place, staff of the cell, and nobody of anything twice', async () => {
    const { mails, known } = await outcomeOf(9, CERTIFICATE);
    expect(mails.map(({ to, subject }) => `${to.join()}: ${subject}`).sort()).toEqual([
      'ada@example.edu: PlaceCrashLooping in ada (1)',
      'bo@example.edu: PlaceCrashLooping in bo (1)',
      'bo@example.edu: PlaceOutOfQuota in bo (2)',
      'cy@example.edu: PlaceImagePullFailing in team-red (1)',
      'di@example.edu: PlaceImagePullFailing in team-red (1)',
      'fay@example.edu: PlaceProbeFailing in fay (1)',
      'prof@example.edu: ScrapeFailing (2)',
      'prof@example.edu: TenantFlooding in ada (1)',
    ]);
    for (const { to, text } of mails) {
      expect(PEOPLE.filter((person) => text.includes(person))).toEqual(to);
      expect(text).not.toMatch(/https?:/);
    }
    expect(mails.find(({ to }) => to[0] === 'ada@example.edu')?.text).toContain(
      'kubectl logs POD --previous',
    );
    expect(known).toContain('"place-ada"');
    expect(known).not.toContain('@');
  }, 40_000);

  test('A relay without TLS gets no mail', async () => {
    expect((await outcomeOf(4)).mails).toEqual([]);
  }, 40_000);
});
