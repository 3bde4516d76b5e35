import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../recorded-terminal';
import { copyOfExample, temporaryFolder } from '../temporary-folder';
import { SpawnedPracticum } from './spawned-practicum';

interface Served {
  readonly environment: Readonly<Record<string, string>>;
  readonly terraform: string;
  readonly assets: number;
}

const cohort = copyOfExample('tier-namespace');
const out = temporaryFolder();

const serve = (...more: readonly string[]): SpawnedPracticum =>
  new SpawnedPracticum(['rehearse', '--serve', '--cohort', cohort, '--out', out, ...more]);

/** Runs terraform in the stack of the cell, as in another window; its exit code. */
function terraform({ environment, terraform: folder }: Served, ...args: readonly string[]): number | null {
  const { status } = spawnSync('terraform', [...args, '-no-color'], {
    cwd: join(folder, 'stacks', 'cell-1'),
    env: { ...process.env, ...environment },
  });
  return status;
}

const tryRead = (text: string): Served | undefined =>
  text.endsWith('\n}\n') ? (JSON.parse(text) as Served) : undefined;

test('A cloud is served for terraform, and goes on where it was after it was stopped', async () => {
  const first = serve('--json');
  const before = await first.until(() => tryRead(first.out));
  expect(terraform(before, 'init')).toBe(0);
  expect(terraform(before, 'apply', '-auto-approve')).toBe(0);
  expect(await first.stopped('SIGINT')).toBe(0);
  expect(existsSync(before.environment['TF_CLI_CONFIG_FILE']!)).toBe(false);

  const second = serve('--json');
  const after = await second.until(() => tryRead(second.out));
  expect(after.assets).toBeGreaterThan(before.assets);
  expect(terraform(after, 'init', '-reconfigure')).toBe(0);
  // Exit code 0: no changes.
  expect(terraform(after, 'plan', '-detailed-exitcode')).toBe(0);
  expect(await second.stopped('SIGTERM')).toBe(0);
}, 120_000);

test('Without --json the environment is printed as lines to paste, and what to do with them', async () => {
  const practicum = serve();
  const lines = await practicum.until(() =>
    practicum.out.includes('--output') ? practicum.out.trimEnd().split('\n') : undefined,
  );
  expect(await practicum.stopped('SIGINT')).toBe(0);
  const exported = lines.filter((line) => line.startsWith('export ')).map((line) => line.split(/[ =]/)[1]);
  expect(exported).toEqual(
    expect.arrayContaining(['TF_REATTACH_PROVIDERS', 'TF_CLI_CONFIG_FILE', 'CHECKPOINT_DISABLE', 'TF_INPUT']),
  );
  const folder = relative(process.cwd(), join(out, 'rehearsal', 'terraform'));
  expect(lines.slice(lines.indexOf('') + 2)).toEqual([
    `#   terraform -chdir=${folder}/stacks/cell-1 init -reconfigure`,
    `#   terraform -chdir=${folder}/stacks/cell-1 apply`,
    '# or all stacks at once:',
    `#   npx cdktf deploy '*' --auto-approve --skip-synth --skip-provider-lock --output ${folder}`,
  ]);
}, 60_000);

test('A cohort that is wrong is told, and nothing is written', async () => {
  const empty = temporaryFolder();
  const { code, err } = await run('rehearse', '--serve', '--cohort', join(empty, 'none'), '--out', empty);
  expect(code).toBe(2);
  expect(err).toContain('there is no such folder');
  expect(readdirSync(empty)).toEqual([]);
});
