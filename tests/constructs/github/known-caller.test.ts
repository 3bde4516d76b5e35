import { GithubProvider } from '@cdktf/provider-github/lib/provider';
import { KnownCaller } from '../../../constructs/github/known-caller';
import { TenantRepository } from '../../../constructs/github/tenant-repository';
import { installedSchema } from '../../../src/app/rehearse/installed-bindings';
import { repositoryKind } from '../../../src/rehearsal/github/repository-kind';
import { restApiData } from '../../../src/rehearsal/github/rest-api-data';
import type { SimulatedProvider } from '../../../src/rehearsal/provider/provider-instance';
import { TerraformGround } from '../../rehearsal/protocol/terraform-ground';
import { synthConstruct } from '../gcp/synth-construct';

/** Whether the token is missing: what is private is not there then, and calls are counted as nobody's. */
let isNobody = false;
let calls = 0;

const GITHUB: SimulatedProvider = {
  source: 'registry.terraform.io/hashicorp/google',
  schema: installedSchema('github', {
    resources: ['github_repository'],
    dataSources: ['github_rest_api'],
  }),
  resources: new Map([
    [
      'github_repository',
      {
        ...repositoryKind,
        read: (state, operation) => (isNobody ? undefined : repositoryKind.read(state, operation)),
      },
    ],
  ]),
  // As on GitHub, no two answers are the same.
  dataSources: new Map([['github_rest_api', restApiData(() => (isNobody ? 60 : 5000 + (calls += 1)))]]),
};

const written = (isChecked: boolean): object => {
  const { text } = synthConstruct((stack) => {
    new GithubProvider(stack, 'github');
    if (isChecked) new KnownCaller(stack, 'Caller');
    new TenantRepository(stack, 'Repository', {
      name: 'lab-ada',
      template: { owner: 'example', repository: 'lab-template' },
      collaborators: [],
      variables: {},
    });
  });
  const { data, resource } = JSON.parse(text) as Readonly<Record<string, object>>;
  return {
    terraform: { required_providers: { github: { source: 'hashicorp/google' } } },
    provider: { github: [{ owner: 'example' }] },
    ...(data === undefined ? {} : { data }),
    resource: { github_repository: (resource as Readonly<Record<string, object>>)['github_repository'] },
  };
};

let ground: TerraformGround;
beforeEach(async () => {
  isNobody = false;
  ground = await TerraformGround.start(GITHUB);
});
afterEach(() => ground.stop());

const standing = (): readonly string[] => ground.cloud.list().map(({ name }) => name);

test('Without a token nothing is planned, and the state keeps what GitHub does not show', async () => {
  const stack = await ground.stack(written(true));
  expect((await stack.apply()).code).toBe(0);
  isNobody = true;
  const refused = await stack.apply();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('GITHUB_TOKEN is not set');
  expect(refused.output).toContain('read -rs GITHUB_TOKEN && export GITHUB_TOKEN');
  isNobody = false;
  expect((await stack.plan()).outcome).toBe('empty');
  expect(standing()).toEqual(['//github.com/repos/lab-ada']);
}, 60_000);

test('Without the question the repository would be forgotten, and its name be taken', async () => {
  const stack = await ground.stack(written(false));
  await stack.apply();
  isNobody = true;
  expect((await stack.apply()).output).toContain('Name already exists on this account');
}, 60_000);

test('A destroy without a token is refused by GitHub, and forgets nothing', async () => {
  const stack = await ground.stack(written(true));
  await stack.apply();
  isNobody = true;
  const refused = await stack.destroy();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('GET https://api.github.com/user: 401 Requires authentication');
  isNobody = false;
  expect((await stack.plan()).outcome).toBe('empty');
  expect((await stack.destroy()).code).toBe(0);
  expect(ground.cloud.list().map(({ type }) => type)).toEqual(['github.com/ArchivedRepository']);
}, 60_000);

test('An answer of another form lets pass', () => {
  expect(JSON.stringify(written(true))).toContain(
    '"condition":"${try(jsondecode(self.body).resources.core.limit > 60, true)}"',
  );
});
