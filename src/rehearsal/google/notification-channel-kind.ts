import type { AssetName } from '../cloud/asset';
import { failedPrecondition, invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, booleanAt, requiredText, textAt, textMapAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { assignedId } from './assigned-id';
import { projectOf } from './place-attributes';
import { stableDigits } from './stable-value';

const SECRETS = ['auth_token', 'service_key', 'password'];
const ADDRESS = /^[^\s@]+@[^\s@]+\.[A-Za-z]+$/;

/** Full resource name of a channel, from `projects/p/notificationChannels/4837105526617382904`. */
export const channelName = (channel: string): AssetName => `//monitoring.googleapis.com/${channel}`;

/** Where Cloud Monitoring and budgets send their messages to. */
export const notificationChannelKind = assetKind({
  type: 'google_monitoring_notification_channel',
  assetType: 'monitoring.googleapis.com/NotificationChannel',
  api: 'monitoring.googleapis.com',
  forceNew: ['project'],
  defaults: { enabled: true, force_delete: false },
  terraformOnly: ['force_delete', 'sensitive_labels'],
  afterImport: { force_delete: false, sensitive_labels: [] },
  latency: { create: 2, update: 2, delete: 1, read: 0.3 },
  checks: [
    'The project stands and has the API on; an e-mail channel has an address.',
    'A channel that an alert policy writes to is deleted only with force_delete.',
  ],
  ignores: [
    'Labels of other types of channel, verification, and whether anybody reads the mail.',
    'Its latency is a guess.',
  ],
  name: (attributes) => channelName(requiredText(attributes, 'name')),
  importIds: [/^(?<name>projects\/(?<project>[^/]+)\/notificationChannels\/[^/]+)$/],
  validate: problems,
  check: (attributes) => checkAddress(attributes),
  computed: (attributes, { cloud, provider }) => {
    const project = projectOf(attributes, provider);
    const pathOf = (id: string): string => `projects/${project}/notificationChannels/${id}`;
    const about = ['type', 'display_name', 'labels'].map((each) => attributes[each] ?? null);
    const draw = (): string =>
      pathOf(
        assignedId(
          (text) => stableDigits(text, 19),
          [project, ...about],
          (id) => cloud.tryFind(channelName(pathOf(id))) !== undefined,
        ),
      );
    const name = textAt(attributes, 'name') ?? draw();
    return { id: name, name, project, verification_status: '' };
  },
  beforeDelete,
});

function problems(config: Attributes): readonly ConfigProblem[] {
  const labels = textMapAt(config, 'labels');
  const sensitive = blockAt(config, 'sensitive_labels') ?? {};
  return SECRETS.filter((name) => name in labels && textAt(sensitive, name) !== undefined).map((name) => ({
    path: ['labels'],
    message: `Sensitive label [${name}] cannot be set in both \`labels\` and the \`sensitive_labels\` block`,
  }));
}

function checkAddress(attributes: Attributes): void {
  if (textAt(attributes, 'type') !== 'email') return;
  const address = textMapAt(attributes, 'labels')['email_address'];
  if (address !== undefined && ADDRESS.test(address)) return;
  throw invalid(
    `Notification channel "${textAt(attributes, 'display_name') ?? ''}" has no e-mail address ` +
      `(got "${address ?? ''}"): write labels = { email_address = "name@example.edu" }`,
  );
}

function beforeDelete(state: Attributes, { cloud, provider }: Operation): void {
  if (booleanAt(state, 'force_delete') === true) return;
  const name = requiredText(state, 'name');
  const user = cloud
    .inProject(projectOf(state, provider))
    .find(
      ({ type, data }) =>
        type === 'monitoring.googleapis.com/AlertPolicy' &&
        textsAt(data, 'notification_channels').includes(name),
    );
  if (user === undefined) return;
  throw failedPrecondition(
    `Notification channel ${name} is used by alert policy ${textAt(user.data, 'name') ?? user.name}: ` +
      'take it out of the policy first, or write force_delete = true',
  );
}
