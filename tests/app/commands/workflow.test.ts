import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { run } from '../recorded-terminal';
import { filesIn, copyOfExample, temporaryFolder } from '../temporary-folder';

const COHORT = join(HOME, 'examples', 'w255-spring');
const FILE = 'practicum-w255-spring27.yml';
const workflow = (out: string, ...args: readonly string[]) =>
  run('workflow', '--cohort', COHORT, '--out', out, ...args);

test('The workflow is written where GitHub looks for it, and is current then', async () => {
  const out = join(temporaryFolder(), '.github', 'workflows');
  expect((await workflow(out, '--check')).code).toBe(1);
  const written = await workflow(out);
  expect(written.code).toBe(0);
  expect(written.out).toContain('Written: ');
  expect(written.out).toContain('11 runs in the term.');
  expect((await workflow(out, '--check')).code).toBe(0);
  expect([...filesIn(out).keys()]).toEqual([FILE]);
});

test('The same cohort gives the same bytes, at any instant', async () => {
  const out = temporaryFolder();
  await workflow(out);
  const text = readFileSync(join(out, FILE), 'utf8');
  const again = await run('workflow', '--cohort', COHORT, '--out', out);
  expect(again.out).toContain('Current: ');
  expect(readFileSync(join(out, FILE), 'utf8')).toBe(text);
});

test('A workflow that is not what would be written now is told, and written anew', async () => {
  const out = temporaryFolder();
  await workflow(out);
  const path = join(out, FILE);
  writeFileSync(path, `${readFileSync(path, 'utf8')}# mine\n`);
  const { code, out: told } = await workflow(out, '--check');
  expect(code).toBe(1);
  expect(told.replaceAll(/\s+/g, ' ')).toContain(
    'is not what would be written now: "practicum workflow" writes it.',
  );
  expect(readFileSync(path, 'utf8')).toContain('# mine');
  await workflow(out);
  expect(readFileSync(path, 'utf8')).not.toContain('# mine');
});

test.each([
  ['a file of yours', 'name: mine\n'],
  ['a file of another cohort', '# Written by "practicum workflow" for other: do not edit, write it anew.\n'],
  ['an empty file', ''],
])('%s is never overwritten', async (_, text) => {
  const out = temporaryFolder();
  writeFileSync(join(out, FILE), text);
  const { code, err } = await workflow(out);
  expect(code).toBe(2);
  expect(err).toContain('practicum did not write it for this cohort');
  expect(readFileSync(join(out, FILE), 'utf8')).toBe(text);
});

test('A folder in place of the file, and a file in place of the folder, are refused without a trace', async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, FILE));
  expect((await workflow(out)).code).toBe(2);
  writeFileSync(join(out, 'file'), '');
  const { code, err } = await workflow(join(out, 'file', 'workflows'));
  expect(code).toBe(2);
  expect(err).not.toMatch(/\bat .*\.ts:/);
});

test('A cohort outside of the repository, and one whose state is on this machine, have no workflow', async () => {
  const local = (text: string): string => text.replace(/^state:.*(\n {2}.*)*$/m, 'state: { backend: local }');
  const folder = copyOfExample('w255-spring', { edit: { 'cohort.yaml': local } });
  const out = temporaryFolder();
  const { code, err } = await run('workflow', '--cohort', folder, '--out', out);
  expect(code).toBe(2);
  expect(err).toContain('the cohort is not below this folder');
  expect(err).toContain("Terraform's state is local");
  expect(filesIn(out).size).toBe(0);
});

test('What was written is data with --json', async () => {
  const { out } = await workflow(temporaryFolder(), '--json');
  expect(JSON.parse(out)).toMatchObject({ current: true, runs: 11 });
});
