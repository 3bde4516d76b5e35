import { notificationChannelKind as kind } from '../../../src/rehearsal/google/notification-channel-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import {
  change,
  destroy,
  importOf,
  make,
  problems,
  projectCloud,
  put,
  read,
  refusal,
} from './foundation-cloud';

const MONITORING = 'monitoring.googleapis.com';
const CHANNEL = {
  project: 'w255-c1',
  type: 'email',
  display_name: 'Instructor 844b623d',
  labels: { email_address: 'ines.duarte@example.edu' },
  enabled: true,
  force_delete: false,
};

test('A channel gets a name of its own, and two that say the same two names', () => {
  const cloud = projectCloud(MONITORING);
  const first = make(cloud, kind, CHANNEL);
  const second = make(cloud, kind, CHANNEL);
  expect(first['name']).toMatch(/^projects\/w255-c1\/notificationChannels\/[1-9]\d{18}$/);
  expect(first).toEqual({ ...CHANNEL, id: first['name'], name: first['name'], verification_status: '' });
  expect(second['name']).not.toBe(first['name']);
  expect(make(projectCloud(MONITORING), kind, CHANNEL)['name']).toBe(first['name']);
});

test('A changed address keeps the name', () => {
  const cloud = projectCloud(MONITORING);
  const state = make(cloud, kind, CHANNEL);
  const labels = { email_address: 'k.odhiambo@example.edu' };
  expect(change(cloud, kind, state, { labels })['name']).toBe(state['name']);
  expect(read(cloud, kind, state)!['labels']).toEqual(labels);
});

test('An e-mail channel has an address', () => {
  const refused = (labels: object) =>
    refusal(() => make(projectCloud(MONITORING), kind, { ...CHANNEL, labels: { ...labels } }));
  const form = 'write labels = { email_address = "name@example.edu" }';
  expect(refused({})).toBe(
    `400 Notification channel "Instructor 844b623d" has no e-mail address (got ""): ${form}`,
  );
  expect(refused({ email_address: 'ines' })).toBe(
    `400 Notification channel "Instructor 844b623d" has no e-mail address (got "ines"): ${form}`,
  );
  expect(
    make(projectCloud(MONITORING), kind, { ...CHANNEL, type: 'pubsub', labels: {} })['id'],
  ).toBeDefined();
});

test('A secret is written in one place', () => {
  const config = {
    ...CHANNEL,
    labels: { auth_token: 'x' },
    sensitive_labels: [{ auth_token: 'x', password: UNKNOWN }],
  };
  expect(problems(kind, config)).toEqual([
    'labels: Sensitive label [auth_token] cannot be set in both `labels` and the `sensitive_labels` block',
  ]);
  expect(problems(kind, { ...CHANNEL, labels: UNKNOWN })).toEqual([]);
});

test('A channel that an alert policy writes to stays, unless it is forced', () => {
  const cloud = projectCloud(MONITORING);
  const state = make(cloud, kind, CHANNEL);
  put(cloud, {
    name: '//monitoring.googleapis.com/projects/w255-c1/alertPolicies/7',
    type: 'monitoring.googleapis.com/AlertPolicy',
    data: { name: 'projects/w255-c1/alertPolicies/7', notification_channels: [state['name']!] },
  });
  expect(refusal(() => destroy(cloud, kind, state))).toBe(
    `400 Notification channel ${String(state['name'])} is used by alert policy projects/w255-c1/alertPolicies/7: ` +
      'take it out of the policy first, or write force_delete = true',
  );
  destroy(cloud, kind, { ...state, force_delete: true });
  expect(read(cloud, kind, state)).toBeUndefined();
});

test('A channel is imported by its name', () => {
  const cloud = projectCloud(MONITORING);
  const state = make(cloud, kind, CHANNEL);
  expect(importOf(cloud, kind, String(state['name']))).toEqual({ ...state, sensitive_labels: [] });
});
