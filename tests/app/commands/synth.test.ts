import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed } from '../../core/sample-cohort';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';

test('The class of 60 is written: stacks, manifests and a page for each place', async () => {
  const cohort = copyOfExample('w255-spring', { ledger: true });
  const out = join(temporaryFolder(), 'dist');
  const { code, err } = await run('synth', '--cohort', cohort, '--out', out);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const files = [...filesIn(out).keys()];
  const count = (pattern: RegExp): number => files.filter((file) => pattern.test(file)).length;
  expect(count(/^terraform\/(bootstrap\/)?stacks\/[^/]+\/cdk\.tf\.json$/)).toBe(5);
  expect(count(/^terraform\/stacks\/shard-1-0[12]\/charts\/[^/]+\/files\/manifest\.yaml$/)).toBe(75);
  expect(count(/^k8s\/shard-1-0[12]\/[^/]+\.k8s\.yaml$/)).toBe(75);
  expect(count(/^handouts\/[^/]+\/README\.md$/)).toBe(75);
  expect(count(/^handouts\/[^/]+\/kubeconfig\.yaml$/)).toBe(75);
});

test('The first run records every place in the ledger, the second changes no byte of anything', async () => {
  const cohort = copyOfExample('tier-namespace');
  const out = join(temporaryFolder(), 'dist');
  const first = await run('synth', '--cohort', cohort, '--out', out);
  expect(first.out).toContain('3 new places recorded');
  const before = [filesIn(cohort), filesIn(out)];
  const second = await run('synth', '--cohort', cohort, '--out', out);
  expect(second.code).toBe(0);
  expect(second.out).not.toContain('recorded');
  expect([filesIn(cohort), filesIn(out)]).toEqual(before);
});

test('A project beside that of a cell is recorded, and stays in the output when nothing uses it any more', async () => {
  const cohort = copyOfExample('csce790-fall');
  const out = join(temporaryFolder(), 'dist');
  const synth = () => run('synth', '--cohort', cohort, '--out', out);
  const projects = (): readonly string[] => {
    const text = readFileSync(join(out, 'terraform/stacks/cell-1/cdk.tf.json'), 'utf8');
    const { resource } = JSON.parse(text) as {
      readonly resource: { readonly google_project: Readonly<Record<string, { project_id: string }>> };
    };
    return Object.values(resource.google_project)
      .map(({ project_id: id }) => id)
      .sort();
  };
  const first = await synth();
  expect(first.out).toContain('9 new places, 1 new project recorded; commit');
  const both = projects();
  expect(both).toEqual(['csce790-f27-c1', 'csce790-f27-c1-logs']);
  const before = filesIn(cohort);
  expect((await synth()).out).not.toContain('recorded');
  expect(filesIn(cohort)).toEqual(before);

  const file = join(cohort, 'cohort.yaml');
  writeFileSync(file, changed(readFileSync(file, 'utf8'), 'perPlace: true', 'perPlace: false'));
  expect((await synth()).code).toBe(0);
  expect(projects()).toEqual(both);
  const { code, err } = await run('check', '--cohort', cohort);
  expect(code).toBe(0);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(
    'note csce790-f27-c1-logs stays until the teardown, though no logs are in it any more',
  );
  rmSync(join(cohort, 'cohort.lock.yaml'));
  await synth();
  expect(projects()).toEqual(['csce790-f27-c1']);
});

test('The state stack stands apart from the others, where cdktf does not see it', async () => {
  const out = join(temporaryFolder(), 'dist');
  await run('synth', '--cohort', copyOfExample('w255-spring', { ledger: true }), '--out', out);
  const manifest = JSON.parse(readFileSync(join(out, 'terraform/manifest.json'), 'utf8')) as {
    stacks: object;
  };
  expect(Object.keys(manifest.stacks)).toEqual(['cell-1', 'cell-1-services', 'shard-1-01', 'shard-1-02']);
  expect(existsSync(join(out, 'terraform/bootstrap/stacks/state/cdk.tf.json'))).toBe(true);
});

test('What is to be done next has the token before the deploy, where repositories are made', async () => {
  const next = async (example: string): Promise<string> => {
    const cohort = copyOfExample(example, { ledger: true });
    return (await run('synth', '--cohort', cohort, '--out', join(temporaryFolder(), 'dist'))).out;
  };
  expect(await next('mlsd-fall')).toMatch(
    /for the repositories of example-mlsd\n {4}read -rs GITHUB_TOKEN && export GITHUB_TOKEN\nMake it all\n/,
  );
  expect(await next('tier-namespace')).not.toContain('GITHUB_TOKEN');
});

test('With --json the report is data', async () => {
  const out = join(temporaryFolder(), 'dist');
  const { out: text } = await run(
    'synth',
    '--json',
    '--cohort',
    copyOfExample('tier-cluster', { ledger: true }),
    '--out',
    out,
  );
  expect(JSON.parse(text)).toMatchObject({
    cohort: 'tier-cluster',
    tenants: 2,
    placesRecorded: 0,
    projectsRecorded: 0,
    handouts: 2,
    stacks: [{ name: 'cell-1' }, { name: 'shard-1-01' }, { name: 'shard-1-01-places', resources: 4 }],
  });
});

test('Bad input is told in one go, and nothing is written', async () => {
  const cohort = copyOfExample('tier-namespace', {
    edit: {
      'cohort.yaml': (text) => text.replace('us-west1', 'us-wset1').replace('60 USD', '60'),
      'roster.csv': (text) => `${text}nobody,No One\n`,
    },
  });
  const before = filesIn(cohort);
  const out = join(temporaryFolder(), 'dist');
  const { code, err } = await run('synth', '--cohort', cohort, '--out', out);
  expect(code).toBe(2);
  expect(err).toMatch(/cohort\.yaml:13:11 {2}google\.region is not allowed\n {2}got {6}"us-wset1"/);
  expect(err).toMatch(/cohort\.yaml:21:22 {2}budget\.perTenant/);
  expect(err).toMatch(/roster\.csv:5:1 {2}email is not allowed\n {2}got {6}"nobody"/);
  expect(err).toContain('3 problems in 2 files. Nothing was written.');
  expect(filesIn(cohort)).toEqual(before);
  expect(existsSync(out)).toBe(false);
});

test('No line of the report is wider than a terminal of 80 columns', async () => {
  const { out } = await run(
    'synth',
    '--cohort',
    copyOfExample('tier-project'),
    '--out',
    join(temporaryFolder(), 'dist'),
  );
  expect(out.split('\n').filter((line) => line.length > 80 && !line.includes('practicum-'))).toEqual([]);
});
