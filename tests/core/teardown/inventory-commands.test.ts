import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { inventoryCommands } from '../../../src/core/teardown/inventory-commands';

test('Every question that a certificate asks has a command with its answer in plain words', () => {
  const google = {
    folder: '123456789012',
    billingAccount: '0A1B2C-3D4E5F-6A7B8C',
    adminProject: 'example-admin',
  };
  const commands = inventoryCommands(
    { google, cohort: 'w255-spring27' } as unknown as CohortPlan,
    ' --cohort my-class',
  );
  expect(commands).toEqual([
    'gcloud asset search-all-resources --scope=folders/123456789012 --format=json > inventory.json',
    'gcloud projects list --filter=parent.id=123456789012 --format=json > projects.json',
    'gcloud billing budgets list --billing-account=0A1B2C-3D4E5F-6A7B8C --format=json > budgets.json',
    'gcloud projects get-iam-policy example-admin --format=json > grants.json',
    'npx practicum leaks inventory.json projects.json budgets.json grants.json --cohort my-class --out certificate-w255-spring27',
  ]);
});
