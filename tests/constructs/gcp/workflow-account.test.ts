import { Token } from 'cdktf';
import { WorkflowAccount } from '../../../constructs/gcp/workflow-account';
import { projectId } from '../../../src/core/domain/ids';
import { aProject, standing, synthConstruct } from './synth-construct';

const props = {
  projectId: projectId('w255-spring27-c1'),
  accountId: 'deploy-ada',
  of: 'ada',
};

test('An account is made, and nobody holds anything on it: no grant and no key', () => {
  const output = synthConstruct((stack) => {
    new WorkflowAccount(stack, 'workflows', { ...props, project: aProject(stack) });
  });
  expect(output.counts()).toEqual({ google_service_account: 1 });
  expect(output.one('google_service_account')).toMatchObject({
    project: '${local.given_project}',
    account_id: 'deploy-ada',
    display_name: 'Workflows of ada',
  });
});

test('Its name is known before it is made, and by reference what names it comes after it', () => {
  synthConstruct((stack) => {
    const { member, ref } = new WorkflowAccount(stack, 'workflows', { ...props, project: aProject(stack) });
    expect(member).toBe('serviceAccount:deploy-ada@w255-spring27-c1.iam.gserviceaccount.com');
    expect(Token.isUnresolved(ref)).toBe(true);
  });
});

test('It waits for what it is told to wait for', () => {
  const output = synthConstruct((stack) => {
    const dependsOn = [standing(stack)];
    new WorkflowAccount(stack, 'workflows', { ...props, project: aProject(stack), dependsOn });
  });
  expect(output.one('google_service_account')['depends_on']).toEqual(['terraform_data.standing']);
});
