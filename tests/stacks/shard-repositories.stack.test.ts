import { ShardRepositoriesStack } from '../../stacks/shard-repositories.stack';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import { exampleInputs, examplePlan, planOf, withEvents } from './example-plans';
import { partOf, synthStack } from './synth-stack';

const synth = (plan: CohortPlan) =>
  synthStack(
    (app) =>
      new ShardRepositoriesStack(app, { plan, shard: plan.shards[0]!, organisation: plan.repositories! }),
  );

const MLSD = examplePlan('mlsd-fall');

test('Each place has a repository, those who have an account in it, and what its workflows read', () => {
  const output = synth(MLSD);
  const tenants = MLSD.shards[0]!.tenants;
  const logins = tenants.flatMap(({ repository }) => repository!.collaborators);
  expect(logins.length).toBeGreaterThan(3);
  expect(output.counts()).toEqual({
    github_actions_variable: tenants.length * 5,
    github_repository: tenants.length,
    github_repository_collaborator: logins.length,
  });
});

test('What vouches for workflows is looked up once, by the project of the registries', () => {
  const output = synth(MLSD);
  expect(output.counts('data')).toEqual({ github_rest_api: 2, google_project: 1 });
  const [provider] = output
    .all('github_actions_variable')
    .filter((each) => each['variable_name'] === 'PRACTICUM_IDENTITY_PROVIDER');
  expect(provider!['value']).toMatch(
    /^projects\/\$\{data\.google_project\.[^}]+\.number\}\/locations\/global\/workloadIdentityPools\/github\/providers\/github$/,
  );
});

test('The organisation is named and no token is: that comes from the environment', () => {
  expect(partOf(synth(MLSD), 'provider')).toMatchObject({ github: [{ owner: 'example-mlsd' }] });
  // What is said to whoever has not set it.
  expect(synth(MLSD).text.replaceAll('GITHUB_TOKEN', '')).not.toMatch(/token|secret/i);
});

test('No e-mail and no name of a person stands in it', () => {
  expect(synth(MLSD).text).not.toMatch(/@example\.edu/);
  expect(synth(MLSD).text).not.toContain('Aiko Mori');
});

test('A held place keeps its repository and lets nobody in', () => {
  const held = synth(planOf(withEvents(exampleInputs('mlsd-fall'), 'held', ['aiko-mori'])));
  const count = (output: typeof held, type: string): number => output.counts()[type] ?? 0;
  const before = synth(MLSD);
  expect(count(held, 'github_repository')).toBe(count(before, 'github_repository'));
  // Hers, and in the repository of her team.
  expect(count(held, 'github_repository_collaborator')).toBe(
    count(before, 'github_repository_collaborator') - 2,
  );
});

test('The stack stays, empty, when all are gone: it is what archives them', () => {
  const { shards, ...rest } = MLSD;
  const output = synth({ ...rest, shards: [{ ...shards[0]!, tenants: [] }] });
  expect(output.counts()).toEqual({});
  expect(output.counts('data')).toEqual({ github_rest_api: 2 });
  expect(partOf(output, 'provider')).toHaveProperty('github');
});
