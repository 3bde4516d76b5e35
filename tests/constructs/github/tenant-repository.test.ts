import { GithubProvider } from '@cdktf/provider-github/lib/provider';
import { TenantRepository } from '../../../constructs/github/tenant-repository';
import type { TenantRepositoryProps } from '../../../constructs/github/tenant-repository';
import { synthConstruct } from '../gcp/synth-construct';

const PROPS: Required<TenantRepositoryProps> = {
  name: 'lab-ada',
  template: { owner: 'example-w255', repository: 'lab-template' },
  collaborators: ['Ada-L', 'Resource'],
  variables: { PRACTICUM_NAMESPACE: 'ada', PRACTICUM_REGISTRY: 'us-west1-docker.pkg.dev/p/ada' },
};
const synth = (change: Partial<TenantRepositoryProps> = {}) =>
  synthConstruct((stack) => {
    new GithubProvider(stack, 'github');
    new TenantRepository(stack, 'Repository', { ...PROPS, ...change });
  });

test('A repository is private, made from a template, and archived when it is destroyed', () => {
  const repository = synth().one('github_repository');
  expect(repository).toMatchObject({
    name: 'lab-ada',
    visibility: 'private',
    archive_on_destroy: true,
    vulnerability_alerts: true,
    delete_branch_on_merge: true,
    template: { owner: 'example-w255', repository: 'lab-template', include_all_branches: false },
  });
  expect(repository).not.toHaveProperty('private');
});

test('Collaborators push and do no more, whatever they are called', () => {
  const all = synth().all('github_repository_collaborator');
  expect(all.map(({ username, permission }) => [username, permission])).toEqual([
    ['Ada-L', 'push'],
    ['Resource', 'push'],
  ]);
  for (const { repository } of all) expect(repository).toMatch(/^\$\{github_repository\./);
});

test('Workflows read variables; there is no secret', () => {
  const output = synth();
  expect(output.all('github_actions_variable').map((each) => [each['variable_name'], each['value']])).toEqual(
    Object.entries(PROPS.variables),
  );
  expect(output.counts()).toEqual({
    github_actions_variable: 2,
    github_repository: 1,
    github_repository_collaborator: 2,
  });
});

test('Without anybody it stands, and waits', () => {
  expect(synth({ collaborators: [], variables: {} }).counts()).toEqual({ github_repository: 1 });
});

test('What people write about it is not taken back', () => {
  expect(synth().one('github_repository')['lifecycle']).toEqual({
    ignore_changes: ['description', 'homepage_url', 'topics', 'template'],
  });
});
