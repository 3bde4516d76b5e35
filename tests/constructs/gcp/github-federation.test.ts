import { GithubFederation, githubPrincipal } from '../../../constructs/gcp/github-federation';
import { projectNumberRef } from '../../../constructs/gcp/refs';
import { aProject, reference, synthConstruct } from './synth-construct';

const output = synthConstruct((stack) => {
  new GithubFederation(stack, 'github', { project: aProject(stack), organisationId: '9919' });
});

test('Tokens of one organisation are known by the subject that GitHub writes, without a key', () => {
  expect(output.one('google_iam_workload_identity_pool_provider')).toMatchObject({
    project: '${local.given_project}',
    oidc: { issuer_uri: 'https://token.actions.githubusercontent.com' },
    attribute_mapping: { 'google.subject': 'assertion.sub' },
    attribute_condition: "assertion.repository_owner_id == '9919'",
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
