import { recoverStack } from '../../../src/app/recover/recover-stack';
import type { Consent } from '../../../src/app/recover/stack-recovery';
import type { LockInfo } from '../../../src/core/recover/lock-info';
import { BUDGET, NAMED_BUDGET, NETWORK, PROJECT, READY, ROUTER, SERVICE, aCell } from './a-cell';
import { FakeListing, budgetId } from './fake-listing';
import type { FakeStack } from './fake-stack';
import { importId } from './fake-stack';

const DEAD: LockInfo = { id: 'dead', who: 'ines@laptop' };
const ALL = [PROJECT, SERVICE, READY, NETWORK, ROUTER, BUDGET];

/** Agrees to all but `refused`, and keeps what it was asked. */
class Answers implements Consent {
  readonly asked: string[] = [];

  constructor(private readonly refused?: keyof Consent) {}

  releaseLock = (stack: string, { who }: LockInfo): Promise<boolean> =>
    this.answer('releaseLock', `release ${stack} ${who}`);
  saveState = (stack: string): Promise<boolean> => this.answer('saveState', `save ${stack}`);
  adopt: Consent['adopt'] = (stack, adoptions) =>
    this.answer('adopt', `adopt ${adoptions.length} in ${stack}`);

  private answer(what: keyof Consent, asked: string): Promise<boolean> {
    this.asked.push(asked);
    return Promise.resolve(what !== this.refused);
  }
}

const recover = (terraform: FakeStack, consent: Consent = new Answers(), more: object = {}) =>
  recoverStack({ stack: 'cell-1', terraform, consent, missing: new Set(), ...more });

const NOTHING = { stack: 'cell-1', adopted: [], notAdopted: [], tainted: [], unseen: [], toCreate: 0 };

test('A stack in order needs no agreement and one plan', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK, ROUTER], recorded: ALL });
  const consent = new Answers();
  expect(await recover(stack, consent)).toEqual(NOTHING);
  expect({ terraform: stack.asked, consent: consent.asked }).toEqual({
    terraform: ['init', 'plan'],
    consent: [],
  });
});

test('A dead run’s lock is released, then what it made is adopted, both after agreement', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK], recorded: [PROJECT] });
  stack.locks = [DEAD];
  const consent = new Answers();
  expect(await recover(stack, consent)).toMatchObject({
    lock: { ...DEAD, released: true },
    adopted: [{ address: NETWORK.address, id: importId(NETWORK) }],
    notAdopted: [],
    toCreate: 4,
  });
  expect(consent.asked).toEqual(['release cell-1 ines@laptop', 'adopt 1 in cell-1']);
  expect(stack.asked.slice(0, 4)).toEqual(['init', 'plan', 'release dead', 'plan']);
});

test('A lock that nobody agrees to release stays, and nothing else is done', async () => {
  const stack = aCell({ standing: [PROJECT] });
  stack.locks = [DEAD];
  expect(await recover(stack, new Answers('releaseLock'))).toEqual({
    ...NOTHING,
    lock: { ...DEAD, released: false },
    problem: 'its state is locked',
  });
  expect(stack.asked).toEqual(['init', 'plan']);
});

test('A lock that cannot be released is told in terraform’s words', async () => {
  const stack = aCell({});
  stack.locks = [DEAD];
  stack.failing.set('release dead', 'Failed to unlock state: 409');
  expect(await recover(stack)).toMatchObject({
    lock: { released: false },
    problem: 'Failed to unlock state: 409',
  });
});

test('Where another run takes the lock meanwhile, it is left to it', async () => {
  const stack = aCell({});
  stack.locks = [DEAD, { id: 'alive', who: 'theo@desk' }];
  const recovery = await recover(stack);
  expect(recovery.problem).toBe('another run took the lock meanwhile: theo@desk');
  expect(stack.asked).toEqual(['init', 'plan', 'release dead', 'plan']);
});

test.each<[string, string, LockInfo]>([
  ['the same lock', 'dead', { id: 'dead', who: 'hana@lab', created: '2027-01-11T08:00:00Z' }],
  ['another lock by now', 'newer', DEAD],
])('The backend tells who holds a lock where terraform cannot: %s', async (_, id, shown) => {
  const stack = aCell({});
  stack.locks = [DEAD];
  const tryFindHolder = () => ({ id, who: 'hana@lab', created: '2027-01-11T08:00:00Z' });
  expect((await recover(stack, new Answers(), { tryFindHolder })).lock).toEqual({ ...shown, released: true });
});

test('A state that lies beside the stack is saved before anything is adopted', async () => {
  const stack = aCell({ standing: [PROJECT], recorded: ALL });
  stack.unsaved = true;
  expect(await recover(stack)).toEqual({ ...NOTHING, stateSaved: true });
  expect(stack.asked).toEqual(['init', 'plan', 'save', 'plan']);
});

test.each<[string, keyof Consent | undefined, string]>([
  ['nobody agrees', 'saveState', 'its last state is not in its backend'],
  ['terraform cannot', undefined, 'the serial is too low'],
])(
  'A state that is not saved ends the recovery, since it knows more than the backend: %s',
  async (_, refused, problem) => {
    const stack = aCell({ standing: [PROJECT] });
    stack.unsaved = true;
    stack.failing.set('save', 'Error: the serial is too low');
    expect(await recover(stack, new Answers(refused))).toEqual({ ...NOTHING, stateSaved: false, problem });
  },
);

test('What nobody agrees to adopt is told and left alone', async () => {
  const stack = aCell({ standing: [PROJECT] });
  const recovery = await recover(stack, new Answers('adopt'));
  expect(recovery.notAdopted).toEqual([
    { address: PROJECT.address, id: 'lab-c1', why: 'nobody agreed to adopt it' },
  ]);
  expect(stack.state.size).toBe(0);
});

test('Where a run died, what may stand under a name that Google made up is told with how to look', async () => {
  const recorded = [SERVICE, READY, NETWORK, ROUTER];
  expect((await recover(aCell({ standing: [PROJECT], recorded }))).unseen).toEqual([
    {
      address: BUDGET.address,
      why: 'Google makes up the names of budgets',
      look: 'gcloud billing budgets list --billing-account BILLING_ACCOUNT',
    },
  ]);
  expect((await recover(aCell({ recorded: [PROJECT, ...recorded] }))).unseen).toEqual([]);
});

test('Where a run died, nothing may stand in a project that does not', async () => {
  const channel = {
    address: 'google_monitoring_notification_channel.c',
    attributes: { project: 'lab-c1' },
    needs: [PROJECT.address],
  };
  const stack = aCell({ resources: [PROJECT, channel] });
  stack.locks = [DEAD];
  expect(await recover(stack)).toMatchObject({ lock: { released: true }, unseen: [], toCreate: 2 });
});

test('What a listing shows is adopted after agreement, and nothing is left to look for', async () => {
  const stack = aCell({ resources: [PROJECT, NAMED_BUDGET], recorded: [PROJECT] });
  stack.cloud.set(budgetId(1), {});
  const consent = new Answers();
  expect(await recover(stack, consent, { listing: FakeListing.budgets(1) })).toEqual({
    ...NOTHING,
    adopted: [{ address: NAMED_BUDGET.address, id: budgetId(1) }],
  });
  expect(consent.asked).toEqual(['adopt 1 in cell-1']);
});

test('Where a run died and nothing can be listed, what may stand is told with the reason', async () => {
  const stack = aCell({ resources: [PROJECT, NAMED_BUDGET], recorded: [PROJECT] });
  stack.locks = [DEAD];
  const listing = new FakeListing({ ok: false, problem: 'gcloud says: You are not logged in' });
  const { unseen } = await recover(stack, new Answers(), { listing });
  expect(unseen.map(({ why }) => why)).toEqual([
    'Google makes up the names of budgets, and gcloud says: You are not logged in',
  ]);
});

test('What was made with an error is told', async () => {
  const broken = { ...NETWORK, actions: ['delete', 'create'], tainted: true };
  const stack = aCell({ resources: [PROJECT, broken], recorded: [PROJECT, broken] });
  expect((await recover(stack)).tainted).toEqual([NETWORK.address]);
});

test('A stack that cannot be planned waits for the one before it, if that is not deployed to its end', async () => {
  const stack = aCell({});
  stack.failing.set('plan', 'Cluster not found');
  expect(await recover(stack, new Answers(), { unfinished: 'cell-1' })).toEqual({
    ...NOTHING,
    waitsFor: 'cell-1',
  });
  expect(await recover(stack)).toEqual({ ...NOTHING, problem: 'Cluster not found' });
});

test('A stack that cannot be initialised is told in terraform’s words', async () => {
  const stack = aCell({});
  stack.failing.set('init', 'Error: Failed to get existing workspaces: the bucket does not exist');
  expect(await recover(stack)).toEqual({
    ...NOTHING,
    problem: 'Failed to get existing workspaces: the bucket does not exist',
  });
});
