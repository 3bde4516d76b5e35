import type { ListedEntry, ListingQuery } from '../../../src/core/recover/listings';
import {
  LISTINGS,
  candidates,
  deletionCommand,
  listingCommand,
  listingWords,
  takenIds,
  tryFormQuery,
} from '../../../src/core/recover/listings';
import type { PlannedChange } from '../../../src/core/recover/planned-changes';
import { billingBudgetKind } from '../../../src/rehearsal/google/billing-budget-kind';
import { notificationChannelKind } from '../../../src/rehearsal/google/notification-channel-kind';
import { exampleOutputs } from '../../stacks/examples/example-output';

const ACCOUNT = '0A1B2C-3D4E5F-6A7B8C';
const BUDGETS: ListingQuery = { type: 'google_billing_budget', place: ACCOUNT };
const CHANNELS: ListingQuery = { type: 'google_monitoring_notification_channel', place: 'lab-c1' };
const BUDGET = { billing_account: ACCOUNT, display_name: 'Practicum lab-c1' };
const CHANNEL = {
  project: 'lab-c1',
  type: 'email',
  display_name: 'Instructor 844b623d',
  labels: { email_address: 'ines.duarte@example.edu' },
};
const NONE: ReadonlySet<string> = new Set();

const change = (type: string, after: object, more: Partial<PlannedChange> = {}): PlannedChange => ({
  address: `${type}.a`,
  type,
  actions: ['create'],
  after: { ...after },
  replacedFor: [],
  tainted: false,
  ...more,
});

const budget = (id: string, displayName?: string): ListedEntry => ({
  name: `billingAccounts/${ACCOUNT}/budgets/${id}`,
  displayName,
});

const channel = (id: string, more: Partial<ListedEntry> = {}): ListedEntry => ({
  name: `projects/lab-c1/notificationChannels/${id}`,
  displayName: 'Instructor 844b623d',
  type: 'email',
  labels: { email_address: 'ines.duarte@example.edu' },
  ...more,
});

test.each([
  ['google_billing_budget', BUDGET, BUDGETS, `billing budgets list --billing-account ${ACCOUNT}`],
  ['google_monitoring_notification_channel', CHANNEL, CHANNELS, 'beta monitoring channels list --project lab-c1'],
])('All that stands in its place is asked for: %s', (type, planned, query, words) => {
  expect(tryFormQuery(change(type, planned))).toEqual(query);
  expect(listingWords(query).join(' ')).toBe(words);
  expect(listingCommand(type, planned)).toBe(`gcloud ${words}`);
}); // prettier-ignore

test.each([
  ['the place', 'google_billing_budget', { ...BUDGET, billing_account: undefined }],
  ['the name', 'google_billing_budget', { ...BUDGET, display_name: '' }],
  ['the project', 'google_monitoring_notification_channel', { ...CHANNEL, project: null }],
])('Nothing can be asked for while %s is not known', (_, type, planned) => {
  expect(tryFormQuery(change(type, planned))).toBeUndefined();
});

test('Nothing is asked for what has an id that is known', () => {
  expect(tryFormQuery(change('google_storage_bucket', { ...CHANNEL, name: 'lab' }))).toBeUndefined();
});

test.each([
  ['google_billing_budget', 'gcloud billing budgets list --billing-account BILLING_ACCOUNT'],
  ['google_monitoring_notification_channel', 'gcloud beta monitoring channels list --project PROJECT'],
])('A person fills in the place of %s that is not known', (type, command) => {
  expect(listingCommand(type, {})).toBe(command);
});

test('A budget is found by what it is called, whatever else stands on the account', () => {
  const entries = [budget('1', 'Practicum lab-c10'), budget('2', 'Practicum lab-c1'), budget('3')];
  expect(candidates(BUDGETS, BUDGET, entries, NONE)).toEqual([`billingAccounts/${ACCOUNT}/budgets/2`]);
});

test('A channel is found by what it is called, how it reaches people and whom', () => {
  const entries = [
    channel('1', { displayName: 'Instructor 0c9d' }),
    channel('2', { type: 'sms' }),
    channel('3', { labels: { email_address: 'theo.marsh@example.edu' } }),
    channel('4', { labels: undefined }),
    channel('5'),
  ];
  expect(candidates(CHANNELS, CHANNEL, entries, NONE)).toEqual(['projects/lab-c1/notificationChannels/5']);
});

test('A channel that is planned without an address is found without one', () => {
  const planned = { ...CHANNEL, type: 'pagerduty', labels: {} };
  const entries = [channel('1', { type: 'pagerduty', labels: { service: 'lab' } })];
  expect(candidates(CHANNELS, planned, entries, NONE)).toEqual(['projects/lab-c1/notificationChannels/1']);
});

test('Google may write the project’s number where the id is planned', () => {
  const entries = [channel('7', { name: 'projects/480000000001/notificationChannels/7' })];
  expect(candidates(CHANNELS, CHANNEL, entries, NONE)).toEqual(['projects/lab-c1/notificationChannels/7']);
});

test('What the state has already is no candidate; several that are left are sorted', () => {
  const entries = ['9', '6', '4'].map((id) => channel(id));
  const inState = { before: { id: 'projects/480000000001/notificationChannels/9' }, actions: ['no-op'] };
  const changes = [
    change(CHANNELS.type, CHANNEL, inState),
    change(CHANNELS.type, CHANNEL, { importId: 'projects/lab-c1/notificationChannels/3' }),
    change('google_project', {}, { before: { id: null } }),
  ];
  expect([...takenIds(changes)]).toEqual(['9', '3']);
  expect(candidates(CHANNELS, CHANNEL, entries, takenIds(changes))).toEqual([
    'projects/lab-c1/notificationChannels/4',
    'projects/lab-c1/notificationChannels/6',
  ]);
});

test.each([
  [BUDGETS, BUDGET, budget('6ba7b810-9dad-41d1-80b4-00c04fd430c8', BUDGET.display_name), billingBudgetKind, 'billing budgets delete'],
  [CHANNELS, CHANNEL, channel('4837105526617382904'), notificationChannelKind, 'beta monitoring channels delete'],
])('The id that is found is one that the provider imports, and gcloud deletes: $type', (query, planned, entry, kind, words) => {
  const [id] = candidates(query, planned, [entry], NONE);
  const cloud = { tryFind: () => ({ data: { found: true } }) };
  // The pattern alone is asked: an id of another form is an error.
  expect(kind.importState(id!, { cloud, provider: {} } as never)).toMatchObject({ found: true });
  expect(deletionCommand(query.type, id!)).toBe(`gcloud ${words} ${entry.name}`);
}); // prettier-ignore

test('Every planned budget and channel of the examples has what it is found by', () => {
  const planned = exampleOutputs().flatMap((output) => output.resources);
  const listed = planned.filter(({ type }) => type in LISTINGS);
  expect(listed.length).toBeGreaterThan(4);
  expect(listed.filter(({ type, block }) => tryFormQuery(change(type, block)) === undefined)).toEqual([]);
});

test('No two that are called alike are planned in one place', () => {
  for (const { resources } of exampleOutputs()) {
    const keys = resources
      .filter(({ type }) => type in LISTINGS)
      .map(({ type, block }) => `${type} ${block[LISTINGS[type]!.place]} ${block['display_name']}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
