import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runInColumns } from '../recorded-terminal';
import { fakeGcloud } from '../recover/fake-gcloud';
import { fakeTerraform } from '../recover/fake-terraform';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

/** A terraform in whose states stands a project each, until it is destroyed. */
const ONE_PROJECT = `
stack=$(basename "$PWD"); gone="$(dirname "$0")/gone-$stack"
case "$1" in
  state) [ -e "$gone" ] || echo '{"resources":[{"mode":"managed","type":"google_project","name":"P","instances":[{"attributes":{"deletion_policy":"DELETE"}}]}]}' ;;
  destroy) touch "$gone" ;;
esac
`;

// Each run starts some twenty programs.
jest.setTimeout(60_000);

let cohort: string;
let out: string;
let tools: string;

beforeAll(async () => {
  cohort = copyOfExample('tier-namespace', { ledger: true });
  out = join(temporaryFolder(), 'dist');
  expect((await run('synth', '--cohort', cohort, '--out', out)).code).toBe(0);
}, 30_000);

beforeEach(() => {
  tools = temporaryFolder();
  rmSync(join(cohort, '.practicum'), { recursive: true, force: true });
});

const words = (script: string, ...more: readonly string[]): readonly string[] => [
  'teardown', '--cohort', cohort, '--out', out, '--before-term-ends', '--terraform', fakeTerraform(tools, script),
  '--gcloud', fakeGcloud(tools, 'echo "[]"'), ...more,
]; // prettier-ignore
const teardown = (...more: readonly string[]) => run(...words(ONE_PROJECT, ...more));
const journal = (): string => join(cohort, '.practicum', 'teardown-tier-shared.json');
const destroyed = (): boolean => existsSync(join(tools, 'calls')) && readFileSync(join(tools, 'calls'), 'utf8').includes('destroy'); // prettier-ignore

test('Where nobody can be asked and --yes is not said, what would go is shown and nothing is changed', async () => {
  const { code, out: said, err } = await teardown('--skip-archive', 'all');
  expect([code, err]).toEqual([2, 'Say --yes, since nobody can be asked here. Nothing was changed.']);
  expect(said).toContain('tier-shared: 3 resources in 3 stacks will be destroyed');
  expect(said).toContain('  archive  nothing is kept');
  expect([destroyed(), existsSync(journal())]).toEqual([false, false]);
});

test('Before students’ access ends it is refused, with when that is and what to write', async () => {
  const { code, err } = await run('teardown', '--cohort', cohort, '--out', out, '--yes');
  expect(code).toBe(2);
  expect(err).toContain('--before-term-ends:1:1  students have access until ');
  expect(err).toContain('write    --before-term-ends');
});

test('Where repositories are to be archived it does not begin without a token: Terraform would take them for gone', async () => {
  const mlsd = copyOfExample('mlsd-fall', { ledger: true });
  const written = join(temporaryFolder(), 'dist');
  expect((await run('synth', '--cohort', mlsd, '--out', written)).code).toBe(0);
  const token = process.env['GITHUB_TOKEN'];
  delete process.env['GITHUB_TOKEN'];
  try {
    const { code, err } = await teardown(
      '--cohort',
      mlsd,
      '--out',
      written,
      '--skip-archive',
      'all',
      '--yes',
    );
    expect({ code, err: err.replaceAll(/\s+/g, ' ') }).toEqual({
      code: 2,
      err: 'Repositories of example-mlsd on GitHub are archived with the token in GITHUB_TOKEN, and it is not set. Without it Terraform would take them for gone, and they would stay open. Nothing was changed.',
    });
    expect([destroyed(), existsSync(join(mlsd, '.practicum'))]).toEqual([false, false]);
  } finally {
    if (token !== undefined) process.env['GITHUB_TOKEN'] = token;
  }
});

test.each([
  ['a handle that nobody has', ['--skip-archive', 'nobody,amara-okafor'], 'no place has this handle', '"nobody"'],
  ['a bucket that is none', ['--archive', 'gs://Staff'], 'this is no place in a bucket', '"gs://Staff"'],
  ['a bucket that goes too', ['--archive', 'gs://tier-shared-amara-okafor-data/x'], 'this bucket goes with the cohort', 'gs://example-staff/archive'],
])('%s is refused', async (_, more, message, shown) => {
  const { code, err } = await teardown('--yes', ...more);
  expect([code, destroyed()]).toEqual([2, false]);
  expect(err).toContain(message);
  expect(err).toContain(shown);
}); // prettier-ignore

test('All that is wrong is told at once, as data too', async () => {
  const { code, out: text } = await run(
    'teardown', '--cohort', cohort, '--out', out, '--skip-archive', 'nobody', '--archive', 'gs://X', '--yes', '--json',
  ); // prettier-ignore
  expect(code).toBe(2);
  expect((JSON.parse(text) as { readonly problems: object[] }).problems).toHaveLength(3);
});

test('Stacks that are not there, or that the plan does not know, are to be written anew', async () => {
  const stacks = join(out, 'terraform', 'stacks');
  const missing = await run('teardown', '--cohort', cohort, '--out', temporaryFolder(), '--before-term-ends');
  expect([missing.code, missing.err.replaceAll(/\s+/g, ' ')]).toEqual([
    2,
    expect.stringContaining('has no stacks: write them with'),
  ]);
  mkdirSync(join(stacks, 'cell-9'));
  writeFileSync(join(stacks, 'cell-9', 'cdk.tf.json'), readFileSync(join(stacks, 'cell-1', 'cdk.tf.json')));
  const more = await teardown('--yes', '--skip-archive', 'all');
  rmSync(join(stacks, 'cell-9'), { recursive: true });
  // Where the line breaks is a matter of how long the folder's name is.
  expect([more.code, more.err.replaceAll(/\s+/g, ' ')]).toEqual([
    2,
    expect.stringContaining('cell-9, which the plan does not'),
  ]);
  renameSync(join(stacks, 'cell-1-services'), join(out, 'aside'));
  const less = await teardown('--yes', '--skip-archive', 'all');
  renameSync(join(out, 'aside'), join(stacks, 'cell-1-services'));
  expect([less.code, less.err.replaceAll(/\s+/g, ' ')]).toEqual([
    2,
    expect.stringContaining('has no stacks/cell-1-services'),
  ]);
});

test('Without kubectl nothing is begun that would ask it', async () => {
  const { code, err } = await teardown('--yes', '--kubectl', '/nowhere/kubectl');
  expect([code, destroyed()]).toEqual([2, false]);
  expect(err).toContain('"/nowhere/kubectl" cannot be run: install kubectl, or say where it is with');
});

test('Without terraform that is said', async () => {
  const { code, err } = await teardown('--yes', '--skip-archive', 'all', '--terraform', '/nowhere/terraform');
  expect([code, err]).toEqual([2, expect.stringContaining('"/nowhere/terraform" cannot be run')]);
});

test.each(['', '{', 'null', '[]', '{}', '{"practicum":"teardown journal, version 9"}', '\u0000', '{"work":{"__proto__":{}}}'])(
  'A journal that is none is refused and left as it is: %j',
  async (text) => {
    mkdirSync(join(cohort, '.practicum'));
    writeFileSync(journal(), text);
    const { code, err } = await teardown('--yes', '--skip-archive', 'all');
    expect([code, destroyed(), readFileSync(journal(), 'utf8')]).toEqual([2, false, text]);
    expect(err).toContain('this is no journal of a teardown');
  },
); // prettier-ignore

test('It destroys, says what to do then, and a second run finds all done', async () => {
  const first = await teardown('--yes', '--skip-archive', 'all');
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toContain('✓ tier-shared: every stack is destroyed.');
  expect(first.out).toContain('npx practicum leaks inventory.json projects.json budgets.json');
  const calls = readFileSync(join(tools, 'calls'), 'utf8').split('\n').filter((call) => call.startsWith('destroy'));
  expect(calls).toHaveLength(3);
  const second = await teardown('--yes', '--skip-archive', 'all');
  expect(second.code).toBe(0);
  expect(second.out.match(/by an\s+earlier\s+run/g)).toHaveLength(9);
}); // prettier-ignore

test('The archive stays where the first run put it', async () => {
  const kubectl = fakeGcloud(temporaryFolder(), '[ "$1" = version ] || echo "{}"');
  await teardown('--yes', '--archive', join(tools, 'kept'), '--kubectl', kubectl);
  const { code, err } = await teardown('--yes', '--archive', join(tools, 'other'), '--kubectl', kubectl);
  expect(code).toBe(2);
  expect(err).toContain('an earlier run of this teardown archives to another place');
  expect(err).toContain(`write    --archive ${join(tools, 'kept')}`);
});

test('A state that cannot be read stops it before anything is changed', async () => {
  const { code, out: said, err } = await run(
    ...words(`[ "$1" = state ] && { echo 'Error: 403: no right to the bucket' >&2; exit 1; } || true`, '--yes', '--skip-archive', 'all'),
  ); // prettier-ignore
  expect([code, destroyed()]).toEqual([1, false]);
  expect(err).toMatch(
    /^Not every state can be read, so nothing was changed\.\n.*403: no right to the bucket/,
  );
  expect(said).toContain('its state cannot be read');
});

test('With --json all of it is data, and nothing else is on the output', async () => {
  const { code, out: text } = await teardown('--yes', '--skip-archive', 'all', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({
    stacks: [{ stack: 'shard-1-01', resources: 1 }, { stack: 'cell-1-services' }, { stack: 'cell-1' }],
    kept: {},
    reserved: [{ project: 'tier-shared-c1' }],
  });
});

test('A budget that stands still is a finding, with the command that deletes it', async () => {
  const name = 'billingAccounts/0A1B2C-3D4E5F-6A7B8C/budgets/6ba7b810-9dad-41d1-80b4-00c04fd430c8';
  const listed = JSON.stringify([{ name, displayName: 'Practicum tier-shared-c1' }, { name: 'x', displayName: 'Other' }]); // prettier-ignore
  const gcloud = fakeGcloud(temporaryFolder(), `echo '${listed}'`);
  const { code, out: said } = await teardown('--yes', '--skip-archive', 'all', '--gcloud', gcloud);
  expect(code).toBe(1);
  expect(said).toContain('✗ the budget "Practicum tier-shared-c1" stands still');
  expect(said.replaceAll(/ \\\n */g, ' ')).toContain(`gcloud billing budgets delete ${name}`);
});

test('Nothing is wider than the terminal, and commands go on behind a backslash', async () => {
  const { out: said } = await runInColumns(60, words(ONE_PROJECT, '--yes', '--skip-archive', 'all'));
  expect(said.split('\n').filter((line) => [...line].length > 60)).toEqual([]);
  expect(said).toContain('  gcloud billing budgets list \\\n');
});
