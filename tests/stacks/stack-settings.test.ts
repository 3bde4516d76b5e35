import { TerraformStack } from 'cdktf';
import { addBackend, addBudgetsGoogle, addGoogle } from '../../stacks/stack-settings';
import { examplePlan } from './example-plans';
import { partOf, synthStack } from './synth-stack';

const synth = (build: (stack: TerraformStack) => void) =>
  synthStack((app) => {
    const stack = new TerraformStack(app, 'shard-1-01');
    addGoogle(stack, examplePlan('w255-spring').google);
    build(stack);
    return stack;
  });

test('State in a bucket stands under the cohort and the stack, so that cohorts can share the bucket', () => {
  const output = synth((stack) => addBackend(stack, examplePlan('w255-spring')));
  expect(partOf(output, 'terraform')).toMatchObject({
    backend: { gcs: { bucket: 'example-w255-spring27-state', prefix: 'w255-spring27/shard-1-01' } },
  });
});

test('Local state stands beside the output folder, by a relative path', () => {
  const output = synth((stack) => addBackend(stack, examplePlan('tier-project')));
  expect(partOf(output, 'terraform')).toMatchObject({
    backend: { local: { path: '../../../../terraform-state/tier-project/shard-1-01.tfstate' } },
  });
});

test('The usual provider knows the region and no project, so that each resource has to name its own', () => {
  expect(synth(() => undefined).providers('google')).toEqual([{ region: 'us-west1' }]);
});

test('Budget calls are counted to the admin project', () => {
  const output = synth((stack) => {
    addBudgetsGoogle(stack, examplePlan('w255-spring').google);
  });
  expect(output.providers('google')).toEqual([
    { region: 'us-west1' },
    {
      alias: 'budgets',
      region: 'us-west1',
      billing_project: 'example-labs-admin',
      user_project_override: true,
    },
  ]);
});
