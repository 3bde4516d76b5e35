import { findListed } from '../../../src/app/recover/find-listed';
import type { PlannedChange } from '../../../src/core/recover/planned-changes';
import { ACCOUNT, FakeListing, budgetId } from './fake-listing';

const NONE: ReadonlySet<string> = new Set();

const planned = (name: string, more: Partial<PlannedChange> = {}): PlannedChange => ({
  address: `google_billing_budget.${name}`,
  type: 'google_billing_budget',
  actions: ['create'],
  after: { billing_account: ACCOUNT, display_name: 'Practicum lab-c1' },
  replacedFor: [],
  tainted: false,
  ...more,
});

const CHANNEL = planned('c', {
  address: 'google_monitoring_notification_channel.c',
  type: 'google_monitoring_notification_channel',
  after: { project: 'lab-c1', display_name: 'Instructor', type: 'email' },
});

test('What stands once is found', async () => {
  expect(await findListed([planned('b')], NONE, FakeListing.budgets(1))).toEqual({
    adoptions: [{ address: 'google_billing_budget.b', id: budgetId(1) }],
    notAdopted: [],
    unseen: [],
  });
});

test('What is not listed does not stand, and will be made', async () => {
  expect(await findListed([planned('b')], NONE, FakeListing.budgets())).toEqual({
    adoptions: [],
    notAdopted: [],
    unseen: [],
  });
});

test('Of several that stand alike one is kept, and how to delete the others is told', async () => {
  const { adoptions, notAdopted } = await findListed([planned('b')], NONE, FakeListing.budgets(3, 1, 2));
  expect(adoptions).toEqual([]);
  expect(notAdopted).toEqual([
    {
      address: 'google_billing_budget.b',
      id: budgetId(1),
      why: '3 stand alike; keep this one, delete the others, and recover again:',
      mend: [`gcloud billing budgets delete ${budgetId(2)}`, `gcloud billing budgets delete ${budgetId(3)}`],
    },
  ]);
});

test('What the state has is no candidate', async () => {
  const inState = planned('old', { actions: ['no-op'], before: { id: budgetId(1) } });
  const { adoptions } = await findListed([inState, planned('b')], NONE, FakeListing.budgets(1, 2));
  expect(adoptions).toEqual([{ address: 'google_billing_budget.b', id: budgetId(2) }]);
});

test('Of two that are planned alike only one gets what stands, and none what is to be deleted', async () => {
  const both = [planned('a'), planned('b')];
  expect(
    (await findListed(both, NONE, FakeListing.budgets(1))).adoptions.map(({ address }) => address),
  ).toEqual(['google_billing_budget.a']);
  const several = await findListed(both, NONE, FakeListing.budgets(1, 2));
  expect(several.adoptions).toEqual([]);
  expect(several.notAdopted.map(({ address }) => address)).toEqual(['google_billing_budget.a']);
});

test('What cannot be listed is told with the reason and the command', async () => {
  const listing = new FakeListing({ ok: false, problem: 'gcloud says: You are not logged in' });
  expect((await findListed([planned('b')], NONE, listing)).unseen).toEqual([
    {
      address: 'google_billing_budget.b',
      why: 'Google makes up the names of budgets, and gcloud says: You are not logged in',
      look: `gcloud billing budgets list --billing-account ${ACCOUNT}`,
    },
  ]);
});

test('Without a listing, and while its place is not known, it is told with the command alone', async () => {
  const unknown = planned('b', { after: { display_name: 'Practicum lab-c1' } });
  const listing = FakeListing.budgets(1);
  expect((await findListed([unknown], NONE, listing)).unseen).toEqual([
    {
      address: 'google_billing_budget.b',
      why: 'Google makes up the names of budgets',
      look: 'gcloud billing budgets list --billing-account BILLING_ACCOUNT',
    },
  ]);
  expect(listing.asked).toEqual([]);
  const { unseen } = await findListed([CHANNEL], NONE, undefined);
  expect(unseen.map(({ look }) => look)).toEqual(['gcloud beta monitoring channels list --project lab-c1']);
});

test('Nothing is listed where nothing of these types is to be made, or its project does not stand', async () => {
  const listing = FakeListing.budgets(1);
  const bucket = planned('b', { address: 'google_storage_bucket.b', type: 'google_storage_bucket' });
  const changes = [
    bucket,
    CHANNEL,
    planned('kept', { actions: ['no-op'] }),
    planned('anew', { actions: ['delete', 'create'] }),
    planned('adopted', { actions: ['no-op'], importId: budgetId(1) }),
  ];
  const nothing = { adoptions: [], notAdopted: [], unseen: [] };
  expect(await findListed(changes, new Set(['lab-c1']), listing)).toEqual(nothing);
  expect(listing.asked).toEqual([]);
});
