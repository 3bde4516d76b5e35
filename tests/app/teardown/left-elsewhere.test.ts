import { leftElsewhere } from '../../../src/app/teardown/left-elsewhere';
import { examplePlan } from '../../stacks/example-plans';

const PLAN = examplePlan('tier-project');

test('Budgets of the cohort that stand still are told with their command, those of others not', async () => {
  const left = await leftElsewhere(PLAN, {
    list: async (query) => {
      expect(query).toEqual({ type: 'google_billing_budget', place: PLAN.google.billingAccount });
      return {
        ok: true,
        entries: [
          { name: 'billingAccounts/A/budgets/1', displayName: 'Practicum tier-project-elif-yilmaz' },
          { name: 'billingAccounts/A/budgets/2', displayName: 'Practicum other-c1' },
          { name: 'billingAccounts/A/budgets/3' },
        ],
      };
    },
  });
  expect(left.map(({ stands, command }) => [stands, command])).toEqual([
    [true, 'gcloud billing budgets delete billingAccounts/A/budgets/1'],
    [false, undefined],
  ]);
  expect(left[1]!.message).toContain(PLAN.domain);
});

test('Where budgets cannot be listed, that is told with the command that does', async () => {
  const [told] = await leftElsewhere(PLAN, {
    list: async () => ({ ok: false, problem: 'gcloud says: no right' }),
  });
  expect(told).toEqual({
    message: 'nobody knows whether budgets stand still: gcloud says: no right',
    stands: false,
    command: `gcloud billing budgets list --billing-account ${PLAN.google.billingAccount}`,
  });
});

test('Repositories that stay are told of with their organisation, where there are any', async () => {
  const told = async (plan: typeof PLAN): Promise<readonly string[]> =>
    (await leftElsewhere(plan, { list: async () => ({ ok: true, entries: [] }) })).map(
      ({ message }) => message,
    );
  expect(await told(examplePlan('mlsd-fall'))).toContain(
    'repositories of example-mlsd on GitHub stay, archived, with the work that is in them: who owns the organisation deletes them',
  );
  expect((await told(PLAN)).join()).not.toContain('GitHub');
});
