import type { NodeIdentityProps } from '../../../constructs/gcp/node-identity';
import { NodeIdentity } from '../../../constructs/gcp/node-identity';
import { ProjectAccess } from '../../../constructs/gcp/project-access';
import { aProject, standing, synthConstruct } from './synth-construct';

test('The identity is one service account and grants nothing by itself', () => {
  const out = synthConstruct((stack) => {
    const props: Required<NodeIdentityProps> = { project: aProject(stack), dependsOn: [standing(stack)] };
    new NodeIdentity(stack, 'nodes', props);
  });
  expect(out.counts()).toEqual({ google_service_account: 1 });
  expect(out.one('google_service_account')).toEqual({
    project: '${local.given_project}',
    account_id: 'lab-nodes',
    display_name: 'Nodes of the labs cluster',
    depends_on: ['terraform_data.standing'],
  });
});

test('It waits for nothing unless told', () => {
  const out = synthConstruct((stack) => {
    new NodeIdentity(stack, 'nodes', { project: aProject(stack) });
  });
  expect(out.one('google_service_account')).not.toHaveProperty('depends_on');
});

test('What it needs is the role of nodes, bound to its own member', () => {
  const out = synthConstruct((stack) => {
    const nodes = new NodeIdentity(stack, 'nodes', { project: aProject(stack) });
    new ProjectAccess(stack, 'access', { project: aProject(stack), grants: nodes.grants });
  });
  expect(out.all('google_project_iam_binding')).toEqual([
    {
      project: '${local.given_project}',
      role: 'roles/container.defaultNodeServiceAccount',
      members: [expect.stringMatching(/^\$\{google_service_account\.nodes_\w+\.member\}$/)],
    },
  ]);
});
