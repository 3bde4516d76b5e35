import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../recorded-terminal';
import { copyOfExample, filesIn, temporaryFolder } from '../temporary-folder';

/** An output of the example in which a text of a file is another. */
async function outputWith(file: string, from: string | RegExp, to: string): Promise<readonly string[]> {
  const cohort = copyOfExample('tier-namespace', { ledger: true });
  const out = join(temporaryFolder(), 'dist');
  const { code } = await run('synth', '--cohort', cohort, '--out', out);
  expect(code).toBe(0);
  const text = readFileSync(join(out, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(out, file), changed);
  return ['prove', '--cohort', cohort, '--out', out];
}

test.each(['w255-spring', 'tier-namespace', 'tier-project', 'tier-cluster'])(
  'In the example %s nobody reaches what is not theirs',
  async (example) => {
    const { code, out } = await run('prove', '--cohort', copyOfExample(example, { ledger: true }));
    expect(out).toContain('✓ Nobody reaches what is not theirs, and every guard stands by itself.');
    expect(code).toBe(0);
  },
  60_000,
);

test('The report says what was reasoned about and what is taken for granted, in 80 columns', async () => {
  const cohort = copyOfExample('tier-namespace');
  const before = filesIn(cohort);
  const { out, err } = await run('prove', '--cohort', cohort);
  expect(err).toBe('');
  expect(out).toContain('6 ordered pairs of 3 tenants, 3 to 1 person who teaches.');
  expect(out).toMatch(/aspect +objects +classes +findings/);
  expect(out).toMatch(/network +34 +1 +0/);
  expect(out).toContain('Taken for granted');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(filesIn(cohort)).toEqual(before);
}, 30_000);

test('A way is told as a path that a person can follow', async () => {
  const file = 'k8s/shard-1-01/amara-okafor.k8s.yaml';
  const { code, out } = await run(...(await outputWith(file, / +- 10\.0\.0\.0\/8\n/, '')));
  expect(code).toBe(1);
  expect(out).toContain(
    [
      '✗ amara-okafor → bjork-g  network',
      '  Pods may send to the addresses of all pods of the cluster.',
      '  1 k8s/shard-1-01/amara-okafor.k8s.yaml',
      '    NetworkPolicy amara-okafor/allow-internet lets pods send to 0.0.0.0/0, and',
      '    10.4.0.0 to 10.7.255.255 is in it',
      '  2 k8s/shard-1-01/bjork-g.k8s.yaml',
      '    Namespace bjork-g is there to be reached',
      '  This is true of 2 pairs.',
      '',
      '✗ staff → everyone else  releases',
      '  A chart is not what the plain files say.',
      '  1 terraform/stacks/shard-1-01/cdk.tf.json',
    ].join('\n'),
  );
}, 30_000);

test('A grant in Terraform is told with its resource, and without an address of a person', async () => {
  const { code, out } = await run(
    ...(await outputWith(
      'terraform/stacks/shard-1-01/cdk.tf.json',
      '"user:amara.okafor@example.edu"',
      '"user:amara.okafor@example.edu", "user:bjork.g@example.edu"',
    )),
  );
  expect(code).toBe(1);
  expect(out).toContain(
    [
      '✗ bjork-g → amara-okafor  iam',
      '  A student holds roles/artifactregistry.writer on the repository of a tenant.',
      '  1 terraform/stacks/shard-1-01/cdk.tf.json',
    ].join('\n'),
  );
  expect(out).not.toContain('@example.edu');
}, 30_000);

test('With --json the proof is data', async () => {
  const { code, out } = await run(
    'prove',
    '--json',
    '--cohort',
    copyOfExample('tier-project', { ledger: true }),
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    cohort: 'tier-project',
    tenants: 3,
    pairs: { amongTenants: 6, toStaff: 3 },
    findings: [],
    aspects: expect.arrayContaining([expect.objectContaining({ aspect: 'rbac', findings: 0 })]) as unknown,
  });
}, 30_000);

test('A folder without an output is told as such', async () => {
  const out = temporaryFolder();
  const cohort = copyOfExample('tier-namespace', { ledger: true });
  const { code, err } = await run('prove', '--cohort', cohort, '--out', out);
  expect(code).toBe(2);
  expect(err).toContain('there is no such folder: nothing was synthesised here');
  expect(err).toContain('write    npx practicum synth');
});

test('A file that no synthesis writes is told with what is wrong in it', async () => {
  const { code, err } = await run(
    ...(await outputWith('k8s/shard-1-01/bjork-g.k8s.yaml', 'kind: Namespace', 'kind: [Namespace')),
  );
  expect(code).toBe(2);
  expect(err).toContain('bjork-g.k8s.yaml:1:1  this is not what a synthesis writes');
}, 30_000);
