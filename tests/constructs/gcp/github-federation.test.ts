import { GithubFederation, githubPrincipal } from '../../../constructs/gcp/github-federation';
import { projectNumberRef } from '../../../constructs/gcp/refs';
import { aProject, reference, synthConstruct } from './synth-construct';

const output = synthConstruct((stack) => {
  new GithubFederation(stack, 'github', { project: aProject(stack), organisationId: '9919' });
});

test('Workflows of one organisation that who may push has started are known by repository and branch, whatever form their subject has, without a key', () => {
  expect(output.one('google_iam_workload_identity_pool_provider')).toMatchObject({
    project: '${local.given_project}',
    oidc: { issuer_uri: 'https://token.actions.githubusercontent.com' },
    // GitHub's own subject of a repository made since July 2026 has a number in it that no file can name before.
    attribute_mapping: { 'google.subject': "'repo:' + assertion.repository + ':ref:' + assertion.ref" },
    // Others' words would reach a workflow by a pull request, a comment or another run.
    attribute_condition:
      "assertion.repository_owner_id == '9919' && assertion.event_name in ['push', 'workflow_dispatch']",
  });
  expect(output.counts()).toEqual({
    google_iam_workload_identity_pool: 1,
    google_iam_workload_identity_pool_provider: 1,
  });
});

test('The provider waits for its pool', () => {
  expect(output.one('google_iam_workload_identity_pool_provider')['workload_identity_pool_id']).toMatch(
    /^\$\{google_iam_workload_identity_pool\./,
  );
});

test('A workflow is one repository on one branch', () => {
  synthConstruct((stack) => {
    const number = projectNumberRef(reference(stack, 'number'));
    expect(githubPrincipal(number, 'repo:o/r:ref:refs/heads/main')).toMatch(
      /^principal:\/\/iam\.googleapis\.com\/projects\/.+\/workloadIdentityPools\/github\/subject\/repo:o\/r:ref:refs\/heads\/main$/,
    );
  });
});
