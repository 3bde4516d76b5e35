import type { WorkflowLeaveProps } from '../../../constructs/gcp/workflow-leave';
import { WorkflowLeave } from '../../../constructs/gcp/workflow-leave';
import { projectId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { standing, synthConstruct } from './synth-construct';

const WORKFLOW =
  'principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/subject/repo:o/r:ref:refs/heads/main';
const PROPS: WorkflowLeaveProps = {
  project: projectId('w255-spring27-c1'),
  accountId: 'deploy-ada',
  workflows: [WORKFLOW],
  expires: '2027-05-01T04:00:00Z' as Instant,
};

test('Workflows act as one account, to an end, and nobody else does', () => {
  const output = synthConstruct((stack) => {
    new WorkflowLeave(stack, 'leave', PROPS);
  });
  expect(output.counts()).toEqual({ google_service_account_iam_binding: 1 });
  expect(output.one('google_service_account_iam_binding')).toMatchObject({
    service_account_id:
      'projects/w255-spring27-c1/serviceAccounts/deploy-ada@w255-spring27-c1.iam.gserviceaccount.com',
    role: 'roles/iam.workloadIdentityUser',
    members: [WORKFLOW],
    condition: { expression: 'request.time < timestamp("2027-05-01T04:00:00Z")' },
  });
});

test('It waits for what it is told to wait for', () => {
  const output = synthConstruct((stack) => {
    const all: Required<WorkflowLeaveProps> = { ...PROPS, dependsOn: [standing(stack)] };
    new WorkflowLeave(stack, 'leave', all);
  });
  expect(output.one('google_service_account_iam_binding')['depends_on']).toEqual(['terraform_data.standing']);
});

test('Whoever is everybody is refused', () => {
  expect(() =>
    synthConstruct((stack) => {
      new WorkflowLeave(stack, 'leave', { ...PROPS, workflows: ['allUsers'] });
    }),
  ).toThrow('stack/leave: IAM member "allUsers" is not allowed');
});
