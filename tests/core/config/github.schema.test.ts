import { GITHUB_SCHEMA } from '../../../src/core/config/github.schema';

const GOOD = { organisation: 'example-w255', organisationId: '9919' };
const accepts = (change: object): boolean => GITHUB_SCHEMA.safeParse({ ...GOOD, ...change }).success;

test('A repository for each place and the branch main, unless said otherwise', () => {
  expect(GITHUB_SCHEMA.parse(GOOD)).toEqual({
    ...GOOD,
    repository: 'lab-{handle}',
    branch: 'main',
    deploys: false,
  });
});

test.each([
  ['an organisation with a slash', { organisation: 'a/b' }],
  ['an organisation that ends with a hyphen', { organisation: 'a-' }],
  ['an organisation by another name than GitHub allows', { organisation: 'a--b' }],
  ['no number', { organisationId: undefined }],
  ['a name in the place of the number', { organisationId: 'example' }],
  ['a number that ends the condition early', { organisationId: "9' || '" }],
  ['one repository for all', { repository: 'labs' }],
  ['two handles', { repository: '{handle}-{handle}' }],
  ['a repository with its owner', { repository: 'other/{handle}' }],
  ['a repository that ends the subject early', { repository: '{handle}:ref' }],
  ['all branches', { branch: '*' }],
  ['a branch that leads up', { branch: 'a/../b' }],
  ['a branch that ends with a slash', { branch: 'a/' }],
  ['a branch that ends the subject early', { branch: 'main:x' }],
  ['deploying in words', { deploys: 'yes' }],
  ['a template without its owner', { repositories: { template: 'lab-template' } }],
  ['a template by its address', { repositories: { template: 'https://github.com/o/r' } }],
  ['repositories that are open', { repositories: { template: 'o/r', visibility: 'public' } }],
  ['a key that there is not', { token: 'x' }],
])('It refuses %s', (_, change) => expect(accepts(change)).toBe(false));

test('What Google calls a workflow of the longest handle is no longer than it takes', () => {
  const around = `repo:${GOOD.organisation}/${'h'.repeat(16)}:ref:refs/heads/`.length;
  const branch = 'b'.repeat(127 - around);
  expect(accepts({ repository: '{handle}', branch })).toBe(true);
  const { error } = GITHUB_SCHEMA.safeParse({ ...GOOD, repository: '{handle}', branch: `${branch}b` });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'has names that are too long together: Google takes 127 characters of repo:ORGANISATION/REPOSITORY:ref:refs/heads/BRANCH, and these come to 128 with the longest handle; write a shorter repository or branch',
  ]);
});

test.each([
  { organisation: 'X' },
  { repository: 'w255.{handle}_1' },
  { branch: 'release/2027.1' },
  { deploys: true },
  { repositories: { template: 'o/lab.template_1' } },
])('It takes %j', (change) => expect(accepts(change)).toBe(true));
