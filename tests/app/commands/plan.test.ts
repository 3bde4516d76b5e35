import { run } from '../recorded-terminal';
import { copyOfExample } from '../temporary-folder';

test('The plan is readable in 80 columns', async () => {
  const { code, out } = await run(
    'plan',
    '--cohort',
    copyOfExample('w255-spring', { ledger: true }),
    '--at',
    '2027-03-20T12:00',
  );
  expect(code).toBe(0);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toContain('lab3     student  opens Tue 16 Feb 08:00  due Mon 15 Mar 23:59  closed');
  expect(out).toContain('project  team     opens Tue 16 Mar 08:00  due Tue 13 Apr 18:30  open');
  expect(out).toContain('60 × student  namespace');
  expect(out).toContain('1 of 60 students have no team yet, for project');
});

test('Whoever deploys repositories is told of the token that it takes, and nobody else is', async () => {
  const told = async (example: string): Promise<string> =>
    (await run('plan', '--cohort', copyOfExample(example, { ledger: true }))).out.replaceAll(/\s+/g, ' ');
  expect(await told('mlsd-fall')).toContain(
    'Repositories of example-mlsd take a token of GitHub to deploy, and nothing is deployed to them without: read -rs GITHUB_TOKEN && export GITHUB_TOKEN',
  );
  expect(await told('w255-spring')).not.toContain('GITHUB_TOKEN');
});

test('The plan is readable as data', async () => {
  const cohort = copyOfExample('tier-project', { ledger: true });
  const { out } = await run('plan', '--json', '--cohort', cohort, '--at', '2027-01-20T12:00:00Z');
  const plan = JSON.parse(out) as {
    shards: readonly { tenants: readonly { handle: string; tier: string }[] }[];
  };
  expect(plan).toMatchObject({
    cohort: 'tier-project',
    at: '2027-01-20T12:00:00Z',
    term: { phase: 'running' },
  });
  expect(plan.shards[0]!.tenants.map(({ handle, tier }) => [handle, tier])).toEqual([
    ['dai-nguyen', 'project'],
    ['elif-yilmaz', 'cluster'],
    ['farid-h', 'project'],
  ]);
});
