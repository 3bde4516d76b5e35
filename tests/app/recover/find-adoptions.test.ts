import { findAdoptions } from '../../../src/app/recover/find-adoptions';
import { NAMED_BUDGET, NETWORK, PROJECT, READY, RECORD, ROUTER, SERVICE, aCell } from './a-cell';
import { FakeListing, budgetId } from './fake-listing';
import type { FakeStack } from './fake-stack';
import { importId } from './fake-stack';

async function find(stack: FakeStack, missing = new Set<string>(), listing?: FakeListing) {
  const first = await stack.plan([]);
  if (!first.ok) throw new Error('the first plan failed');
  stack.asked.length = 0;
  const found = await findAdoptions(stack, first.changes, missing, listing);
  if (!found.ok) throw new Error(found.output);
  return {
    adoptions: found.adoptions.map(({ address }) => address),
    notAdopted: found.notAdopted.map(({ address, why }) => `${address}: ${why}`),
    left: found.changes.filter(({ actions }) => actions[0] === 'create').map(({ address }) => address),
    plans: stack.asked,
    unseen: found.unseen.map(({ address }) => address),
    missing: [...missing],
  };
}

test('Nothing stands in a project that does not stand, and nobody is asked for it', async () => {
  const { adoptions, plans, missing } = await find(aCell({}));
  expect({ adoptions, plans, missing }).toEqual({
    adoptions: [],
    plans: ['plan google_project.p'],
    missing: ['lab-c1'],
  });
});

test('What stands is found with what it stands in; what needs something missing is asked for again', async () => {
  const { adoptions, left, plans } = await find(aCell({ standing: [PROJECT, NETWORK] }));
  expect(adoptions).toEqual([PROJECT.address, NETWORK.address]);
  expect(left).toEqual(['google_project_service.compute', 'terraform_data.ready', 'google_compute_router.r', 'google_billing_budget.b']);
  expect(plans).toEqual([
    'plan google_project.p',
    'plan google_project.p google_compute_network.n google_compute_router.r',
    'plan google_project.p google_compute_network.n',
  ]);
}); // prettier-ignore

test('In a project that is in the state all is asked for at once', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK, ROUTER], recorded: [PROJECT, SERVICE, READY] });
  const { adoptions, plans } = await find(stack);
  expect(adoptions).toEqual([NETWORK.address, ROUTER.address]);
  expect(plans).toEqual(['plan google_compute_network.n google_compute_router.r']);
});

test('What the state knows and somebody deleted is made again by the next deploy, and is not adopted', async () => {
  const stack = aCell({ standing: [PROJECT, NETWORK], recorded: [PROJECT, SERVICE, READY, ROUTER] });
  stack.deleted.add(ROUTER.address);
  const { adoptions, notAdopted, left } = await find(stack);
  expect({ adoptions, notAdopted, left }).toEqual({
    adoptions: [NETWORK.address],
    notAdopted: [],
    left: [ROUTER.address, 'google_billing_budget.b'],
  });
});

test('A state that knows all that stands costs no further plan', async () => {
  const recorded = [PROJECT, SERVICE, READY, NETWORK, ROUTER];
  expect((await find(aCell({ standing: [PROJECT, NETWORK, ROUTER], recorded }))).plans).toEqual([]);
});

test('What is known only by something adopted is looked for then', async () => {
  const stack = aCell({
    resources: [PROJECT, NETWORK, RECORD],
    standing: [PROJECT, NETWORK, RECORD],
    recorded: [PROJECT],
  });
  const { adoptions, plans } = await find(stack);
  expect(adoptions).toEqual([NETWORK.address, RECORD.address]);
  expect(plans).toEqual([
    'plan google_compute_network.n',
    'plan google_compute_network.n google_dns_record_set.d',
  ]);
});

test('A project that an earlier stack found missing is not asked for again', async () => {
  const stack = aCell({ resources: [NETWORK, ROUTER] });
  expect((await find(stack, new Set(['lab-c1']))).plans).toEqual([]);
});

test('What cannot be read is told, and keeps nothing else from being adopted', async () => {
  const stack = aCell({ standing: [PROJECT, ROUTER], recorded: [PROJECT, SERVICE, READY] });
  const why = `Error 500 at ${importId(NETWORK)}: backend`;
  stack.cloud.set(importId(NETWORK), { summary: why, detail: '' });
  const { adoptions, notAdopted } = await find(stack);
  expect(adoptions).toEqual([ROUTER.address]);
  expect(notAdopted).toEqual([`${NETWORK.address}: ${why}`]);
});

test('What adopting would destroy is left out, told, and not asked for again', async () => {
  const replaced = { ...NETWORK, actions: ['delete', 'create'] };
  const stack = aCell({
    resources: [PROJECT, replaced, ROUTER],
    standing: [PROJECT, replaced, ROUTER],
    recorded: [PROJECT],
  });
  const { adoptions, notAdopted, left } = await find(stack);
  expect(adoptions).toEqual([ROUTER.address]);
  expect(notAdopted).toEqual([
    `${NETWORK.address}: the next deploy would destroy it and make it anew, since it stands with another location`,
  ]);
  expect(left).toEqual([NETWORK.address]);
});

test('What a listing shows is imported by its id with all else, once it is known which projects stand', async () => {
  const stack = aCell({ resources: [PROJECT, NETWORK, NAMED_BUDGET], standing: [PROJECT, NETWORK] });
  stack.cloud.set(budgetId(1), {});
  const { adoptions, plans, unseen } = await find(stack, new Set(), FakeListing.budgets(1));
  expect(adoptions).toEqual([PROJECT.address, NETWORK.address, NAMED_BUDGET.address]);
  expect(unseen).toEqual([]);
  expect(plans).toEqual([
    'plan google_project.p',
    'plan google_project.p google_compute_network.n google_billing_budget.b',
  ]);
});

test('What a listing shows and terraform cannot read is told, and not asked for again', async () => {
  const stack = aCell({ resources: [PROJECT, NAMED_BUDGET], recorded: [PROJECT] });
  stack.cloud.set(budgetId(1), { summary: `Error 403 at ${budgetId(1)}: forbidden`, detail: '' });
  const { adoptions, notAdopted, plans } = await find(stack, new Set(), FakeListing.budgets(1));
  expect(adoptions).toEqual([]);
  expect(notAdopted).toEqual([`${NAMED_BUDGET.address}: Error 403 at ${budgetId(1)}: forbidden`]);
  expect(plans).toEqual(['plan google_billing_budget.b']);
});

test('What stands more than once is told and not imported', async () => {
  const stack = aCell({ resources: [PROJECT, NAMED_BUDGET], recorded: [PROJECT] });
  const { notAdopted, plans, left } = await find(stack, new Set(), FakeListing.budgets(1, 2));
  expect(notAdopted).toEqual([
    `${NAMED_BUDGET.address}: 2 stand alike; keep this one, delete the others, and recover again:`,
  ]);
  expect({ plans, left }).toEqual({ plans: [], left: [NAMED_BUDGET.address] });
});

test('A plan that fails for another reason ends the search with that reason', async () => {
  const stack = aCell({ standing: [PROJECT] });
  const first = await stack.plan([]);
  stack.failing.set('plan', 'Invalid provider configuration');
  const found = await findAdoptions(stack, first.ok ? first.changes : [], new Set());
  expect(found).toMatchObject({
    ok: false,
    events: { errors: [{ summary: 'Invalid provider configuration' }] },
  });
});
